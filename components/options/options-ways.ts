import { browser } from 'wxt/browser'
import { ask } from '#utils/browser/messages.ts'
import {
  giveNotificationsBack,
  givePatternsBack,
  mayNotify,
  requestNotifications,
  requestOfficialHosts,
  requestPatterns,
} from '#utils/browser/permissions.ts'
import {
  chooseAppearance,
  readAppearance,
  readFixedAppearance,
  watchAppearance,
} from '#utils/browser/settings/appearance.ts'
import { readSiteList, watchSiteList } from '#utils/browser/settings/site-list.ts'
import { asksFirst, readFixedSwitches, turnSwitch } from '#utils/browser/settings/switches.ts'
import { openShortcuts } from '#utils/browser/shortcuts.ts'
import { countRows } from '#utils/database/library/count-rows.ts'
import { removedNotes } from '#utils/database/library/removed-notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { FixedSetting, OptionsActions } from './options.ts'
import { makeReport } from './report.ts'

async function readFixed(): Promise<ReadonlySet<FixedSetting>> {
  const [{ site: _, ...switches }, appearance] = await Promise.all([readFixedSwitches(''), readFixedAppearance()])
  return new Set(Object.keys({ ...switches, ...appearance }) as FixedSetting[])
}

/** Milliseconds to erase what may be hundreds of megabytes, on a slow machine. */
const eraseTime = 600_000

/** The settings of this browser. They are kept where the contexts that heed them read them; no message is needed. */
export function optionsIn(db: KamerlensDatabase): OptionsActions {
  const options: OptionsActions = {
    version: browser.runtime.getManifest().version,
    async read() {
      const [sites, isAsking, notify, appearance, fixed] = await Promise.all([
        readSiteList(),
        asksFirst(),
        mayNotify(),
        readAppearance(),
        readFixed(),
      ])
      return { sites, lookUp: !isAsking, mayNotify: notify, appearance, fixed }
    },
    onChange(listener) {
      const stops = [watchSiteList(listener), watchAppearance(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    choose: chooseAppearance,
    turnEverywhere: (on) => turnSwitch('everywhere', '', on),
    turnSite: (host, on) => turnSwitch('site', host, on),
    turnLookUp: (on) => turnSwitch('lookUp', '', on),
    allowOfficialSites: () => requestOfficialHosts().catch(() => false),
    async removeSite({ host, patterns }) {
      const isGone = await givePatternsBack(patterns)
      // A site that is not there any more needs no switch.
      if (isGone) await turnSwitch('site', host, true)
      return isGone
    },
    async putSiteBack({ host, patterns, on }) {
      const isGiven = await requestPatterns(patterns).catch(() => false)
      if (!isGiven) return { ok: false, error: 'site-refused' }
      await turnSwitch('site', host, on)
      return { ok: true, value: true }
    },
    async turnNotifications(on) {
      if (on) return requestNotifications().catch(() => false)
      await giveNotificationsBack()
      return true
    },
    async commandKeys() {
      const commands = await browser.commands.getAll()
      return commands.map(({ name = '', shortcut = '' }) => ({ command: name, keys: shortcut }))
    },
    changeKeys: openShortcuts,
    counts: () => countRows(db),
    removedNotes: (most) => removedNotes(db, most),
    async storageUse() {
      const [estimate, isPersisted] = await Promise.all([
        navigator.storage.estimate().catch((): StorageEstimate => ({})),
        navigator.storage.persisted().catch(() => false),
      ])
      return { bytes: estimate.usage ?? null, isPersisted }
    },
    askToPersist: () => navigator.storage.persist().catch(() => false),
    async eraseEverything() {
      const answer = await ask('everything/erase', undefined, eraseTime)
      // Drafts and the like are out of the background's reach.
      if (answer.ok || answer.error === 'half-erased') localStorage.clear()
      return answer
    },
    report: () => makeReport(db, options, new Date()),
  }
  return options
}
