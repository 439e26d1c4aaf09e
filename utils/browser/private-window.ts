import { browser } from 'wxt/browser'

/** Whether this page of ours is in a private window, where nothing is written that the user did not ask to keep. */
export function isPrivateWindow(): boolean {
  return browser.extension?.inIncognitoContext === true
}
