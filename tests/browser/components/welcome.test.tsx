import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type ToolbarButton, WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import { languageSetting } from './screens.tsx'
import { stage } from './stage.tsx'

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
  await stage(() => (
    <WelcomeScreen
      language={languageSetting(null)}
      button={button}
      exampleUrl="/example.html"
      libraryUrl="/library.html"
      optionsUrl="/options.html"
      keys={{ _execute_action: 'Alt+Shift+K' }}
      onKeys={() => {}}
    />
  ))
  const hint = page.getByText(/^Het pictogram van Kamerlens staat nog niet in de werkbalk/)
  await expect.element(hint).toMatchTextContent(/tandwiel naast Kamerlens.* Of druk op Alt\+Shift\+K$/)
  isShown = true
  tell()
  await expect.element(hint).not.toBeInTheDocument()
})
