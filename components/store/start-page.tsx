import { type ComponentChild, render } from 'preact'
import { browserLanguage, locale } from '#locales/i18n.ts'
import { keepErrors } from '#utils/browser/error-log.ts'
import { type Appearance, appearanceIn, followAppearance } from '#utils/browser/settings/appearance.ts'
import '../base.css'

/**
 * Where the choice of language and looks that was last seen is kept, in a store that can be read at once; not there
 * where nothing is chosen.
 */
const lastSeen = 'kamerlens.appearance'

/**
 * Shows a screen as a page, in the language and the looks that the user chose. It begins with those that were last seen, since
 * asking the browser for the settings takes as long as all the rest; where they have changed meanwhile, the page follows.
 * Language and title of the page follow the language of the interface.
 */
export function startPage(screen: ComponentChild, title: () => string): void {
  const root = beginPage(title)
  apply(appearanceIn(localStorage.getItem(lastSeen)))
  void followAppearance((chosen) => {
    apply(chosen)
    if (chosen.language === null && chosen.looks === null) localStorage.removeItem(lastSeen)
    else localStorage.setItem(lastSeen, JSON.stringify(chosen))
  })
  render(screen, root)
}

/**
 * The same for a page that has to ask the browser before it can show anything: the choice comes with the other answers. To read
 * what was last seen would take longer: the script stands still until the browser's main thread allows it, and that is opening a
 * window just then.
 *
 * @param chosen what the user chose to see it in, which holds from the first drawing on
 * @param until what else the screen is to have before it is drawn for the first time
 * @param calm from when on later choices are followed
 */
export async function startPageWith(
  screen: ComponentChild,
  title: () => string,
  { chosen, until, calm }: Readonly<Record<'until' | 'calm', Promise<unknown>>> & { chosen: Promise<Appearance> },
): Promise<void> {
  const root = beginPage(title)
  // What can't be read follows the browser, as it does where nothing is chosen.
  await Promise.all([until, chosen.then(apply, () => undefined)])
  render(screen, root)
  await calm
  await followAppearance(apply)
}

function beginPage(title: () => string): HTMLElement {
  keepErrors(location.pathname.slice(1))
  const root = document.getElementById('kl-root')
  if (root === null) throw new Error('The page has no #kl-root.')
  locale.subscribe((language) => {
    const { documentElement } = document
    // The browser is told of each, and the whole page styled anew, also where nothing changes.
    if (documentElement.lang !== language) documentElement.lang = language
    if (document.title !== title()) document.title = title()
  })
  return root
}

function apply({ language, looks }: Appearance): void {
  locale.set(language ?? browserLanguage)
  const { style } = document.documentElement
  if (style.colorScheme !== (looks ?? '')) style.colorScheme = looks ?? ''
}
