import { codeOfUrl } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'
import { type Meta, statedIds, statedTitles, titleAmong } from '../stated-metadata.ts'
import { withoutSiteName } from '../stated-title.ts'
import { attribute, elementsOf, findElement, type HtmlNode, matches, textOf } from './tree.ts'

/** What a page says of itself: its title, and its own codes (head, canonical address, the label «Nummer:»). */
export function metadataOf(document: HtmlNode): { title: string | null; ownIds: readonly string[] } {
  const metas: Meta[] = []
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
  const head = findElement(document, { tag: 'title' })
  const first = findElement(document, { tag: 'h1' })
  const title = titleAmong([
    ...statedTitles(metas),
    first ? textOf(first) : '',
    head ? withoutSiteName(textOf(head)) : '',
  ])
  return { title, ownIds: [...new Set([...statedIds(metas), ...ids])] }
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
