import {
  type Components,
  createI18n,
  formatter,
  type params as paramsOfLibrary,
  strings,
  type Translations,
  transform,
} from '@nanostores/i18n'
import { atom } from 'nanostores'

/** Dutch first; English where the user's browser, or the user, asks for it. */
export type Language = 'nl' | 'en'

/** The first of Dutch and English among the browser's languages (BCP 47 tags, best first); Dutch where neither is named. */
export function languageOf(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'nl' || tag === 'en')
  return known === 'en' ? 'en' : 'nl'
}

/** What the browser asks for. */
export const browserLanguage = languageOf(globalThis.navigator?.languages ?? [])

/**
 * The language of the interface. It follows the browser until `locale.set` is called with the user's choice; every
 * text that is on the screen then changes in place.
 */
export const locale = atom<Language>(browserLanguage)

const english: Components = {}

const define = createI18n<Language, 'nl'>(locale, {
  baseLocale: 'nl',
  cache: { nl: {}, en: english },
  // Every text is in the bundle, so nothing is ever loaded.
  get: async () => ({}),
})

type Spoken<Body> = { readonly [Key in keyof Body]: unknown }

/**
 * One screen's texts, both languages side by side. `english` must name the same keys (the compiler checks it) and
 * gives the plain form of each: a string, or the forms of a plural, since `params` and `count` of the Dutch text
 * apply to it as well.
 *
 * @param screen unique name of the screen or part
 */
export function messages<Body extends Translations>(screen: string, dutch: Body, inEnglish: Spoken<Body>) {
  english[screen] = inEnglish as Translations
  return define(screen, dutch)
}

/** Numbers and dates in the language of the interface: `useStore(format).time(date, { dateStyle: 'long' })`. */
export const format = /* @__PURE__ */ formatter(locale)

/**
 * A text with `{name}` parameters. The library's own would take a `$&` in a value for a pattern of what it replaces, and
 * fill the `{…}` of one value with the next.
 */
export const params: typeof paramsOfLibrary = /* @__PURE__ */ transform(
  (_, text: string, values: Readonly<Record<string, string | number>>) =>
    strings(text, (part) => part.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))),
) as typeof paramsOfLibrary
