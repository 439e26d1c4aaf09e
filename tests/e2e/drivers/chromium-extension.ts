import type { Browser, Page, WebWorker } from 'puppeteer-core'
import { until } from '../until.ts'
import { openTab } from './pages.ts'

/** The extension in a running Chromium, and what can be done with it from outside. */
export class ChromiumExtension {
  readonly id: string
  readonly #browser: Browser
  #control: Promise<Page> | null = null

  private constructor(browser: Browser, id: string) {
    this.#browser = browser
    this.id = id
  }

  static async add(browser: Browser, folder: string): Promise<ChromiumExtension> {
    return new ChromiumExtension(browser, await browser.installExtension(folder, { enabledInIncognito: true }))
  }

  /** Runs a script with the extension's API, on a page of its origin that runs nothing of ours. */
  async run(script: string): Promise<unknown> {
    return (await this.#page()).evaluate(script)
  }

  /** The background worker, started where it is not running. */
  async worker(): Promise<WebWorker> {
    const origin = `chrome-extension://${this.id}/`
    const session = await (await this.#page()).createCDPSession()
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.startWorker', { scopeURL: origin })
    await session.detach()
    // A worker that was stopped a moment ago is still listed: only one that answers is meant.
    const read = async () => {
      const all = this.#browser.targets().filter((each) => each.type() === 'service_worker')
      const worker = (await all.findLast((each) => each.url().startsWith(origin))?.worker()) ?? null
      await worker?.evaluate('true')
      return worker
    }
    const worker = await until('the background worker', read, (found) => found !== null)
    if (!worker) throw new Error('The background worker could not be reached')
    return worker
  }

  disable(): Promise<void> {
    return this.#manage(`chrome.management.setEnabled(${JSON.stringify(this.id)}, false)`)
  }

  /** Puts the button onto the toolbar, where a user would pin it. */
  pin(): Promise<void> {
    const change = JSON.stringify({ extensionId: this.id, pinnedToToolbar: true })
    return this.#manage(`chrome.developerPrivate.updateExtensionConfiguration(${change})`)
  }

  #page(): Promise<Page> {
    this.#control ??= openTab(this.#browser, { behind: true, headless: false }).then(async (page) => {
      await page.goto(`chrome-extension://${this.id}/manifest.json`)
      return page
    })
    return this.#control
  }

  /** Runs a script where Chromium manages its extensions. */
  async #manage(script: string): Promise<void> {
    const page = await openTab(this.#browser, { behind: true, headless: false })
    await page.goto('chrome://extensions')
    await page.evaluate(script)
    await page.close()
  }
}
