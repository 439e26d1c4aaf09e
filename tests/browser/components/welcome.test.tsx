import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type OfficialRight, type ToolbarButton, WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import { locale } from '#locales/i18n.ts'
import { buttonShown, languageSetting, officialRight } from './screens.tsx'
import { recolour, stage } from './stage.tsx'

const welcome = (button: ToolbarButton, right = officialRight(true)) => (
  <WelcomeScreen
    language={languageSetting(null)}
    button={button}
    right={right}
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

test('without the official sites it says so, and asks for them until they are given; then the keyboard goes on beside them', async () => {
  const answers = [false, true]
  let isThere = false
  let tell = () => {}
  const right: OfficialRight = {
    read: async () => isThere,
    onChange(listener) {
      tell = listener
      return () => {}
    },
    async ask() {
      isThere = answers.shift() ?? false
      tell()
      return isThere
    },
  }
  await stage(() => welcome(buttonShown(true), right))
  const allow = page.getByRole('button', { name: 'Toestaan' })
  await expect.element(page.getByText('De browser laat Kamerlens niet op alle officiële sites toe.')).toBeVisible()
  await userEvent.click(allow)
  await expect.element(page.getByRole('alert')).toHaveTextContent('De browser gaf geen toestemming.')
  await userEvent.click(allow)
  await expect.element(allow).not.toBeInTheDocument()
  await expect.element(page.getByRole('link', { name: 'Probeer het op een voorbeeld' })).toHaveFocus()
})
