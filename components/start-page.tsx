import { type ComponentChild, render } from 'preact'
import { browserLanguage, locale } from '#locales/i18n.ts'
import { type Appearance, appearanceIn, followAppearance } from '#utils/browser/appearance.ts'
import { keepErrors } from '#utils/browser/error-log.ts'
import './base.css'

/** Where the choice of language and looks that was last seen is kept, in a store that can be read at once; not there where nothing is chosen. */
const lastSeen = 'kamerlens.appearance'

/**
 * Shows a screen as a page, in the language and the looks that the user chose. It begins with those that were last seen, since
 * asking the browser for the settings takes as long as all the rest; where they have changed meanwhile, the page follows.
 * Language and title of the page follow the language of the interface.
 *
 * @param until what the screen is to have before it is drawn for the first time
 */
export function startPage(screen: ComponentChild, title: () => string, until?: Promise<unknown>): void {
  keepErrors(location.pathname.slice(1))
  const root = document.getElementById('kl-root')
  if (root === null) throw new Error('The page has no #kl-root.')
  locale.subscribe((language) => {
    document.documentElement.lang = language
    document.title = title()
  })
  apply(appearanceIn(localStorage.getItem(lastSeen)))
  void followAppearance((chosen) => {
    apply(chosen)
    if (chosen.language === null && chosen.looks === null) localStorage.removeItem(lastSeen)
    else localStorage.setItem(lastSeen, JSON.stringify(chosen))
  })
  const draw = () => render(screen, root)
  if (until === undefined) draw()
  else until.then(draw)
}

function apply({ language, looks }: Appearance): void {
  locale.set(language ?? browserLanguage)
  document.documentElement.style.colorScheme = looks ?? ''
}
