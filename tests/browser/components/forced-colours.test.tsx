import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { screens } from './all-screens.ts'
import { seenColours } from './contrast.ts'
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

const hasText = (element: Element) =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

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
    const unseen = [...document.body.querySelectorAll('*')].filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
        forcedColorAdjust: string
      }
      return hasText(element) && color === canvas && forcedColorAdjust !== 'none'
    })
    expect(unseen.map(({ outerHTML }) => outerHTML)).toEqual([])
  },
)

test.each([
  'popup-followed',
  'popup-document-choosing',
  'library-followed',
  'library-search',
  'welcome',
  'options',
  'example',
  'reader',
  'panel-document',
])('no text of %s is hard to tell from what it stands on', async (name) => {
  await show(name)
  // What can't be pressed may have the colour that the system has for it.
  const texts = [...document.body.querySelectorAll('*')].filter(
    (each) => hasText(each) && each.closest(':disabled, [aria-disabled=true]') === null,
  )
  const seen = texts.map((each) => [each.outerHTML, seenColours(each)] as const)
  expect(seen.filter(([, colours]) => colours !== null).length).toBeGreaterThan(5)
  expect(seen.filter(([, colours]) => colours !== null && colours.contrast < 4.5)).toEqual([])
})

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
