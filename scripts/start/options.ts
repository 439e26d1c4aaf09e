import { parseArgs } from 'node:util'
import { type BrowserName, type FoundBrowser, findBrowser } from '../browsers.ts'

export interface StartOptions {
  readonly browser: FoundBrowser
  /** Drive the browser through the three jobs instead of opening it for somebody. */
  readonly tour: boolean
}

/** On Linux a program needs one of these to open a window; other systems always have a screen. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * What is installed, and Firefox where there is nothing built on Chromium.
 *
 * @throws Error that says of both what to install
 */
async function findAny(tell: (sentence: string) => void): Promise<FoundBrowser> {
  try {
    return await findBrowser('chromium', tell)
  } catch (chromium) {
    return await findBrowser('firefox', tell).catch((firefox: unknown) => {
      throw new Error([chromium, firefox].map((each) => (each instanceof Error ? each.message : each)).join('\nOr: '))
    })
  }
}

/**
 * Reads what was asked for behind `npm start --`.
 *
 * @throws Error with one sentence when the browser cannot be had
 */
export async function readOptions(args: readonly string[], tell: (sentence: string) => void): Promise<StartOptions> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tour: { type: 'boolean', default: false },
      chromium: { type: 'boolean' },
      chrome: { type: 'boolean' },
      edge: { type: 'boolean' },
      firefox: { type: 'boolean' },
    },
  })
  const names: readonly BrowserName[] = ['firefox', 'chrome', 'edge', 'chromium']
  const named = names.find((name) => values[name])
  const browser = named ? await findBrowser(named, tell) : await findAny(tell)
  const tour = values.tour || !hasDisplay()
  if (tour && !values.tour) tell('There is no display here, so this is the tour.')
  return { browser, tour }
}
