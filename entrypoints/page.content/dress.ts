import { browserLanguage, type Language, locale } from '#locales/i18n.ts'
import { chosenAppearance } from './script-exchange.ts'

/**
 * Gives what is shown in a page the language and the looks that the user chose. In a page of our own, where the page itself
 * has them, nothing is told here.
 *
 * @returns the language, for the host of what is shown
 */
export function dress(shown: HTMLElement): Language {
  const chosen = chosenAppearance()
  if (chosen) {
    locale.set(chosen.language ?? browserLanguage)
    shown.style.colorScheme = chosen.looks ?? ''
  }
  return locale.get()
}
