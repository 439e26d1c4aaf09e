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

test('nothing moves for who wants no motion', async () => {
  const screen = screens.find(({ name }) => name === 'library-two-changes')
  if (screen === undefined) throw new Error('no such screen')
  await stage(screen.show, { keep: screen.keep })
  await expect.poll(() => document.querySelectorAll('.kl-progress:indeterminate').length).toBe(1)
  const moving = () => document.getAnimations().filter((one) => one instanceof CSSAnimation).length
  expect(moving()).toBe(1)
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] })
  expect(moving()).toBe(0)
})
