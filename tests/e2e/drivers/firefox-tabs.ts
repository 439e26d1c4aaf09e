import type { Browser } from 'puppeteer-core'
import { contextOf, type FirefoxProtocol } from './firefox-protocol.ts'

/** Milliseconds after which a tab that was not told of never will be. */
const untoldAfter = 1000

interface Tree {
  readonly contexts: readonly { readonly context: string }[]
}

/**
 * Has puppeteer know the tabs that are open, and no others. Firefox waits 100 ms for the first document of a new tab,
 * which on a busy machine may come later, and then tells nobody of it (`waitForCurrentWindowGlobal` in its
 * BrowsingContextUtils.sys.mjs); nor does it tell that a page of an extension is gone. So what it lists is looked
 * through each time that the pages are asked for, and puppeteer told what it has missed, as it does itself at its
 * start.
 */
export function knowAllTabs(browser: Browser, { send, tell }: FirefoxProtocol): void {
  const pages = browser.pages.bind(browser)
  /** When a tab was first seen missing. */
  const missing = new Map<string, number>()
  browser.pages = async (...given) => {
    const before = (await pages(...given)).map(contextOf)
    const { contexts } = await send<Tree>('browsingContext.getTree', { maxDepth: 0 })
    const listed = new Set(contexts.map(({ context }) => context))
    for (const context of before) if (!listed.has(context)) tell('browsingContext.contextDestroyed', { context })
    const known = new Set((await pages(...given)).map(contextOf))
    const now = Date.now()
    for (const info of contexts) {
      const since = missing.get(info.context) ?? now
      if (known.has(info.context)) missing.delete(info.context)
      else if (now - since < untoldAfter) missing.set(info.context, since)
      else tell('browsingContext.contextCreated', info)
    }
    return pages(...given)
  }
}
