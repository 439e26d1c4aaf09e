import { codeOf, codeOfUrl, codeOfWritten } from './code.ts'
import { findReferences } from './find.ts'
import { typedForms } from './forms/typed.ts'
import { unseen } from './text/characters.ts'
import type { Code } from './types.ts'

const addresses =
  /(?:https?:\/\/|(?<![\w./@-])(?:www\.tweedekamer|tweedekamer|zoek\.officielebekendmakingen|repository\.overheid)\.nl\/)[^\s"'<>«»“”‘’]{1,2000}/gi
const trailing = /[.,;:!?)\]}]{1,9}$/
/** Stands for what was already read: no code goes on over it. */
const read = '\u0000'

/**
 * The code that someone typed or pasted: a code in any of its notations and any case, an official address, or a text
 * around exactly one code (named as often as it likes). Null if there is none, or more than one different code; an
 * address of a detail page counts as the one document that it shows, though it also names the zaak.
 */
export function readCode(input: string): Code | null {
  const ids = new Set<string>()
  const add = (code: Code | null) => {
    if (code) ids.add(code.id)
    return code !== null
  }

  let rest = input.replace(addresses, (address) => {
    const url = /^http/i.test(address) ? address : `https://${address}`
    return add(codeOfUrl(url.replace(trailing, ''))) ? read : address
  })
  rest = hide(rest, findReferences(rest).filter(add))
  rest = rest.replace(unseen, '').replace(/\s+/g, ' ')
  for (const form of typedForms) {
    rest = rest.replace(form.pattern, (text: string, ...groups: unknown[]) => {
      const parts = groups.slice(
        0,
        groups.findIndex((group) => typeof group === 'number'),
      )
      const id = form.read(parts.map((part) => (typeof part === 'string' ? part : undefined)))
      return add(codeOfWritten(id ?? '')) ? read : text
    })
  }
  const [id = ''] = ids
  return ids.size === 1 ? codeOf(id) : null
}

function hide(text: string, spans: readonly { start: number; end: number }[]): string {
  let shown = ''
  let from = 0
  for (const { start, end } of spans) {
    shown += text.slice(from, start) + read
    from = end
  }
  return shown + text.slice(from)
}
