import puppeteer from 'puppeteer-core'
import { ChromiumExtension } from './chromium-extension.ts'
import { chromiumShadowRoots } from './chromium-shadow.ts'
import { openTab } from './chromium-tab.ts'
import { drawn, ended, untold, waitForAddress } from './pages.ts'
import type { Driver, LaunchOptions } from './types.ts'

function argumentsOf({ proxyPort, keyHash, features }: LaunchOptions): string[] {
  return [
    // Chromium has no sandbox for root, and a container often has no other user.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A page that was not reached is loaded anew by the tests, and not by itself some time.
    '--disable-auto-reload',
    '--disable-search-engine-choice-screen',
    '--disable-features=Translate',
    ...(features === undefined ? [] : [`--enable-features=${features}`]),
    '--hide-crash-restore-bubble',
    '--lang=nl',
    '--accept-lang=nl',
    `--proxy-server=http://127.0.0.1:${proxyPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--ignore-certificate-errors',
    ...(keyHash === undefined ? [] : [`--ignore-certificate-errors-spki-list=${keyHash}`]),
  ]
}

/** Chromium, Chrome and Edge over CDP. By the pipe, because branded Chrome takes extensions no other way since 137. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { headless } = options
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.path,
    userDataDir: options.profile,
    headless,
    pipe: true,
    enableExtensions: true,
    ...untold,
    defaultViewport: null,
    ...(options.downloads ? { downloadBehavior: { policy: 'allow', downloadPath: options.downloads } } : {}),
    args: argumentsOf(options),
    // Somebody who looks at the page needs no bar that says that it is driven.
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    env: { ...process.env, LANGUAGE: 'nl' },
    handleSIGINT: false,
  })
  let extension: ChromiumExtension | null = null
  const installed = (): ChromiumExtension => {
    if (!extension) throw new Error('The extension is not installed')
    return extension
  }
  const install = async (folder: string, storage = options.storage) => {
    extension = await ChromiumExtension.add(browser, folder, storage)
  }
  // By its target: a page that goes over into another may not have said so.
  const closePage = async (address: string) => {
    const page = await browser
      .targets()
      .find((each) => each.url() === address)
      ?.page()
    await page?.close()
    return Boolean(page)
  }
  if (options.extension) await install(options.extension)

  return {
    family: 'chromium',
    version: await browser.version(),
    browser,
    install,
    update: (folder) => install(folder),
    inert: 'manifest.json',
    openPage: (url) => openTab(browser, url, { behind: false, headless }),
    openPrivatePage: async (url) => {
      // Not a context of the protocol's own: those are private too, but unknown to the extension's API.
      await installed().run(`chrome.windows.create({ url: ${JSON.stringify(url)}, incognito: true })`)
      const target = await browser.waitForTarget((each) => each.url() === url)
      const page = await target.page()
      if (!page) throw new Error('The private window has no page')
      await waitForAddress(page, url)
      return page
    },
    openExtensionPage: (path, { behind = false } = {}) =>
      openTab(browser, `chrome-extension://${installed().id}/${path}`, { behind, headless }),
    openPopup: (page) => installed().openPopup(page),
    setLooks: async (page, looks) => {
      const session = await page.createCDPSession()
      const features = looks && [
        { name: 'prefers-color-scheme', value: looks.theme },
        { name: 'forced-colors', value: looks.forcedColours ? 'active' : 'none' },
      ]
      await session.send('Emulation.setEmulatedMedia', { features: features ?? [] })
      await drawn(page)
    },
    isPanelOpen: async () =>
      (await installed().run(`chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })
      .then((all) => all.length > 0)`)) === true,
    closeExtensionPage: (path) => closePage(`chrome-extension://${installed().id}/${path}`),
    state: async () => browser.targets().map((target) => `${target.type()} ${target.url()}`),
    badge: async (page) => {
      // Of a page that Kamerlens may not read its API tells no address: then the tab in front is meant.
      const text = `chrome.tabs.query({}).then((tabs) => tabs.findLast((tab) => tab.url === ${JSON.stringify(page.url())}) ??
          tabs.find((tab) => tab.active && tab.url === undefined))
        .then((tab) => chrome.action.getBadgeText({ tabId: tab.id }))`
      return String(await installed().run(text))
    },
    stopBackground: () => installed().stopWorker(),
    closeBrowserPage: closePage,
    dispatchCommand: (name) =>
      installed().runInWorker(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
      ),
    dispatchMenu: (item, on = {}) =>
      installed().runInWorker(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.contextMenus.onClicked.dispatch({ menuItemId: ${JSON.stringify(item)}, pageUrl: tab.url, editable: false, ...${JSON.stringify(on)} }, tab))`,
      ),
    // The address bar itself is out of the protocol's reach.
    typeInAddressBar: (text) =>
      installed().runInWorker<readonly string[]>(
        `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(text)}, (all) => resolve(all.map(({ content }) => content))))`,
      ),
    enterInAddressBar: (text) =>
      installed().runInWorker(`chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(text)}, 'currentTab')`),
    takeBackHosts: () => installed().allow('ON_CLICK'),
    giveHosts: () => installed().allow('ON_ALL_SITES'),
    promiseSite: (pattern) => installed().promiseSite(pattern),
    giveSite: async (pattern) => {
      await installed().promiseSite(pattern)
      await installed().run(`chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`)
    },
    takeBackSite: (pattern) => installed().takeBackSite(pattern),
    shadowRoots: chromiumShadowRoots,
    pinButton: () => installed().pin(),
    disableExtension: async () => {
      await installed().disable()
      extension = null
    },
    renew: async () => {
      const before = await browser.pages()
      const page = await openTab(browser, 'about:blank', { behind: false, headless })
      await Promise.all(before.map((each) => each.close()))
      for (const id of (await browser.extensions()).keys()) await browser.uninstallExtension(id)
      extension = null
      const session = await page.createCDPSession()
      await session.send('Network.clearBrowserCache')
      await session.detach()
    },
    close: async () => {
      await browser.close()
      await ended(browser)
    },
    kill: async () => {
      browser.process()?.kill('SIGKILL')
      await ended(browser)
    },
  }
}
