import type { Browser, Page } from 'puppeteer-core'

export type Family = 'chromium' | 'firefox'

export interface LaunchOptions {
  readonly family: Family
  /** The browser's program. */
  readonly path: string
  /** Folder of the built extension, or null for a browser that does not have it yet. */
  readonly extension: string | null
  /** Folder of the profile; the same folder again is the same browser, restarted. */
  readonly profile: string
  /** Port of the stand-in's proxy. */
  readonly proxyPort: number
  /** Of the stand-in's certificate: without it Chromium keeps nothing of the stand-in in its cache. */
  readonly keyHash?: string
  readonly headless: boolean
  /** The UUID in the address of Kamerlens' pages in Firefox, always the same when left out: it is the same storage too. */
  readonly pagesId?: string
  /** Folder for what is saved as a file; the browser's own when left out. */
  readonly downloads?: string
  /** Bytes that Chromium may keep for Kamerlens, as on a disk that is nearly full; Firefox knows no such limit. */
  readonly storage?: number
  /** Features of Chromium that are tried out (`--enable-features`). */
  readonly features?: string
}

/** Place and size on the page, in CSS pixels of the viewport. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An element inside a shadow root, closed ones included, as the browser's own protocol shows it. */
export interface ShadowElement {
  /** Lower-case tag name; empty for the shadow root itself. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text of the element and all in it, white space collapsed. */
  readonly text: string
  readonly children: readonly ShadowElement[]
  /** Where it is shown; null where it is not. */
  readonly box: () => Promise<Box | null>
}

/** What the system would tell a page of its looks. */
export interface Looks {
  readonly theme: 'light' | 'dark'
  readonly forcedColours: boolean
}

/**
 * A browser with Kamerlens in it, of either family: what puppeteer does not give alike (or at all) for both. Pages
 * are puppeteer's.
 */
export interface Driver {
  readonly family: Family
  /** `Chrome/156.0.8078.79`, `firefox/153.7.0` */
  readonly version: string
  readonly browser: Browser
  /** Adds the built extension to the running browser, with so many bytes of room where they are given (`LaunchOptions`). */
  readonly install: (folder: string, storage?: number) => Promise<void>
  /** Puts the extension anew over itself while its pages and tabs are open, as an update does. */
  readonly update: (folder: string) => Promise<void>
  /** Opens an address in a new tab that becomes the active one. */
  readonly openPage: (url: string) => Promise<Page>
  /** Opens an address in a private window, in which Kamerlens is allowed to work. */
  readonly openPrivatePage: (url: string) => Promise<Page>
  /**
   * Opens a page of the extension (`popup.html`). `behind` leaves the present tab the active one: what the popup's
   * «this tab» is, a real popup being no tab.
   */
  readonly openExtensionPage: (path: string, options?: { readonly behind?: boolean }) => Promise<Page>
  /**
   * Opens the popup over a page by its button, with the access to this one page that a click on it gives. Chromium
   * shows the real one; Firefox's protocol sees no panels, so there it is its page in a tab behind.
   */
  readonly openPopup: (page: Page) => Promise<Page>
  /** Shows a page (in Firefox: all pages) as a system with these looks does; null as it was. */
  readonly setLooks: (page: Page, looks: Looks | null) => Promise<void>
  /** Whether the side panel or sidebar is open: the real one, which no protocol shows. */
  readonly isPanelOpen: () => Promise<boolean>
  /** Closes a page of the extension that opened by itself; false where there is none (yet). */
  readonly closeExtensionPage: (path: string) => Promise<boolean>
  /** What is open and what the browser knows of the extension, for the error of a page that did not come. */
  readonly state: () => Promise<unknown>
  /** A file of the extension that is shown without running anything of it. */
  readonly inert: string
  /** The text on the toolbar button for the tab with this page. */
  readonly badge: (page: Page) => Promise<string>
  /** Ends the background worker (Chromium) or event page (Firefox), as the browser does when it is idle. */
  readonly stopBackground: () => Promise<void>
  /** Closes a tab with a page of the browser itself; false where there is none (yet). */
  readonly closeBrowserPage: (address: string) => Promise<boolean>
  /** Fires a keyboard command for the active tab: synthetic keys never do. */
  readonly dispatchCommand: (name: string) => Promise<void>
  /** Chooses an item of Kamerlens' context menu over the active tab. */
  readonly dispatchMenu: (
    item: string,
    on?: { readonly linkUrl?: string; readonly selectionText?: string },
  ) => Promise<void>
  /** Types into the address bar behind Kamerlens' keyword, and gives the contents of what is suggested. */
  readonly typeInAddressBar: (text: string) => Promise<readonly string[]>
  /** Chooses a text there, for the active tab. */
  readonly enterInAddressBar: (text: string) => Promise<void>
  /** Takes the right to the official sites back, as users do in the browser's settings of extensions. */
  readonly takeBackHosts: () => Promise<void>
  /** Gives it again in the same place. */
  readonly giveHosts: () => Promise<void>
  /** Has the browser answer with yes, unseen, when the extension asks for this match pattern. */
  readonly promiseSite: (pattern: string) => Promise<void>
  /** Grants a match pattern that the extension may ask for, outside of its own screens. */
  readonly giveSite: (pattern: string) => Promise<void>
  /** Takes it back, as users do in the browser's settings of extensions. */
  readonly takeBackSite: (pattern: string) => Promise<void>
  /** All shadow roots of a page apart from the browser's own. */
  readonly shadowRoots: (page: Page) => Promise<readonly ShadowElement[]>
  /** Puts Kamerlens' button onto the toolbar itself, where the browser hides new ones. */
  readonly pinButton: () => Promise<void>
  readonly disableExtension: () => Promise<void>
  /**
   * Takes Kamerlens out with all that it kept, closes all that is open and empties the cache: what is installed next is as in a
   * browser that was just started, in Firefox with its pages under this UUID, in Chromium if it comes from another folder.
   */
  readonly renew: (pagesId: string) => Promise<void>
  readonly close: () => Promise<void>
  /** Ends the browser without any farewell (kill -9). */
  readonly kill: () => Promise<void>
}
