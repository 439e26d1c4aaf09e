import { browser } from 'wxt/browser'
import { openPanel } from '#utils/browser/panel.ts'
import type { Walking } from '../pages/walking.ts'
import type { Passages } from '../passages/passages.ts'

interface Parts {
  readonly walking: Pick<Walking, 'step' | 'chosen'>
  readonly passages: Pick<Passages, 'noteOnSelection' | 'step'>
  readonly openNote: (id: string, tabId: number) => Promise<void>
}

/** The keyboard commands of the manifest, on the page in front; a page without codes or without us stays still. */
export async function runCommand(
  command: string,
  tabId: number,
  { walking, passages, openNote }: Parts,
): Promise<void> {
  if (command === 'next-reference') await walking.step(tabId, 1)
  if (command === 'previous-reference') await walking.step(tabId, -1)
  if (command === 'next-passage') await passages.step(tabId)
  if (command === 'note-on-selection') await passages.noteOnSelection(tabId, 'always')
  if (command === 'note-on-reference') {
    // Where a text is selected it is what the user means.
    if (await passages.noteOnSelection(tabId, 'if-selected')) return
    const id = await walking.chosen(tabId)
    if (id !== null) await openNote(id, tabId)
  }
}

/** Serves the keyboard commands, which browsers tell with the tab in front or, where they know none, without. */
export function serveCommands(parts: Parts): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    // Before anything is waited for: only within the key itself do browsers open it.
    if (command === 'open-panel' && tab !== undefined) return openPanel(tab.windowId)
    const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id
    if (id !== undefined) await runCommand(command, id, parts)
  })
}
