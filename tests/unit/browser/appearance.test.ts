import './fake-browser.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { browserLanguage, locale } from '#locales/i18n.ts'
import { appearanceIn, chooseAppearance, followAppearance, readAppearance } from '#utils/browser/settings/appearance.ts'
import { followLanguage } from '../../../entrypoints/background/language.ts'
import { fakeBrowser } from './fake-browser.ts'

beforeEach(() => {
  fakeBrowser.reset()
  locale.set('nl')
})

test('the browser is followed until the user chooses, and again when the choice is taken back', async () => {
  expect(await readAppearance()).toEqual({ language: null, looks: null })
  await chooseAppearance({ language: 'en' })
  await chooseAppearance({ looks: 'dark' })
  expect(await readAppearance()).toEqual({ language: 'en', looks: 'dark' })
  await chooseAppearance({ language: null, looks: null })
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('what no version of Kamerlens knows counts as no choice', async () => {
  await fakeBrowser.storage.local.set({ language: 'fy', looks: 7 })
  expect(await readAppearance()).toEqual({ language: null, looks: null })
})

test.each([
  ['{"language":"en","looks":"dark"}', { language: 'en', looks: 'dark' }],
  ['{"language":"fy","looks":"light"}', { language: null, looks: 'light' }],
  ['"en"', { language: null, looks: null }],
  ['{"language"', { language: null, looks: null }],
  [null, { language: null, looks: null }],
])('a choice that was written down as %s', (text, expected) => {
  expect(appearanceIn(text)).toEqual(expected)
})

test('a choice is applied when it is known and at each change', async () => {
  await chooseAppearance({ language: 'en' })
  const apply = vi.fn()
  await followAppearance(apply)
  expect(apply.mock.calls).toEqual([[{ language: 'en', looks: null }]])
  await chooseAppearance({ looks: 'light' })
  await vi.waitFor(() => expect(apply).toHaveBeenLastCalledWith({ language: 'en', looks: 'light' }))
  await fakeBrowser.storage.local.set({ other: 1 })
  expect(apply).toHaveBeenCalledTimes(2)
})

test('settings that can’t be read leave the browser’s language', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('broken'))
  const apply = vi.fn()
  await followAppearance(apply)
  expect(apply).not.toHaveBeenCalled()
})

test('the background speaks the chosen language, and tells when it becomes another one', async () => {
  await chooseAppearance({ language: 'en' })
  const changed = vi.fn()
  await followLanguage(changed)
  expect(locale.get()).toBe('en')
  expect(changed).not.toHaveBeenCalled()
  await chooseAppearance({ looks: 'dark' })
  await chooseAppearance({ language: 'nl' })
  await vi.waitFor(() => expect(locale.get()).toBe('nl'))
  expect(changed).toHaveBeenCalledTimes(1)
  await chooseAppearance({ language: null })
  await vi.waitFor(() => expect(locale.get()).toBe(browserLanguage))
})
