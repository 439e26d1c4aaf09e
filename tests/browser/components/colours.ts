import axe from 'axe-core'
import { seenColours } from './contrast.ts'
import type { Theme } from './stage.tsx'

/** Looks in which no fault was found, of all screens that were shown before. */
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

/** Texts whose look in this theme no screen before had: the rows of a list are alike, and so are the heads of most screens. */
function newTexts(theme: Theme): ReadonlyMap<Element, string> {
  const look = looks()
  const texts = [...document.body.querySelectorAll('*')].filter(hasText)
  return new Map(texts.map((each) => [each, look(each)] as const).filter(([, text]) => !faultless[theme].has(text)))
}

/** What axe has told of the contrast of one text. */
interface Told {
  readonly element: Element
  readonly result: boolean | undefined
  readonly data: null | {
    readonly fgColor?: string
    readonly bgColor?: string
    readonly expectedContrastRatio?: string
  }
}

/** What axe's rules of colours look at, and no other element. */
const mark = 'data-new-look'
const contrast = 'color-contrast'
const ofColours = [contrast, 'link-in-text-block'] as const
let told: readonly Told[] = []
/** As axe has them: later it takes the element away. */
interface CheckResult extends Omit<Told, 'element'> {
  readonly node: { readonly element: Element }
}
const keep = (results: readonly CheckResult[]) => {
  told = results.map(({ node, result, data }) => ({ element: node.element, result, data }))
  return results
}
axe.configure({
  rules: ofColours.map((id) => ({ id, selector: id === contrast ? `[${mark}]` : `a[href][${mark}]` })),
  // Its type knows the source of a function alone.
  checks: [{ id: contrast, after: keep as unknown as string }],
})

/** Runs axe with its rules of colours over some texts, and what other rules there are over all; what is in order is remembered. */
async function runOver(theme: Theme, texts: ReadonlyMap<Element, string>, rules: readonly string[]) {
  told = []
  for (const each of texts.keys()) each.setAttribute(mark, '')
  const { violations } = await axe.run(document.body, {
    runOnly: { type: 'rule', values: [...rules, ...ofColours] },
    // What holds is not described, element by element; and none of these rules looks into the style sheets themselves.
    resultTypes: ['violations'],
    elementRef: true,
    selectors: false,
    preload: false,
  })
  for (const each of texts.keys()) each.removeAttribute(mark)
  const looksOf = (elements: readonly (Element | undefined)[]) =>
    new Set(elements.flatMap((each) => (each && texts.get(each)) ?? []))
  const toldAs = (result?: boolean) =>
    looksOf(told.filter((each) => each.result === result).map(({ element }) => element))
  const faults = violations.filter(({ id }) => ofColours.some((each) => each === id))
  const wrong = looksOf(faults.flatMap(({ nodes }) => nodes.map(({ element }) => element)))
  const [untold, right] = [toldAs(undefined), toldAs(true)]
  for (const look of texts.values())
    if (!wrong.has(look) && (right.has(look) || !untold.has(look))) faultless[theme].add(look)
  return violations
}

/** The least contrast of the texts that were new in the light theme, where our own sums can tell; 0 of what may have any. */
let least: ReadonlyMap<Element, number> = new Map()

/** Whether a text is no link that a paragraph's other words may hide (`link-in-text-block`). */
function isOutstanding(element: Element): boolean {
  const { display, textDecorationLine } = getComputedStyle(element)
  return !element.matches('a[href]') || display !== 'inline' || textDecorationLine.includes('underline')
}

/**
 * What a text's contrast has to be in either theme, where our own sums bear out what axe has told of it in the light one; null
 * where they don't. Of what is covered, or out of sight, axe tells nothing, in no theme.
 */
function leastOf({ element, result, data }: Told): number | null {
  const own = seenColours(element)
  const wanted = Number.parseFloat(data?.expectedContrastRatio ?? '0')
  if (own === null || result === false) return null
  const isBorneOut =
    result === undefined || wanted === 0
      ? own.contrast >= wanted
      : own.text === data?.fgColor && own.background === data.bgColor
  return isBorneOut ? wanted : null
}

/**
 * Axe's other rules over the whole page, and with them its rules of colours, which are a half of its work, over the texts with
 * a new look. What has a fault, or what axe can't tell of, is looked at again wherever it stands.
 */
export async function faultsInLight(rules: readonly string[]): Promise<readonly axe.Result[]> {
  const texts = newTexts('light')
  const violations = await runOver('light', texts, rules)
  const known = new Map<Element, number>([...texts.keys()].filter(isOutstanding).map((each) => [each, 0]))
  for (const each of told) {
    const wanted = leastOf(each)
    if (wanted === null) known.delete(each.element)
    else if (known.has(each.element)) known.set(each.element, wanted)
  }
  least = known
  return violations
}

/**
 * The contrast of the texts with a new look by our own sums, where these came to the same as axe in the light theme, just before
 * on the same page; by axe where they did not.
 */
export async function faultsInDark(): Promise<readonly unknown[]> {
  const texts = newTexts('dark')
  const faults: unknown[] = []
  const others = new Map<Element, string>()
  for (const [each, look] of texts) {
    const wanted = least.get(each)
    const own = wanted === undefined ? null : seenColours(each)
    if (wanted === undefined || (own === null && wanted > 0)) others.set(each, look)
    else if (own !== null && own.contrast < wanted) faults.push([each.outerHTML.slice(0, 300), own, wanted])
    else faultless.dark.add(look)
  }
  return others.size === 0 ? faults : [...faults, ...describeFaults(await runOver('dark', others, []))]
}

/** What a failed test shows of them. */
export const describeFaults = (violations: readonly axe.Result[]): readonly unknown[] =>
  violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => [html, failureSummary])])
