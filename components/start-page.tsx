import { type ComponentChild, render } from 'preact'
import { browserLanguage, locale } from '#locales/i18n.ts'
import { followAppearance } from '#utils/browser/appearance.ts'
import { keepErrors } from '#utils/browser/error-log.ts'
import './base.css'

/**
 * Shows a screen as a page, in the language and the looks that the user chose, from its first moment on: language and title
 * of the page follow the language of the interface.
 */
export function startPage(screen: ComponentChild, title: () => string): void {
  keepErrors(location.pathname.slice(1))
  const root = document.getElementById('kl-root')
  if (root === null) throw new Error('The page has no #kl-root.')
  locale.subscribe((language) => {
    document.documentElement.lang = language
    document.title = title()
  })
  const apply = followAppearance(({ language, looks }) => {
    locale.set(language ?? browserLanguage)
    document.documentElement.style.colorScheme = looks ?? ''
  })
  void apply.then(() => render(screen, root))
}
