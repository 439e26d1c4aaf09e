import type { Family } from './browsers.ts'
import { type Outcome, runTool } from './programs.ts'

/** Where each family's package lies after a build (wxt.config.ts, `outDirTemplate`). */
export const packageFolders: Readonly<Record<Family, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
}

/** Builds the Manifest V3 package of one family. */
export function buildPackage(family: Family): Promise<Outcome> {
  const browser = family === 'firefox' ? 'firefox' : 'chrome'
  return runTool('wxt/bin/wxt.mjs', ['build', '--browser', browser, '--mv3'])
}

/**
 * The same, for what can't go on without it.
 *
 * @throws Error with all that the build printed
 */
export async function builtPackage(family: Family): Promise<void> {
  const { code, output } = await buildPackage(family)
  if (code !== 0) throw new Error(output)
}
