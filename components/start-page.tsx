import { type ComponentChild, render } from 'preact'
import { locale } from '#locales/i18n.ts'
import './base.css'

/** Shows a screen as a page: language and title of the page follow the language of the interface. */
export function startPage(screen: ComponentChild, title: () => string): void {
  const root = document.getElementById('kl-root')
  if (root === null) throw new Error('The page has no #kl-root.')
  locale.subscribe((language) => {
    document.documentElement.lang = language
    document.title = title()
  })
  render(screen, root)
}
