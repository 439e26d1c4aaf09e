import type { Walking } from './walking.ts'

/** The keyboard commands of the manifest, on the page in front; a page without codes or without us stays still. */
export async function runCommand(
  command: string,
  tabId: number,
  { step, chosen }: Pick<Walking, 'step' | 'chosen'>,
  openNote: (id: string, tabId: number) => Promise<void>,
): Promise<void> {
  if (command === 'next-reference') await step(tabId, 1)
  if (command === 'previous-reference') await step(tabId, -1)
  if (command === 'note-on-reference') {
    const id = await chosen(tabId)
    if (id !== null) await openNote(id, tabId)
  }
}
