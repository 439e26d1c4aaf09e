import { browser } from 'wxt/browser'
import { onNotificationClicked } from './codes/notifications.ts'
import { openFollowed, openWelcome } from './controls/screens.ts'
import { registerAddedSites } from './pages/sites.ts'
import { leaveOpenTabs, reachOpenTabs } from './pages/tabs.ts'

interface Parts {
  /** Makes the context menu, in the language that is chosen. */
  readonly makeMenus: () => Promise<void>
  /** Removes files that were laid down for a reading that never came. */
  readonly removeOrphans: () => Promise<void>
  /** Takes up what waited for the right to the official sites. */
  readonly goOn: () => void
}

/** Sets Kamerlens up wherever it may work: after an installation, at the browser's start, and when permissions change. */
export function followInstallation({ makeMenus, removeOrphans, goOn }: Parts): void {
  const setUp = () => [makeMenus(), reachSites(), removeOrphans()]
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await Promise.allSettled([...setUp(), reason === 'install' ? welcome() : undefined])
  })
  welcomeLate().catch((error: unknown) => console.error(error))
  browser.runtime.onStartup.addListener(async () => {
    await Promise.allSettled(setUp())
  })
  onNotificationClicked(openFollowed)
  browser.permissions.onAdded.addListener(async () => {
    // Notifications themselves may be what was allowed.
    onNotificationClicked(openFollowed)
    goOn()
    await reachSites()
  })
  browser.permissions.onRemoved.addListener(async () => {
    await Promise.allSettled([registerAddedSites(), leaveOpenTabs()])
  })
}

/** In `storage.local`, where the welcome page is still to be opened. */
const welcomeKey = 'welcome'
/** Milliseconds after which that is tried again, as long as the background runs. */
const soon = 1_000

/** Where there is no window (one that is still opening, a browser in the background, an administrator's installation) it comes later. */
async function welcome(): Promise<void> {
  try {
    await openWelcome()
  } catch {
    await browser.storage.local.set({ [welcomeKey]: true })
    setTimeout(() => welcomeLate().catch((error: unknown) => console.error(error)), soon)
  }
}

async function welcomeLate(): Promise<void> {
  const { [welcomeKey]: isDue } = await browser.storage.local.get(welcomeKey)
  if (isDue !== true) return
  await browser.storage.local.remove(welcomeKey)
  await welcome()
}

/**
 * First what will load, then what is open: what loads after a look at the open tabs and before the registration would
 * have neither.
 */
async function reachSites(): Promise<void> {
  await registerAddedSites().catch(console.error)
  await reachOpenTabs()
}
