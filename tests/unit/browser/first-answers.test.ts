import './fake-browser.ts'
import { expect, test } from 'vitest'
import { appearanceAmong } from '#utils/browser/appearance.ts'
import { firstAnswers } from '#utils/browser/first-answers.ts'
import { switchesAmong } from '#utils/browser/switches.ts'
import { fakeBrowser } from './fake-browser.ts'

test('out of what the popup asks first come switches and looks, those that an administrator has fixed among them', async () => {
  await fakeBrowser.storage.managed.set({ looks: 'dark', sitesOff: ['tweedekamer.nl'] })
  await fakeBrowser.storage.local.set({ language: 'en', 'switch.look-up': false })
  const { stored, managed } = firstAnswers()
  const both = [await stored, await managed] as const
  expect(appearanceAmong(...both)).toEqual({ language: 'en', looks: 'dark' })
  expect(switchesAmong(...both)('www.tweedekamer.nl')).toEqual({
    switches: { everywhere: true, site: false, lookUp: false },
    fixed: { site: false },
  })
})
