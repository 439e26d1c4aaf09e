import { codeOfUrl } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'
import { attribute, elementsOf, findElement, type HtmlNode, matches, textOf } from './tree.ts'

const titleNames = ['dc.title', 'dcterms.title', 'overheidop.dossiertitel', 'og:title']
/** The document's own id. `OVERHEIDop.vraagnummer` of an answer is the question's id and so not among them. */
const idNames = ['dc.identifier', 'dcterms.identifier', 'overheidop.identifier']

/** What a page says of itself: its title, and its own codes (head, canonical address, the label «Nummer:»). */
export function metadataOf(document: HtmlNode): { title: string | null; ownIds: readonly string[] } {
  const metas: { name: string; content: string }[] = []
  const ids: string[] = []
  for (const element of elementsOf(document)) {
    if (element.tagName === 'meta') {
      const name = (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase()
      metas.push({ name, content: (attribute(element, 'content') ?? '').trim() })
    } else if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') {
      const code = codeOfUrl(attribute(element, 'href') ?? '')
      if (code) ids.push(code.id)
    } else if (matches(element, { classes: ['h-visually-hidden'] }) && /^Nummer:?$/.test(textOf(element))) {
      const code = readCode(textAfter(element))
      if (code) ids.push(code.id)
    }
  }
  const own = metas.filter((meta) => idNames.includes(meta.name)).map((meta) => readCode(meta.content)?.id)
  const known = [...own.filter((id) => id !== undefined), ...ids]
  const titled = titleNames.map((name) => metas.find((meta) => meta.name === name)?.content ?? '')
  const head = findElement(document, { tag: 'title' })
  const first = findElement(document, { tag: 'h1' })
  const titles = [...titled, first ? textOf(first) : '', head ? textOf(head) : ''].filter((one) => one !== '')
  // Some pages are headed by their number alone.
  const title = titles.find((one) => /\p{L}{3}/u.test(one)) ?? titles[0] ?? null
  return { title, ownIds: [...new Set(known)] }
}

/** The text that follows an element within its parent. */
function textAfter(element: Parameters<typeof attribute>[0]): string {
  const siblings = element.parentNode?.childNodes ?? []
  return siblings
    .slice(siblings.indexOf(element) + 1)
    .map((node) => textOf(node))
    .join(' ')
    .trim()
    .slice(0, 100)
}
