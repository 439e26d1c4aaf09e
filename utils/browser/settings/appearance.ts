import { browser } from 'wxt/browser'
import { readManaged } from './managed.ts'

export const languages = ['nl', 'en'] as const
export const looks = ['light', 'dark'] as const

/** What the user chose to see Kamerlens in; null follows the browser, and is no key at all. */
export interface Appearance {
  readonly language: (typeof languages)[number] | null
  readonly looks: (typeof looks)[number] | null
}

/** One key a choice. They are read on every page: see `switches.ts`. */
const keys = ['language', 'looks'] as const satisfies readonly (keyof Appearance)[]

type Stored = Readonly<Record<string, unknown>>

export async function readAppearance(): Promise<Appearance> {
  return appearanceAmong(...(await Promise.all([browser.storage.local.get([...keys]), readManaged()])))
}

/** @param stored holds the user's choice among the rest; `managed` that of an administrator */
export function appearanceAmong(stored: Stored, managed: Stored): Appearance {
  return { ...knownIn(stored), ...fixedIn(managed) }
}

/** The choices that an administrator has made: the user can't make others. */
export async function readFixedAppearance(): Promise<Partial<Appearance>> {
  return fixedIn(await readManaged())
}

function fixedIn(managed: Stored): Partial<Appearance> {
  const { language, looks } = knownIn(managed)
  return { ...(language === null ? {} : { language }), ...(looks === null ? {} : { looks }) }
}

/** A choice as it was written down as JSON; what can't be read of it follows the browser. */
export function appearanceIn(text: string | null): Appearance {
  try {
    return knownIn(Object(JSON.parse(text ?? 'null')))
  } catch {
    return knownIn({})
  }
}

const knownIn = (stored: Stored): Appearance => ({
  language: languages.find((each) => each === stored.language) ?? null,
  looks: looks.find((each) => each === stored.looks) ?? null,
})

/** Keeps a choice: the user makes it on purpose, so in a private window too. */
export async function chooseAppearance(choice: Partial<Appearance>): Promise<void> {
  for (const key of keys) {
    const value = choice[key]
    if (value === null) await browser.storage.local.remove(key)
    else if (value !== undefined) await browser.storage.local.set({ [key]: value })
  }
}

/** Calls back after each change, from whichever window, until it is stopped. */
export function watchAppearance(onChange: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (keys.some((key) => key in changes)) onChange()
  }
  browser.storage.local.onChanged.addListener(listener)
  return () => browser.storage.local.onChanged.removeListener(listener)
}

/**
 * Has what the user chose applied, now and after each change, as long as this context lives. Resolves after the first time;
 * where it can't be read the browser's holds.
 */
export async function followAppearance(apply: (chosen: Appearance) => void): Promise<void> {
  const look = () => readAppearance().then(apply, () => undefined)
  watchAppearance(look)
  await look()
}
