import { type Browser, browser } from 'wxt/browser'
import { menuMessages } from '#locales/menus.ts'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import { fileOf, textAddressOf } from '#utils/references/addresses/text-address.ts'
import { codeOfUrl } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'
import type { Code } from '#utils/references/types.ts'
import type { Passages } from '../passages/passages.ts'
import type { PageReading } from '../reading/page-reading.ts'
import { type Opening, openLibrary, openPopup } from './screens.ts'

/** Addresses of official files that are read as documents: by the end of their name, and the services that name none. */
const filePatterns = [
  ...officialMatchPatterns.flatMap((pattern) => ['.pdf*', '.docx*', '.xml'].map((end) => `${pattern}${end}`)),
  '*://*.tweedekamer.nl/downloads/document?*',
  '*://open.overheid.nl/*/pdf*',
]

/** Addresses that carry the code of a paper: of the Tweede Kamer by a parameter, of publications by their name. */
const paperPatterns = [
  '*://*.tweedekamer.nl/*id=*',
  ...['kst', 'ah', 'kv', 'blg', 'h'].flatMap((series) => [
    `*://zoek.officielebekendmakingen.nl/${series}-*`,
    `*://zoek.officielebekendmakingen.nl/*/${series}-*`,
    `*://repository.overheid.nl/*/${series}-*`,
  ]),
]

type MenuTitle = 'lookUp' | 'noteOnSelection' | 'noteOnLink' | 'keepPage' | 'readLink' | 'readSelection'
type Menu = Omit<Browser.contextMenus.CreateProperties, 'id' | 'title'> & { readonly title: MenuTitle }

/** The context menu, one row an item. */
const menus: Readonly<Record<string, Menu>> = {
  'look-up-selection': { title: 'lookUp', contexts: ['selection'] },
  'note-on-selection': { title: 'noteOnSelection', contexts: ['selection'] },
  'read-selection': { title: 'readSelection', contexts: ['selection'] },
  'look-up-link': { title: 'lookUp', contexts: ['link'], targetUrlPatterns: [...officialMatchPatterns] },
  'note-on-link': { title: 'noteOnLink', contexts: ['link'], targetUrlPatterns: paperPatterns },
  'keep-page': { title: 'keepPage', contexts: ['page'], documentUrlPatterns: [...officialMatchPatterns] },
  'read-link': {
    title: 'readLink',
    contexts: ['link'],
    targetUrlPatterns: [...new Set([...filePatterns, ...paperPatterns])],
  },
}

/** Makes the menu anew: after an installation, and at the browser's start, when its language may have changed. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  const texts = menuMessages.get()
  for (const [id, { title, ...properties }] of Object.entries(menus)) {
    browser.contextMenus.create({ id, title: texts[title], ...properties })
  }
}

/** What the chosen item asks for; null for what is none of ours. */
export type MenuRequest =
  | { readonly type: 'open'; readonly opening: Opening }
  | { readonly type: 'note-on-selection'; readonly frameId: number }
  /** A note on a code, by its canonical id. */
  | { readonly type: 'note'; readonly code: string }
  | { readonly type: 'keep-page' }
  | { readonly type: 'read'; readonly url: string }

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'selectionText' | 'linkUrl' | 'frameId'>

/**
 * Reads a click: a selection or address that is a code opens it, any other selection is searched for. What can't be done with
 * the code opens it too, or the search, where it is said what can be.
 */
export function menuRequest({ menuItemId, selectionText, linkUrl, frameId = 0 }: Click): MenuRequest | null {
  if (menuItemId === 'note-on-selection') return { type: 'note-on-selection', frameId }
  if (menuItemId === 'keep-page') return { type: 'keep-page' }
  const text = selectionText?.trim() ?? ''
  if (menuItemId === 'look-up-selection') return openingFor(text, readCode(text))
  if (menuItemId === 'read-selection') {
    const code = readCode(text)
    const url = code === null ? null : textAddressOf(code)
    return url === null ? openingFor(text, code) : { type: 'read', url }
  }
  if (linkUrl === undefined) return null
  const code = codeOfUrl(linkUrl)
  if (menuItemId === 'look-up-link') return openingFor(linkUrl, code)
  if (menuItemId === 'note-on-link') return code === null ? openingFor(linkUrl, null) : { type: 'note', code: code.id }
  // Of a paper of the Tweede Kamer the page holds none of the text.
  if (menuItemId === 'read-link') return { type: 'read', url: (code && fileOf(code)) ?? linkUrl }
  return null
}

function openingFor(text: string, code: Code | null): MenuRequest | null {
  if (text === '') return null
  return { type: 'open', opening: code === null ? { search: text.slice(0, 500) } : { code: code.id } }
}

interface Parts {
  readonly reading: Pick<PageReading, 'readPage' | 'readAddress'>
  readonly passages: Pick<Passages, 'noteOnSelection'>
  readonly openNote: (code: string, tabId: number) => Promise<void>
}

/** Does what the chosen items of the menu ask for. */
export function serveMenus({ reading, passages, openNote }: Parts): void {
  browser.contextMenus.onClicked.addListener(async (click, tab) => {
    const request = menuRequest(click)
    if (request === null || tab?.id === undefined) return
    if (request.type === 'open') await openLibrary(request.opening, tab.id)
    else if (request.type === 'note') await openNote(request.code, tab.id)
    else if (request.type === 'note-on-selection') {
      await passages.noteOnSelection(tab.id, { tabId: tab.id, frameId: request.frameId })
    } else {
      const started =
        request.type === 'keep-page'
          ? await reading.readPage(tab.id)
          : await reading.readAddress(request.url, '', tab.id)
      if (started.ok) await openPopup({ job: started.value.id }, tab.id)
      else await openLibrary({ error: started.error }, tab.id)
    }
  })
}
