import { browser } from 'wxt/browser'
import type { sendToPage } from '#utils/browser/messages.ts'
import { isReadable } from '#utils/browser/permissions.ts'
import type { BegunPassage, SelectionAnswer } from '#utils/browser/protocol/passages.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { keepBegun } from '#utils/browser/session/begun-passages.ts'
import { documentOfAddress } from '#utils/database/notes/passages.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import { openPopup } from '../controls/screens.ts'

/**
 * Begins a note on what is selected in a tab.
 *
 * @param where a document in which something is selected for certain; `if-selected`: nothing is said where nothing is
 * @returns whether it has dealt with it
 */
export type NoteOnSelection = (tabId: number, where: Frame | 'always' | 'if-selected') => Promise<boolean>

interface SelectionNotesParts {
  readonly framesOf: (tabId: number) => Promise<readonly Frame[]>
  readonly send: typeof sendToPage
  readonly newId: () => string
}

export function createSelectionNotes({ framesOf, send, newId }: SelectionNotesParts): NoteOnSelection {
  async function answerOf(frame: Frame, isThere: boolean): Promise<SelectionAnswer | null> {
    return send(frame, 'page/selection', { isThere }).catch(() => null)
  }

  async function noteOnSelection(tabId: number, where: Frame | 'always' | 'if-selected'): Promise<boolean> {
    const frames = typeof where === 'string' ? await framesOf(tabId) : [where]
    let last: SelectionAnswer | null = null
    for (const frame of frames) {
      const answer = await answerOf(frame, typeof where !== 'string')
      if (answer !== null) last = answer
      if (answer?.state === 'quote') return begin(frame, answer)
      if (answer?.state === 'taken') return true
      if (answer?.state === 'too-long') break
    }
    if (last?.state === 'too-long') await openPopup({ error: 'selection-too-long' }, tabId)
    else if (where === 'if-selected') return false
    else await openPopup({ error: last === null ? await whyUnread(tabId) : 'nothing-selected' }, tabId)
    return true
  }

  /** Why nobody answers: the page was there before us, or we may not be there. */
  async function whyUnread(tabId: number): Promise<'no-page' | 'selection-without-place'> {
    const { url = '' } = await browser.tabs.get(tabId)
    return (await isReadable(url, tabId)) ? 'no-page' : 'selection-without-place'
  }

  async function begin(frame: Frame, answer: SelectionAnswer & { readonly state: 'quote' }): Promise<boolean> {
    const { tabId, frameId } = frame
    const tab = await browser.tabs.get(tabId)
    // What a page's process says of its address counts for frames alone, and only where we may be.
    const address = frameId === 0 ? (tab.url ?? '') : answer.url
    const target = (await isReadable(address, tabId)) ? documentOfAddress(address) : null
    if (target === null) {
      await openPopup({ error: 'selection-without-place' }, tabId)
      return true
    }
    const url = withoutFragment(address)
    const begun: BegunPassage = {
      id: newId(),
      target,
      passage: { quote: answer.quote, ...(tab.incognito ? {} : { url }), format: 'page' },
      ...(tab.incognito ? {} : { place: { url, title: answer.title.slice(0, 1000) } }),
    }
    await keepBegun(begun)
    await openPopup({ passage: begun.id }, tabId)
    return true
  }

  return noteOnSelection
}
