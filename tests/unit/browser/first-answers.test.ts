import './fake-browser.ts'
import { expect, test, vi } from 'vitest'
import { firstAnswers } from '#utils/browser/first-answers.ts'
import { appearanceAmong } from '#utils/browser/settings/appearance.ts'
import { switchesAmong } from '#utils/browser/settings/switches.ts'
import { fakeBrowser, stubBrowser } from './fake-browser.ts'

test('what the popup has to know first is asked once, whoever asks, and read alike by all', async () => {
  fakeBrowser.reset()
  const query = vi.fn(async () => [{ id: 7 }])
  stubBrowser('tabs', 'query', query)
  await fakeBrowser.storage.managed.set({ looks: 'dark', sitesOff: ['tweedekamer.nl'] })
  await fakeBrowser.storage.local.set({ language: 'en', 'switch.look-up': false })
  const first = firstAnswers()
  expect(firstAnswers()).toBe(first)
  const [stored, managed] = await Promise.all([first.stored, first.managed])
  expect(appearanceAmong(stored, managed)).toEqual({ language: 'en', looks: 'dark' })
  expect(switchesAmong(stored, managed)('www.tweedekamer.nl')).toEqual({
    switches: { everywhere: true, site: false, lookUp: false },
    fixed: { site: false },
  })
  expect(query).toHaveBeenCalledOnce()
})
