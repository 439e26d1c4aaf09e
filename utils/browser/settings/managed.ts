import { browser } from 'wxt/browser'

/**
 * What an administrator has fixed (SAFETY §4), by `public/managed-schema.json` in Chromium and by a native manifest or a
 * policy in Firefox; nothing where nobody manages this browser. It is read where a setting is, and each reader takes only
 * what it understands: a wrong value fixes nothing.
 */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    // Firefox has none at all without a manifest for it.
    return {}
  }
}
