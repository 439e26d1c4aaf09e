import { afterEach, describe, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { screens } from './all-screens.ts'
import { seenColours } from './contrast.ts'
import { quiet, recolour, stage, type Theme } from './stage.tsx'

/** More contrast, as users ask their system for it; Chromium alone lets a test do so. */
const prefer = (value: 'more' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-contrast', value }] })

afterEach(() => prefer('no-preference'))

const hasText = (element: Element) =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

/** Texts with less than 7:1, those left out that stand in what can't be pressed. */
function faint(): readonly string[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!hasText(element) || element.getClientRects().length === 0) return []
    if (element.closest(':disabled, [aria-disabled="true"], .kl-visually-hidden') !== null) return []
    const seen = seenColours(element)
    return seen === null || seen.contrast >= 7 ? [] : [`${seen.contrast.toFixed(2)} ${element.outerHTML.slice(0, 120)}`]
  })
}

describe.each<Theme>(['light', 'dark'])('who asks for more contrast, in %s', (theme) => {
  test.each([
    'popup-codes',
    'popup-followed',
    'popup-document-choosing',
    'popup-offline-known',
    'popup-overdue',
    'library-search',
    'library-import',
    'library-notes-chosen',
    'reader',
    'options',
    'welcome',
  ])('has it in all texts of %s', async (name) => {
    const screen = screens.find((one) => one.name === name)
    if (screen === undefined) throw new Error(name)
    await stage(screen.show, { keep: screen.keep, theme, ...(screen.page && { width: 1280, height: 800 }) })
    await quiet()
    await prefer('more')
    recolour(theme)
    expect(faint()).toEqual([])
  })
})

test('else it is as before', async () => {
  const screen = screens.find((one) => one.name === 'popup-codes')
  await stage((world) => screen?.show(world), { keep: screen?.keep })
  await quiet()
  const muted = () => getComputedStyle(document.documentElement).getPropertyValue('--kl-text-muted')
  const before = muted()
  await prefer('more')
  expect(muted()).not.toBe(before)
  await prefer('no-preference')
  expect(muted()).toBe(before)
})
