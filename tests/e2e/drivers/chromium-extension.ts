import { createHash } from 'node:crypto'
import type { Browser, CDPSession, Page } from 'puppeteer-core'
import { until } from '../until.ts'
import { openTab } from './chromium-tab.ts'
import { waitForAddress } from './pages.ts'

/** The id that Chromium gives to an extension from a folder: the hash of its path, in letters from a to p. */
function idOf(folder: string): string {
  const path = Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8')
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32)
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '')
}

/** The extension in a running Chromium, and what can be done with it from outside. */
export class ChromiumExtension {
  readonly id: string
  readonly #browser: Browser
  #control: Promise<Page> | null = null

  private constructor(browser: Browser, id: string) {
    this.#browser = browser
    this.id = id
  }

  /** @param storage bytes that it may keep; set before it has a store, because Chromium remembers the room for a while */
  static async add(browser: Browser, folder: string, storage?: number): Promise<ChromiumExtension> {
    if (storage !== undefined) {
      const page = await openTab(browser, 'about:blank', { behind: true, headless: false })
      const limit = { origin: `chrome-extension://${idOf(folder)}`, quotaSize: storage }
      // The limit lasts as long as the session of this page.
      await (await page.createCDPSession()).send('Storage.overrideQuotaForOrigin', limit)
    }
    return new ChromiumExtension(browser, await browser.installExtension(folder, { enabledInIncognito: true }))
  }

  /** Runs a script with the extension's API, on a page of its origin that runs nothing of ours. */
  async run(script: string): Promise<unknown> {
    return (await this.#page()).evaluate(script)
  }

  /** Runs a script in the background worker, started where it is not running. */
  async runInWorker<Value = void>(script: string): Promise<Value> {
    const origin = `chrome-extension://${this.id}/`
    const control = await this.#serviceWorkers()
    // A worker that was stopped a moment ago is still listed, and may still be ending: only one that answers is meant.
    const read = async () => {
      await control.send('ServiceWorker.startWorker', { scopeURL: origin })
      const all = this.#browser.targets().filter((each) => each.type() === 'service_worker')
      const session = await all.findLast((each) => each.url().startsWith(origin))?.createCDPSession()
      await session?.send('Runtime.evaluate', { expression: 'true' })
      return session ?? null
    }
    const session = await until('the background worker', read, (found) => found !== null)
    await control.detach()
    if (!session) throw new Error('The background worker could not be reached')
    const asked = { expression: script, awaitPromise: true, returnByValue: true }
    const { exceptionDetails, result } = await session.send('Runtime.evaluate', asked)
    await session.detach()
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as Value
  }

  /**
   * Ends the background worker, as Chromium does when it is idle. No session is attached to it by then (puppeteer’s own
   * way leaves one until after the end): a worker that a message starts again meanwhile would wait for its debugger, for good.
   */
  async stopWorker(): Promise<void> {
    const control = await this.#serviceWorkers()
    await control.send('ServiceWorker.stopAllWorkers')
    await control.detach()
  }

  /** Where the user lets it work. */
  allow(hosts: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
    const change = JSON.stringify({ extensionId: this.id, hostAccess: hosts })
    return this.#manage(`chrome.developerPrivate.updateExtensionConfiguration(${change})`)
  }

  /** What a user once gave Chromium gives again without asking: its question is in a window that no protocol reaches. */
  promiseSite(pattern: string): Promise<void> {
    return this.#manage(
      `chrome.developerPrivate.addHostPermission(${JSON.stringify(this.id)}, ${JSON.stringify(pattern)})`,
    )
  }

  takeBackSite(pattern: string): Promise<void> {
    return this.#manage(
      `chrome.developerPrivate.removeHostPermission(${JSON.stringify(this.id)}, ${JSON.stringify(pattern)})`,
    )
  }

  /** Clicks its button over a page, and gives the popup that opens. */
  async openPopup(page: Page): Promise<Page> {
    const extension = (await this.#browser.extensions()).get(this.id)
    if (!extension) throw new Error('The extension is gone')
    const before = new Set(this.#browser.targets())
    await page.triggerExtensionAction(extension)
    const url = `chrome-extension://${this.id}/popup.html`
    const read = async () => this.#browser.targets().find((each) => each.url() === url && !before.has(each))
    const target = await until('the popup', read, (found) => found !== undefined)
    if (!target) throw new Error('The popup did not open')
    const popup = await target.asPage()
    await waitForAddress(popup, url)
    return popup
  }

  disable(): Promise<void> {
    return this.#manage(`chrome.management.setEnabled(${JSON.stringify(this.id)}, false)`)
  }

  /** Puts the button onto the toolbar, where a user would pin it. */
  pin(): Promise<void> {
    const change = JSON.stringify({ extensionId: this.id, pinnedToToolbar: true })
    return this.#manage(`chrome.developerPrivate.updateExtensionConfiguration(${change})`)
  }

  async #serviceWorkers(): Promise<CDPSession> {
    const session = await (await this.#page()).createCDPSession()
    await session.send('ServiceWorker.enable')
    return session
  }

  async #page(): Promise<Page> {
    // An update closes all pages of the extension.
    if ((await this.#control)?.isClosed()) this.#control = null
    const url = `chrome-extension://${this.id}/manifest.json`
    this.#control ??= openTab(this.#browser, url, { behind: true, headless: false })
    return this.#control
  }

  /** Runs a script where Chromium manages its extensions. */
  async #manage(script: string): Promise<void> {
    const page = await openTab(this.#browser, 'chrome://extensions', { behind: true, headless: false })
    await page.evaluate(script)
    await page.close()
  }
}
