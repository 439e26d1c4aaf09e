import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type ToolbarButton, WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import { locale } from '#locales/i18n.ts'
import { buttonShown, languageSetting } from './screens.tsx'
import { recolour, stage } from './stage.tsx'

const welcome = (button: ToolbarButton) => (
  <WelcomeScreen
    language={languageSetting(null)}
    button={button}
    exampleUrl="/example.html"
    libraryUrl="/library.html"
    optionsUrl="/options.html"
    keys={{ _execute_action: 'Alt+Shift+K' }}
    onKeys={() => {}}
  />
)

test('where the browser hides the button it says how to pin it, until it is pinned', async () => {
  let isShown = false
  let tell = () => {}
  const button: ToolbarButton = {
    family: 'firefox',
    read: async () => isShown,
    onChange(listener) {
      tell = listener
      return () => {}
    },
  }
  await stage(() => welcome(button))
  const hint = page.getByText(/^Het pictogram van Kamerlens staat nog niet in de werkbalk/)
  await expect.element(hint).toMatchTextContent(/tandwiel naast Kamerlens.* Of druk op Alt\+Shift\+K$/)
  isShown = true
  tell()
  await expect.element(hint).not.toBeInTheDocument()
})

test('its pictures of the jobs are there, in the language and the looks of the page, whatever those of the system', async () => {
  await stage(() => welcome(buttonShown(true)))
  const shown = () =>
    [...document.querySelectorAll<HTMLImageElement>('.kl-welcome__picture')].map(({ currentSrc, naturalWidth }) =>
      naturalWidth === 0 ? 'none' : new URL(currentSrc).pathname,
    )
  const wanted = (ending: string) => ['page', 'popup', 'note'].map((name) => `/welcome/${name}.${ending}.webp`)
  await expect.poll(shown).toEqual(wanted('nl.light'))
  recolour('dark')
  await expect.poll(shown).toEqual(wanted('nl.dark'))
  locale.set('en')
  await expect.poll(shown).toEqual(wanted('en.dark'))
  await expect.element(page.getByAltText(/^The Kamerlens window: .* question 3/)).toBeVisible()
})
