import { browserLanguage, locale } from '#locales/i18n.ts'
import { followAppearance } from '#utils/browser/settings/appearance.ts'

/**
 * Has what the background says (menus, notifications, the words on a card) in the language that the user chose. Resolves
 * when that is known.
 *
 * @param changed the language is another one than it was
 */
export function followLanguage(changed: () => void): Promise<void> {
  let isKnown = false
  return followAppearance(({ language }) => {
    const before = locale.get()
    locale.set(language ?? browserLanguage)
    if (isKnown && before !== locale.get()) changed()
    isKnown = true
  })
}
