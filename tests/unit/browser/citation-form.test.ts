import './fake-browser.ts'
import { beforeEach, expect, test } from 'vitest'
import { storedForm, storeForm, watchForm } from '#utils/browser/settings/citation-form.ts'
import { fakeBrowser } from './fake-browser.ts'

beforeEach(() => fakeBrowser.reset())

test('the form that was used last is kept for the next page, and heard of in the others', async () => {
  expect(await storedForm()).toBe('official')
  const heard: string[] = []
  watchForm((form) => heard.push(form))
  await storeForm('ris')
  expect(await storedForm()).toBe('ris')
  expect(heard).toEqual(['ris'])
})
