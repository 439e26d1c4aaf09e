import { browser } from 'wxt/browser'
import { startPage } from '#components/start-page.tsx'
import { WelcomeScreen } from '#components/welcome-screen.tsx'
import { welcomeMessages } from '#locales/welcome.ts'
import { openShortcuts } from '#utils/browser/shortcuts.ts'

const commands = await browser.commands.getAll()
const keys = Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']))

startPage(
  <WelcomeScreen
    libraryUrl={browser.runtime.getURL('/library.html')}
    optionsUrl={browser.runtime.getURL('/options.html')}
    keys={keys}
    onKeys={openShortcuts}
  />,
  () => welcomeMessages.get().title,
)
