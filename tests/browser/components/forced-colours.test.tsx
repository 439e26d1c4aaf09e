import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { screens } from './all-screens.ts'
import { quiet, stage } from './stage.tsx'

/** Colours that the user's system forces on every page; Chromium alone lets a test ask for them. */
const force = (value: 'active' | 'none') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })

afterEach(() => force('none'))

async function show(name: string): Promise<void> {
  const screen = screens.find((one) => one.name === name)
  if (screen === undefined) throw new Error(name)
  await stage(screen.show, { keep: screen.keep })
  await quiet()
  await force('active')
}

const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element)

test('of the tabs only the chosen one has a line', async () => {
  await show('popup-codes')
  const line = (chosen: boolean) => style(`.kl-tab[aria-selected="${chosen}"]`).borderBottomColor
  expect(line(false)).toBe(getComputedStyle(document.documentElement).backgroundColor)
  expect(line(true)).not.toBe(line(false))
})

test('«Kiezen» shows that it is on', async () => {
  await show('popup-document-choosing')
  const width = () => style('.kl-questions__choose').borderTopWidth
  expect(width()).toBe('2px')
  await force('none')
  expect(width()).toBe('1px')
})

test('how far a change is can be seen between the lines of its bar', async () => {
  await show('library-changing')
  const { height, borderTopWidth, backgroundColor } = style('.kl-progress')
  expect(backgroundColor).toBe(getComputedStyle(document.documentElement).backgroundColor)
  expect(Number.parseFloat(height) - 2 * Number.parseFloat(borderTopWidth)).toBeGreaterThanOrEqual(6)
})

test.each(['popup-file', 'popup-followed', 'library-import', 'example-new'])(
  'no text of %s has the colour of the page, which is laid behind it',
  async (name) => {
    await show(name)
    const canvas = getComputedStyle(document.documentElement).backgroundColor
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    const unseen = [...document.body.querySelectorAll('*')].filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
        forcedColorAdjust: string
      }
      return hasText(element) && color === canvas && forcedColorAdjust !== 'none'
    })
    expect(unseen.map(({ outerHTML }) => outerHTML)).toEqual([])
  },
)

/** Relative luminance (WCAG 2.2) of a colour as browsers compute it; null for one that can be seen through. */
function luminance(colour: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (alpha < 1) return null
  const linear = (part: number) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

test.each(['popup-followed', 'popup-document-choosing', 'library-followed', 'library-search'])(
  'no text of %s is hard to tell from the background of its own',
  async (name) => {
    await show(name)
    const hard = [...document.body.querySelectorAll('*')].filter((element) => {
      const text = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
      const { color, backgroundColor } = getComputedStyle(element)
      const [one, other] = [luminance(color), luminance(backgroundColor)]
      if (!text || one === null || other === null) return false
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5
    })
    expect(hard.map(({ outerHTML }) => outerHTML)).toEqual([])
  },
)

/** All rules of a sheet, those inside layers and media too. */
const rulesIn = (rules: CSSRuleList): readonly CSSRule[] =>
  [...rules].flatMap((rule) => ('cssRules' in rule ? [rule, ...rulesIn(rule.cssRules as CSSRuleList)] : [rule]))

test('a bar does not move for who wants no motion', () => {
  // What a browser draws inside of one has no style that could be asked for; a rule that it does not understand is none.
  const still = [...document.styleSheets]
    .flatMap(({ cssRules }) => rulesIn(cssRules))
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion'))
    .flatMap((rule) => rulesIn((rule as CSSMediaRule).cssRules))
    .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.includes('.kl-progress:indeterminate'))
  expect(still.map((rule) => (rule as CSSStyleRule).style.animationName)).toContain('none')
})
