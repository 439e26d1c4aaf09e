import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { addedPatterns, giveSiteBack, isReadable, sitePattern } from '#utils/browser/permissions.ts'
import { isSearched, rememberSearched, searchedTabs } from '#utils/browser/session/searched-tabs.ts'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import {
  forgetOtherSite,
  readableTabs,
  registerAddedSites,
  searchOnce,
} from '../../../entrypoints/background/pages/sites.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const news = 'https://nieuws.example/*'
const url = 'https://nieuws.example/politiek'

/** What the browser has granted, and what it has registered. */
let granted: string[]
let registered: { id: string; matches: string[]; js: string[]; css: string[] }[]

beforeEach(() => {
  fakeBrowser.reset()
  granted = [...officialMatchPatterns]
  registered = []
  stubBrowser('permissions', 'getAll', async () => ({ origins: granted }))
  stubBrowser('permissions', 'contains', async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.includes(origin)),
  )
  stubBrowser('permissions', 'remove', async ({ origins }: { origins: string[] }) => {
    granted = granted.filter((pattern) => !origins.includes(pattern))
    return true
  })
  stubBrowser('runtime', 'getURL', (path: string) => `moz-extension://abc${path}`)
  stubBrowser('runtime', 'getManifest', () => ({
    content_scripts: [{ js: ['moz-extension://abc/content-scripts/page.js'], css: ['content-scripts/page.css'] }],
  }))
  stubBrowser('scripting', 'getRegisteredContentScripts', async () => registered)
  stubBrowser('scripting', 'registerContentScripts', async ([script]: typeof registered) => {
    if (script === undefined || registered.length > 0) throw new Error('Duplicate script ID')
    registered = [script]
  })
  stubBrowser('scripting', 'updateContentScripts', async (scripts: typeof registered) => {
    if (registered.length === 0) throw new Error('Nonexistent script ID')
    registered = scripts
  })
  stubBrowser('scripting', 'unregisterContentScripts', async () => {
    registered = []
  })
})

describe('sites that the user added', () => {
  test('are registered as granted, again after an update, and no longer once the permission is gone', async () => {
    await registerAddedSites()
    expect(registered).toEqual([])
    granted.push(news)
    // At the start and by the permission's event at once: one registration.
    await Promise.all([registerAddedSites(), registerAddedSites()])
    expect(registered).toMatchObject([
      {
        matches: [news],
        js: ['content-scripts/page.js'],
        css: ['content-scripts/page.css'],
        persistAcrossSessions: true,
      },
    ])
    registered = []
    await registerAddedSites()
    expect(registered).toHaveLength(1)
    granted.push('http://krant.example/*')
    await registerAddedSites()
    expect(registered[0]?.matches).toEqual([news, 'http://krant.example/*'])
    granted = [...officialMatchPatterns]
    await registerAddedSites()
    expect(registered).toEqual([])
  })

  test('a registration that the browser refuses does not stand in the way of the next', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {})
    granted.push(news)
    stubBrowser('permissions', 'getAll', () => Promise.reject(new Error('no')))
    await registerAddedSites()
    stubBrowser('permissions', 'getAll', async () => ({ origins: granted }))
    await registerAddedSites()
    expect(registered).toHaveLength(1)
  })

  test('are told from the official ones, also where the browser lists these one by one', async () => {
    granted = [
      'https://www.tweedekamer.nl/*',
      '*://open.overheid.nl/*',
      news,
      '*://*/*',
      'https://nep-tweedekamer.nl/*',
    ]
    expect(await addedPatterns()).toEqual([news, '*://*/*', 'https://nep-tweedekamer.nl/*'])
  })

  test('a pattern names scheme and host alone; what is no web address has none', () => {
    expect(sitePattern('https://nieuws.example:8443/a?b#c')).toBe(news)
    for (const none of ['', 'about:blank', 'file:///a', 'chrome://extensions/']) expect(sitePattern(none)).toBeNull()
  })

  test('are given back; where a wider permission still covers the site it is said so', async () => {
    granted.push(news)
    expect(await giveSiteBack(url)).toBe(true)
    expect(granted).not.toContain(news)
    stubBrowser('permissions', 'contains', async () => true)
    expect(await giveSiteBack(url)).toBe(false)
  })

  test('their open tabs are reached like the official ones, and those of searched pages', async () => {
    granted.push(news)
    const query = stubBrowser('tabs', 'query', async () => [{ id: 1 }, { id: 2, discarded: true }])
    await rememberSearched(5, url)
    expect(await readableTabs()).toEqual([1, 5])
    expect(query).toHaveBeenCalledWith({ url: [...officialMatchPatterns, news] })
  })
})

describe('a page that is searched once', () => {
  const inject = (outcome: () => Promise<unknown>) => {
    stubBrowser('tabs', 'get', async () => ({ id: 7, url }))
    stubBrowser('scripting', 'insertCSS', async () => {})
    return stubBrowser('scripting', 'executeScript', outcome)
  }

  test('gets the manifest’s script in all its frames, and may send from its tab and site alone', async () => {
    const script = inject(async () => [])
    expect(await searchOnce(7)).toBe(true)
    expect(script).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 7, allFrames: true } }))
    expect(await isReadable(url, 7)).toBe(true)
    expect(await isReadable(url, 8)).toBe(false)
    expect(await isReadable('https://evil.example/', 7)).toBe(false)
    // Nothing of it is written to disk.
    expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  })

  test('is not remembered where the browser refuses, nor where there is no web page', async () => {
    inject(() => Promise.reject(new Error('The extensions gallery cannot be scripted.')))
    expect(await searchOnce(7)).toBe(false)
    stubBrowser('tabs', 'get', async () => ({ id: 7, url: 'chrome://version/' }))
    expect(await searchOnce(7)).toBe(false)
    expect(await searchedTabs()).toEqual([])
  })

  test('is forgotten when the tab shows another site, an unknown one, or one that was added', async () => {
    await rememberSearched(7, url)
    await forgetOtherSite(7, 'https://nieuws.example/sport')
    expect(await isSearched(7, url)).toBe(true)
    await forgetOtherSite(7, 'https://krant.example/')
    expect(await searchedTabs()).toEqual([])
    await rememberSearched(7, url)
    await forgetOtherSite(7, undefined)
    expect(await searchedTabs()).toEqual([])
    await rememberSearched(7, url)
    granted.push(news)
    await forgetOtherSite(7, url)
    expect(await searchedTabs()).toEqual([])
  })
})
