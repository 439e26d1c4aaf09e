import { browser } from 'wxt/browser'
import { isPrivateWindow } from './private-window.ts'

/**
 * What is kept of an error for a report. Not what it says: that may quote an address, or a text of the user's.
 */
export interface LoggedError {
  readonly at: string
  /** The context: `background`, `popup.html`. */
  readonly where: string
  readonly name: string
  /** Of our own failures. */
  readonly code?: string
  /** Places in our own files, innermost first: `background.js:1:2345`. */
  readonly stack: readonly string[]
}

/** One key an error, in memory alone: gone when the browser ends. */
const prefix = 'error.'
/** Errors that are kept; older ones go. */
const mostErrors = 20
const mostPlaces = 6

/** The errors since the browser was started, newest first. */
export async function loggedErrors(): Promise<readonly LoggedError[]> {
  const stored = await browser.storage.session.get(null)
  return keysIn(stored).map((key) => stored[key] as LoggedError)
}

const keysIn = (stored: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(stored)
    .filter((key) => key.startsWith(prefix))
    .toSorted()
    .toReversed()

/**
 * Keeps what goes wrong in this context from now on: what nobody caught, and what was caught and said to the console, where
 * all goes that the user need not be told. Nothing in private windows.
 *
 * @param where the context's name
 */
export function keepErrors(where: string): void {
  if (isPrivateWindow()) return
  const keep = (error: unknown) => {
    if (error instanceof Error) void logError(error, where, new Date()).catch(() => undefined)
  }
  const say = console.error
  console.error = (...said: unknown[]) => {
    say.apply(console, said)
    said.forEach(keep)
  }
  addEventListener('error', (event) => keep((event as ErrorEvent).error))
  addEventListener('unhandledrejection', (event) => keep((event as PromiseRejectionEvent).reason))
}

export async function logError(error: Error, where: string, at: Date): Promise<void> {
  const key = `${prefix}${at.toISOString()}.${crypto.randomUUID()}`
  await browser.storage.session.set({ [key]: factsOf(error, where, at) })
  const old = keysIn(await browser.storage.session.get(null)).slice(mostErrors)
  if (old.length > 0) await browser.storage.session.remove([...old])
}

/** What of an error may leave the machine: names from closed sets, and places in our own files without their address. */
function factsOf(error: Error, where: string, at: Date): LoggedError {
  const { code } = error as { readonly code?: unknown }
  const places = [...(error.stack ?? '').matchAll(/-extension:\/\/[\w-]+\/([\w./-]+:\d+:\d+)/g)]
  return {
    at: at.toISOString(),
    where,
    name: /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && /^[a-z-]{1,40}$/.test(code) ? { code } : {}),
    stack: places.slice(0, mostPlaces).map(([, place = '']) => place),
  }
}
