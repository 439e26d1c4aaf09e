import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer-core'
import { until } from '../until.ts'
import { environmentOf } from './environment.ts'
import { contextOf, firefoxProtocol } from './firefox-protocol.ts'
import { firefoxShadowRoots } from './firefox-shadow.ts'
import { knowAllTabs } from './firefox-tabs.ts'
import { drawn, ended, type TabOptions, untold, viewportOf, waitForAddress } from './pages.ts'
import type { Driver, LaunchOptions } from './types.ts'

/** The id of wxt.config.ts, and an address of our choice for its pages, so that a restart finds the same storage. */
const extensionId = '{6f0a1d0e-7a55-4c0b-9b5c-2f1f3f6f7e55}'
const usualPagesId = '3e2f1a50-0b6c-4a0e-9d1c-6a5b4c3d2e1f'

/** Where Firefox keeps that address. */
const pagesPreference = 'extensions.webextensions.uuids'
const pagesAt = (pagesId: string): string => JSON.stringify({ [extensionId]: pagesId })

function preferencesOf({
  proxyPort,
  downloads,
  pagesId = usualPagesId,
}: LaunchOptions): Record<string, string | number | boolean> {
  return {
    [pagesPreference]: pagesAt(pagesId),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.allow_hijacking_localhost': true,
    'intl.accept_languages': 'nl, en',
    'browser.aboutwelcome.enabled': false,
    // Pages that nobody asked for.
    'browser.startup.page': 0,
    'browser.newtab.preload': false,
    // As where a user has another tab of the site open: a new process for every page is a fifth of the work of a test.
    'dom.ipc.keepProcessesAlive.web': 2,
    'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 1,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'termsofuse.bypassNotification': true,
    // Of the system's notifications the browser loses sight at once where there is no desktop to show them.
    'alerts.useSystemBackend': false,
    // What an extension asks for in a click is granted: the question itself is out of the protocol's reach.
    'extensions.webextOptionalPermissionPrompts': false,
    ...(downloads ? { 'browser.download.folderList': 2, 'browser.download.dir': downloads } : {}),
  }
}

const extension = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});`

const addon = `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const addon = await AddonManager.getAddonByID(${JSON.stringify(extensionId)});`

/** What stands behind the address bar. */
const searchHandler = `const { ExtensionSearchHandler } =
  ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');`

const permissionsOf = (origins: string) =>
  `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  const hosts = { permissions: [], origins: ${origins} };`
const hosts = permissionsOf('extension.manifest.host_permissions')

/** Defines `tab`: the last one, of all windows, that shows an address. */
const lastTabWith = (url: string) =>
  `const tab = [...Services.wm.getEnumerator('navigator:browser')].flatMap((each) => [...each.gBrowser.tabs])
    .findLast((each) => each.linkedBrowser.currentURI.spec === ${JSON.stringify(url)});`

/** What puppeteer calls the preferences of a profile while its own lie over them. */
const putAside = '.puppeteer'

/**
 * puppeteer lays its preferences over those of the profile and takes them away again after the end, in its own time;
 * where it does not, as after some kills, it is done here.
 */
async function restoreProfile(profile: string): Promise<void> {
  const left = async () => readdirSync(profile).filter((name) => name.endsWith(putAside))
  const restored = until('the profile as it was', left, (names) => names.length === 0, 3_000)
  await restored.catch(async () => {
    for (const name of await left()) renameSync(join(profile, name), join(profile, name.slice(0, -putAside.length)))
  })
}

/** Firefox over WebDriver BiDi, and its own internals where BiDi ends. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const { headless } = options
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.path,
    userDataDir: options.profile,
    headless,
    acceptInsecureCerts: true,
    ...untold,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    env: environmentOf(options.profile),
    extraPrefsFirefox: preferencesOf(options),
    handleSIGINT: false,
  })
  const protocol = firefoxProtocol(browser)
  knowAllTabs(browser, protocol)
  let { pagesId = usualPagesId } = options
  const install = async (folder: string) => {
    await browser.installExtension(folder)
  }
  if (options.extension) await install(options.extension)
  const closeTab = async (url: string) => {
    const closed = await protocol.asBrowser(`${lastTabWith(url)}
      if (tab) tab.ownerDocument.defaultView.gBrowser.removeTab(tab)
      return Boolean(tab)`)
    return closed === 'true'
  }
  /**
   * Opens a tab at an address, and of its size, from its beginning: an empty page that then goes over into another, and
   * is drawn anew for another size, is half of the work of most tabs; and of pages of an extension the protocol’s own
   * way tells no end. A tab behind runs as if it were seen: throttled as hidden, which a real popup never is, it draws
   * nothing.
   */
  const openTab = async (url: string, { behind }: Pick<TabOptions, 'behind'>): Promise<Page> => {
    const { width, height } = viewportOf(url)
    const size = `linkedBrowser.style.width = '${width}px'
      linkedBrowser.style.height = '${height}px'`
    const context = await protocol.asBrowser(`
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
      const tabs = Services.wm.getMostRecentBrowserWindow().gBrowser
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal()
      const tab = tabs.addTab(${JSON.stringify(url)}, { triggeringPrincipal, skipAnimation: true })
      const { linkedBrowser } = tab
      ${headless ? size : ''}
      ${behind ? 'linkedBrowser.docShellIsActive = true' : 'tabs.selectedTab = tab'}
      return NavigableManager.getIdForBrowser(linkedBrowser)`)
    const find = async () => (await browser.pages()).find((each) => contextOf(each) === context)
    const page = await until(`the tab with ${url}`, find, (found) => found !== undefined)
    if (!page) throw new Error(`There is no tab with ${url}`)
    await waitForAddress(page, url)
    return page
  }
  const openExtensionPage: Driver['openExtensionPage'] = (path, { behind = false } = {}) =>
    openTab(`moz-extension://${pagesId}/${path}`, { behind })

  return {
    family: 'firefox',
    version: await browser.version(),
    browser,
    install,
    update: async () => {
      await protocol.asBrowser(`${addon} await addon.reload()`)
    },
    inert: 'icon/16.png',
    openPage: (url) => openTab(url, { behind: false }),
    openPrivatePage: async (url) => {
      await protocol.asBrowser(`${addon}
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
        const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] }
        await ExtensionPermissions.add(addon.id, allowed)
        await addon.reload()
        const opened = OpenBrowserWindow({ private: true })
        await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }))
        await opened.delayedStartupPromise
        opened.openTrustedLinkIn(${JSON.stringify(url)}, 'current')`)
      const pages = () => browser.pages()
      const found = await until('the private page', pages, (all) => all.some((page) => page.url() === url))
      const page = found.find((each) => each.url() === url)
      if (!page) throw new Error('The private window has no page')
      await waitForAddress(page, url)
      return page
    },
    openExtensionPage,
    openPopup: async (page) => {
      await page.bringToFront()
      await protocol.asBrowser(
        `${extension} ${lastTabWith(page.url())} extension.tabManager.addActiveTabPermission(tab)`,
      )
      return openExtensionPage('popup.html', { behind: true })
    },
    setLooks: async (page, looks) => {
      const scheme = looks === null ? 2 : looks.theme === 'dark' ? 0 : 1
      await protocol.asBrowser(`
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme})
        Services.prefs.setIntPref('browser.display.document_color_use', ${looks?.forcedColours ? 2 : 0})`)
      await drawn(page)
    },
    isPanelOpen: async () => {
      const open = await protocol.asBrowser(`${extension}
        const { ExtensionCommon } = ChromeUtils.importESModule('resource://gre/modules/ExtensionCommon.sys.mjs')
        const { isOpen, currentID } = SidebarController
        return isOpen && currentID === ExtensionCommon.makeWidgetId(extension.id) + '-sidebar-action'`)
      return open === 'true'
    },
    closeExtensionPage: (path) => closeTab(`moz-extension://${pagesId}/${path}`),
    state: () =>
      protocol.asBrowser(`const policy = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})
        const windows = [...Services.wm.getEnumerator('navigator:browser')]
        return JSON.stringify({
          tabs: windows.flatMap((each) => each.gBrowser.tabs).map((tab) => tab.linkedBrowser.currentURI.spec),
          pages: policy?.mozExtensionHostname,
          reason: policy?.extension?.startupReason,
          background: policy?.extension?.backgroundState,
        })`),
    badge: (page) =>
      protocol.asBrowser(`${extension}
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
        const { action } = ExtensionParent.apiManager.global.browserActionFor(extension)
        ${lastTabWith(page.url())}
        return action.getContextData(tab).badgeText ?? ''`),
    stopBackground: async () => {
      const state = await protocol.asBrowser(`${extension}
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
        return extension.backgroundState`)
      if (state !== 'stopped') throw new Error(`The event page is ${state}`)
    },
    closeBrowserPage: (address) => closeTab(address),
    dispatchCommand: async (name) => {
      await protocol.asBrowser(`${extension} extension.shortcuts.onCommand(${JSON.stringify(name)})`)
    },
    dispatchMenu: async (item, on = {}) => {
      await protocol.asBrowser(`${extension}
        const click = { menuItemId: ${JSON.stringify(item)}, editable: false, modifiers: [], ...${JSON.stringify(on)} }
        extension.emit('webext-menu-menuitem-click', click, gBrowser.selectedTab)`)
    },
    typeInAddressBar: async (text) => {
      const found = await protocol.asBrowser(`${searchHandler}
        const text = ${JSON.stringify(`kl ${text}`)}
        return new Promise((resolve) => ExtensionSearchHandler.handleSearch(
          { keyword: 'kl', text, inPrivateWindow: false },
          (all) => resolve(JSON.stringify(all.map(({ content }) => content)))))`)
      return JSON.parse(found) as readonly string[]
    },
    enterInAddressBar: async (text) => {
      await protocol.asBrowser(`${searchHandler}
        if (!ExtensionSearchHandler.hasActiveInputSession()) ExtensionSearchHandler.handleSearch(
          { keyword: 'kl', text: 'kl ', inPrivateWindow: false }, () => {})
        ExtensionSearchHandler.handleInputEntered('kl', ${JSON.stringify(`kl ${text}`)}, 'current')`)
    },
    takeBackHosts: async () => {
      await protocol.asBrowser(
        `${extension} ${hosts} await ExtensionPermissions.remove(extension.id, hosts, extension)`,
      )
    },
    giveHosts: async () => {
      await protocol.asBrowser(`${extension} ${hosts} await ExtensionPermissions.add(extension.id, hosts, extension)`)
    },
    // The preference above answers every question with yes.
    promiseSite: async () => {},
    giveSite: async (pattern) => {
      await protocol.asBrowser(
        `${extension} ${permissionsOf(JSON.stringify([pattern]))} await ExtensionPermissions.add(extension.id, hosts, extension)`,
      )
    },
    takeBackSite: async (pattern) => {
      await protocol.asBrowser(
        `${extension} ${permissionsOf(JSON.stringify([pattern]))} await ExtensionPermissions.remove(extension.id, hosts, extension)`,
      )
    },
    shadowRoots: (page) => firefoxShadowRoots(protocol, page),
    pinButton: async () => {
      await protocol.asBrowser(`${extension}
        const { ExtensionCommon } = ChromeUtils.importESModule('resource://gre/modules/ExtensionCommon.sys.mjs')
        const widget = ExtensionCommon.makeWidgetId(extension.id) + '-browser-action'
        CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR)`)
    },
    disableExtension: async () => {
      await protocol.asBrowser(`${addon} await addon.disable()`)
    },
    renew: async (id) => {
      pagesId = id
      await protocol.asBrowser(`${addon}
        for (const each of Services.wm.getEnumerator('navigator:browser')) if (each !== window) each.close()
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal()
        gBrowser.selectedTab = gBrowser.addTab('about:blank', { triggeringPrincipal, skipAnimation: true })
        const others = gBrowser.tabs.filter((each) => !each.selected)
        for (const each of others) gBrowser.removeTab(each, { animate: false, skipPermitUnload: true })
        await addon?.uninstall()
        Services.prefs.setStringPref(${JSON.stringify(pagesPreference)}, ${JSON.stringify(pagesAt(id))})
        Services.cache2.clear()`)
      // Who still holds one of the tabs hears that it is gone.
      await browser.pages()
    },
    close: async () => {
      await browser.close()
      await ended(browser)
      await restoreProfile(options.profile)
    },
    kill: async () => {
      browser.process()?.kill('SIGKILL')
      await ended(browser)
      await restoreProfile(options.profile)
    },
  }
}
