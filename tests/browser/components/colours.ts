import axe from 'axe-core'
import type { Theme } from './stage.tsx'

/** Looks in which axe found no fault, of all screens that were shown before. */
const faultless: Readonly<Record<Theme, Set<string>>> = { light: new Set(), dark: new Set() }

/** All that contrast depends on, of an element and of what it stands in. */
const properties = [
  'color',
  'background-color',
  'background-image',
  'opacity',
  'filter',
  'mix-blend-mode',
  'text-shadow',
  'text-decoration',
  'font-size',
  'font-weight',
  'position',
] as const

/** What an element looks like: its colours and type, with those of its surroundings and the classes that draw them. */
type Look = (element: Element) => string

function looks(): Look {
  const known = new Map<Element, string>()
  const of: Look = (element) => {
    const style = getComputedStyle(element)
    const states = [element.matches(':disabled'), element.getAttribute('aria-disabled'), element.getAttribute('style')]
    const own = [
      element.localName,
      element.getAttribute('class'),
      ...states,
      ...properties.map((each) => style.getPropertyValue(each)),
    ]
    return `${own.join(';')}\n${element.parentElement === null ? '' : look(element.parentElement)}`
  }
  const look: Look = (element) => {
    const text = known.get(element) ?? of(element)
    known.set(element, text)
    return text
  }
  return look
}

const hasText = (element: Element): boolean =>
  element.matches('a, button, input, select, textarea') ||
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

/**
 * Axe's rules of colours, which are a half of its work, over the texts whose look no screen before had: the rows of a list
 * are alike, and so are the heads of most screens. What has a fault, or what axe can't tell of, is looked at again wherever it
 * stands.
 */
export async function faultsOfColour(theme: Theme): Promise<axe.Result[]> {
  const look = looks()
  const isNew = (element: Element) => hasText(element) && !faultless[theme].has(look(element))
  const news = [...document.body.querySelectorAll('*')].filter(isNew)
  if (news.length === 0) return []
  const { violations, incomplete, passes } = await axe.run({ include: news } as unknown as axe.ElementContext, {
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
    resultTypes: ['violations', 'incomplete', 'passes'],
    elementRef: true,
    preload: false,
  })
  const of = (results: readonly axe.Result[]) =>
    new Set(results.flatMap(({ nodes }) => nodes.flatMap(({ element }) => (element ? [look(element)] : []))))
  const [wrong, untold, right] = [of(violations), of(incomplete), of(passes)]
  for (const each of news.map(look)) {
    if (!wrong.has(each) && (right.has(each) || !untold.has(each))) faultless[theme].add(each)
  }
  return violations
}
