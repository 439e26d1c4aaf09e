import { sendToPage } from '#utils/browser/messages.ts'

/** The keyboard commands of the manifest go to the page in front; a page without codes or without us stays still. */
export async function runCommand(command: string, tabId: number): Promise<void> {
  try {
    if (command === 'next-reference') await sendToPage(tabId, 'page/step', { direction: 1 })
    if (command === 'previous-reference') await sendToPage(tabId, 'page/step', { direction: -1 })
    if (command === 'note-on-reference') await sendToPage(tabId, 'page/note')
  } catch {
    // Nobody listens there: the badge without a number says so already.
  }
}
