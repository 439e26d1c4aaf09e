import { browser } from 'wxt/browser'

/** Whether this page of ours is in a private window, where nothing is written that the user did not ask to keep. */
export function isPrivateWindow(): boolean {
  return browser.extension?.inIncognitoContext === true
}

let overPrivate: Promise<boolean> | null = null

/**
 * Whether this page of ours stands over a private window, or in one: Chromium's popup there is a page of the ordinary
 * ones, so only the window tells. Asked when it matters: nothing of a first screen does.
 */
export function isOverPrivate(): Promise<boolean> {
  overPrivate ??= browser.windows.getCurrent().then(
    ({ incognito }) => incognito,
    () => false,
  )
  return overPrivate
}
