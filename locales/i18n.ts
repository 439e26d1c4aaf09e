import {
  type Components,
  type count as countOfLibrary,
  createI18n,
  type params as paramsOfLibrary,
  strings,
  type Translations,
  transform,
} from '@nanostores/i18n'
import { atom, computed } from 'nanostores'

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

/** The language in which dates are written: English as in Europe, «22 May 2023». */
export const dateLanguage = (language: Language = locale.get()): string => (language === 'en' ? 'en-GB' : language)

/** Numbers and dates in the language of the interface: `useStore(format).time(date, { dateStyle: 'long' })`. */
export const format = /* @__PURE__ */ computed(locale, formatsIn)

/** A format is made once for each way of writing: making one takes longer than drawing the row of a list that it is for. */
function formatsIn(language: Language) {
  const times = once((options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(dateLanguage(language), options))
  const numbers = once((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options))
  const ages = once(() => new Intl.RelativeTimeFormat(language))
  return {
    number: (value: number, options?: Intl.NumberFormatOptions) => numbers(options).format(value),
    time: (moment: Date, options?: Intl.DateTimeFormatOptions) => times(options).format(moment),
    relativeTime: (value: number, unit: Intl.RelativeTimeFormatUnit) => ages().format(value, unit),
  }
}

function once<Options, Made>(make: (options?: Options) => Made): (options?: Options) => Made {
  const made = new Map<string | undefined, Made>()
  return (options) => {
    const key = JSON.stringify(options)
    const known = made.get(key) ?? make(options)
    made.set(key, known)
    return known
  }
}

/**
 * A text with `{name}` parameters. The library's own would take a `$&` in a value for a pattern of what it replaces, and
 * fill the `{…}` of one value with the next.
 */
export const params: typeof paramsOfLibrary = /* @__PURE__ */ transform(
  (_, text: string, values: Readonly<Record<string, string | number>>) =>
    strings(text, (part) => part.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))),
) as typeof paramsOfLibrary

/** How a language writes a number. Making it takes longer than the row of a list that it is for. */
const numbersIn = /* @__PURE__ */ once((language?: string) => new Intl.NumberFormat(language))

/**
 * A text by how many there are, in the forms of a plural: Dutch and English have one for 1 and one for all else (CLDR, plural
 * rules). `{count}` is their number, as the language writes it: «1.000».
 */
export const count: typeof countOfLibrary = /* @__PURE__ */ transform(
  (language, { one, many }: { readonly one?: string; readonly many: string }, value: number) => {
    const text = one !== undefined && value === 1 ? one : many
    const written = value < 1_000 ? String(value) : numbersIn(language).format(value)
    return strings(text, (part) => part.replaceAll('{count}', written))
  },
) as typeof countOfLibrary
