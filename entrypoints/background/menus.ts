import { type Browser, browser } from 'wxt/browser'
import { menuMessages } from '#locales/menus.ts'
import { codeOfUrl } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'
import { officialMatchPatterns } from '#utils/references/sites.ts'
import type { Opening } from './screens.ts'

/** Addresses of official files that are read as documents: by the end of their name, and the services that name none. */
const filePatterns = [
  ...officialMatchPatterns.flatMap((pattern) => ['.pdf*', '.docx*', '.xml'].map((end) => `${pattern}${end}`)),
  '*://*.tweedekamer.nl/downloads/document?*',
  '*://open.overheid.nl/*/pdf*',
]

type MenuTitle = 'lookUp' | 'noteOnSelection' | 'keepPage' | 'readLink'
type Menu = Omit<Browser.contextMenus.CreateProperties, 'id' | 'title'> & { readonly title: MenuTitle }

/** The context menu, one row an item. */
const menus: Readonly<Record<string, Menu>> = {
  'look-up-selection': { title: 'lookUp', contexts: ['selection'] },
  'note-on-selection': { title: 'noteOnSelection', contexts: ['selection'] },
  'look-up-link': { title: 'lookUp', contexts: ['link'], targetUrlPatterns: [...officialMatchPatterns] },
  'keep-page': { title: 'keepPage', contexts: ['page'], documentUrlPatterns: [...officialMatchPatterns] },
  'read-link': { title: 'readLink', contexts: ['link'], targetUrlPatterns: filePatterns },
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
  | { readonly type: 'keep-page' }
  | { readonly type: 'read'; readonly url: string }

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'selectionText' | 'linkUrl' | 'frameId'>

/** Reads a click: a selection or address that is a code opens it, any other selection is searched for. */
export function menuRequest({ menuItemId, selectionText, linkUrl, frameId = 0 }: Click): MenuRequest | null {
  if (menuItemId === 'note-on-selection') return { type: 'note-on-selection', frameId }
  if (menuItemId === 'keep-page') return { type: 'keep-page' }
  if (menuItemId === 'read-link') return linkUrl === undefined ? null : { type: 'read', url: linkUrl }
  if (menuItemId === 'look-up-link' && linkUrl !== undefined) {
    const code = codeOfUrl(linkUrl)
    return { type: 'open', opening: code === null ? { search: linkUrl } : { code: code.id } }
  }
  const text = selectionText?.trim()
  if (menuItemId !== 'look-up-selection' || !text) return null
  const code = readCode(text)
  return { type: 'open', opening: code === null ? { search: text.slice(0, 500) } : { code: code.id } }
}
