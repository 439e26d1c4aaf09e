import { browser } from 'wxt/browser'
import { startPage } from '#components/store/start-page.tsx'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import {
  type LanguageSetting,
  type OfficialRight,
  type ToolbarButton,
  WelcomeScreen,
} from '#components/welcome/welcome-screen.tsx'
import { welcomeMessages } from '#locales/welcome.ts'
import { mayReadOfficialHosts, requestOfficialHosts, watchPermissions } from '#utils/browser/permissions.ts'
import {
  chooseAppearance,
  readAppearance,
  readFixedAppearance,
  watchAppearance,
} from '#utils/browser/settings/appearance.ts'
import { openShortcuts } from '#utils/browser/shortcuts.ts'

const commands = await browser.commands.getAll()
const keys = Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']))

const language: LanguageSetting = {
  async read() {
    const [{ language: chosen }, fixed] = await Promise.all([readAppearance(), readFixedAppearance()])
    return { chosen, isFixed: fixed.language !== undefined }
  },
  onChange: watchAppearance,
  choose: (chosen) => chooseAppearance({ language: chosen }),
}

const button: ToolbarButton = {
  family: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
  // A browser that does not tell hides nothing.
  read: async () => (await browser.action.getUserSettings().catch(() => null))?.isOnToolbar ?? true,
  // It is pinned in a window over this one, and not every browser tells of it.
  onChange(listener) {
    addEventListener('focus', listener)
    return () => removeEventListener('focus', listener)
  },
}

const right: OfficialRight = {
  read: mayReadOfficialHosts,
  onChange: watchPermissions,
  ask: () => requestOfficialHosts().catch(() => false),
}

refuseDrops()
startPage(
  <WelcomeScreen
    language={language}
    button={button}
    right={right}
    exampleUrl="/example.html?try"
    libraryUrl={browser.runtime.getURL('/library.html')}
    optionsUrl={browser.runtime.getURL('/options.html')}
    keys={keys}
    onKeys={openShortcuts}
  />,
  () => welcomeMessages.get().title,
)
