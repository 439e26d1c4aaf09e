import { afterEach, expect, test } from 'vitest'
import { screens } from './all-screens.ts'
import { faintIn, prefer } from './contrast.ts'
import { quiet, recolour, stage, type Theme } from './stage.tsx'

afterEach(() => prefer('no-preference'))

const themes: readonly Theme[] = ['light', 'dark']

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
])('who asks for more contrast has it in all texts of %s, light and dark', async (name) => {
  const screen = screens.find((one) => one.name === name)
  if (screen === undefined) throw new Error(name)
  await stage(screen.show, { keep: screen.keep, ...(screen.page && { width: 1280, height: 800 }) })
  await quiet()
  await prefer('more')
  for (const theme of themes) {
    recolour(theme)
    expect(faintIn(document.body), theme).toEqual([])
  }
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
