import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { keepErrors } from '#utils/browser/error-log.ts'
import { removeIncoming, removeIncomingExcept } from '#utils/browser/incoming.ts'
import { sendToPage } from '#utils/browser/messages.ts'
import { rememberNamed } from '#utils/browser/named-in-tabs.ts'
import { openPanel } from '#utils/browser/panel.ts'
import { isReadable } from '#utils/browser/permissions.ts'
import { onBackgroundMessages } from '#utils/browser/receive.ts'
import { forgetSearched } from '#utils/browser/searched-tabs.ts'
import { asksFirst } from '#utils/browser/switches.ts'
import { forgetOld } from '#utils/database/forget-old.ts'
import { forgetWayBack } from '#utils/database/import-way-back.ts'
import { openDatabase } from '#utils/database/open.ts'
import { storeDocument } from '#utils/database/store-document.ts'
import { askerIn, revalidating } from '#utils/sources/http/ask.ts'
import { realSurroundings } from '#utils/sources/http/surroundings.ts'
import { publicationsOf } from '#utils/sources/koop/publications.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { resolverOf } from '#utils/sources/resolve.ts'
import { createBackups } from './backup.ts'
import { badgeOf, showBadge, showNews } from './badge.ts'
import { cardHandlers } from './cards.ts'
import { runCommand } from './commands.ts'
import { erasingHandlers } from './erasing.ts'
import { createFollowing } from './following.ts'
import { framesOf, reachMissedFrames } from './frames.ts'
import { startJournal } from './journal.ts'
import { keptHandlers } from './kept.ts'
import { followLanguage } from './language.ts'
import { createLookingUp } from './looking-up.ts'
import { makeMenus, menuRequest } from './menus.ts'
import { notify, onNotificationClicked } from './notifications.ts'
import { describeInXml, describePlainly, serveOmnibox } from './omnibox.ts'
import { createPageReading, tellAsker } from './page-reading.ts'
import { createPages } from './pages.ts'
import { createPairs } from './pairs.ts'
import { createPassages } from './passages.ts'
import { onDocumentGone } from './ports.ts'
import { readerHandlers } from './reader.ts'
import { createReadingJobs } from './reading.ts'
import { offscreenHost, ownHost } from './reading-hosts.ts'
import { openFollowed, openLibrary, openPopup, openWelcome } from './screens.ts'
import { createSearch } from './search.ts'
import { serviceMemory } from './service-memory.ts'
import { forgetOtherSite, readableTabs, registerAddedSites } from './sites.ts'
import { tabHandlers } from './tab-handlers.ts'
import { createRefresher, leaveOpenTabs, reachOpenTabs } from './tabs.ts'
import { transferHandlers } from './transfer.ts'
import { createWalking } from './walking.ts'

/** Wakes a background that was stopped while a document is read; half a minute is the shortest that browsers keep. */
const readingAlarm = 'reading'
const readingAlarmMinutes = 0.5
/** Wakes it while answers of the official services are wanted: after its death, and when a connection may be back. */
const lookUpAlarm = 'look-ups'
const lookUpAlarmMinutes = 1
/** Wakes it while anything is followed, to see whether a check of it is due. */
const followingAlarm = 'following'
const followingAlarmMinutes = 15
/** Wakes it while the search index is being built; each start goes on with what it lacks. */
const searchAlarm = 'search'
const searchAlarmMinutes = 0.5
/** Wakes it for a copy outside the browser: one a day is made, and not at each waking the browser lets it. */
const backupAlarm = 'backup'
const backupAlarmMinutes = 360

/**
 * The background: the only writer of the database. The browser may stop it between any two events, so every listener
 * is there before the first of them is delivered, and what is in memory can be asked for again.
 */
export default defineBackground({
  type: 'module',
  main() {
    keepErrors('background')
    const db = openDatabase()
    const { journal, recovered } = startJournal(db)
    db.useJournal(journal)
    const search = createSearch({ db, watch: (isNeeded) => watchAlarm(searchAlarm, searchAlarmMinutes, isNeeded) })
    const now = () => new Date()
    // What a window lays down while an event of the start is still being seen to is no leftover.
    const started = Date.now()
    const changed = createRefresher()
    const pages = createPages({ framesOf, list: (frame) => sendToPage(frame, 'page/list') })
    const walking = createWalking(pages)
    const jobs = createReadingJobs({
      db,
      host: import.meta.env.FIREFOX
        ? ownHost({
            onProgress: (id, progress) => jobs.progress(id, progress),
            onResult: (id, result) => jobs.result(id, result),
          })
        : offscreenHost(),
      store: storeDocument,
      removeIncoming,
      removeIncomingExcept: (names) => removeIncomingExcept(names, started),
      watch: (isNeeded) => watchAlarm(readingAlarm, readingAlarmMinutes, isNeeded),
      onChange: (job) => {
        tellAsker(job)
        // Pages are told how it goes on with what they did not ask for; of the others `tellAsker` tells.
        if (job.state === 'done' || (job.byItself !== undefined && job.state !== 'running')) changed()
      },
      now,
    })
    const ask = askerIn(realSurroundings)
    const resolver = (by: typeof ask) => resolverOf(openData(by, Date.now, serviceMemory), publicationsOf(by))
    const lookingUp = createLookingUp({
      db,
      resolver: resolver(ask),
      revalidating: resolver(revalidating(ask)),
      now,
      changed,
      watch: (isNeeded) => watchAlarm(lookUpAlarm, lookUpAlarmMinutes, isNeeded),
      onFound: (row) => following.found(row),
      pairs: createPairs({ db, jobs, now }),
    })
    const imported = () => {
      changed()
      following.resume().catch((error: unknown) => console.error(error))
    }
    const backups = createBackups({
      db,
      now,
      watch: (isNeeded) => watchAlarm(backupAlarm, backupAlarmMinutes, isNeeded),
    })
    const reading = createPageReading({ jobs, pages })
    let unseen = 0
    const counted = async (tabId: number) => {
      const report = pages.known(tabId)
      const badge = badgeOf(report?.codes.length ?? null, unseen)
      await Promise.allSettled([showBadge(tabId, badge), rememberNamed(tabId, report)])
    }
    const following = createFollowing({
      db,
      lookingUp,
      now,
      chance: Math.random,
      // Where nobody knows, there may be a connection.
      isOnline: () => navigator.onLine !== false,
      changed,
      watch: (isNeeded) => watchAlarm(followingAlarm, followingAlarmMinutes, isNeeded),
      tell: (told) => languageKnown.then(() => notify(told)),
      showUnseen: async (count) => {
        await showNews(count)
        if (count === unseen) return
        unseen = count
        // Their titles tell it too.
        const tabs = await readableTabs().catch(() => [])
        await Promise.allSettled(tabs.map(async (tab) => (await pages.report(tab)) && counted(tab)))
      },
    })
    const passages = createPassages({ db, now, framesOf })
    const languageKnown = followLanguage(() => {
      makeMenus().catch((error: unknown) => console.error(error))
      changed()
    })
    const inLanguage = <Made>(make: () => Promise<Made>): Promise<Made> => languageKnown.then(make)
    const openNote = (code: string, tabId: number) => openPopup({ code, note: true }, tabId)

    onBackgroundMessages({
      ...cardHandlers({ db, pages, lookingUp, following, now, asksFirst, counted, openNote, inLanguage }),
      ...tabHandlers({ pages, walking, counted }),
      ...keptHandlers({ db, now, changed }),
      ...erasingHandlers({
        db,
        jobs,
        lookingUp,
        removeFiles: () => removeIncomingExcept(new Set(), Number.POSITIVE_INFINITY),
        emptySearch: search.empty,
        changed: imported,
      }),
      ...transferHandlers({ db, now, changed: imported }),
      ...backups.handlers,
      ...search.handlers,
      ...reading.handlers,
      ...passages.handlers,
      ...readerHandlers(),
      ...lookingUp.handlers,
      ...following.handlers,
      'job/progress': ({ id, progress }) => jobs.progress(id, progress),
      'job/result': ({ id, result }) => jobs.result(id, result),
    })

    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      const welcome = reason === 'install' ? openWelcome() : undefined
      const menus = inLanguage(makeMenus)
      await Promise.allSettled([menus, registerAddedSites(), reachOpenTabs(), jobs.removeOrphans(), welcome])
    })
    browser.runtime.onStartup.addListener(async () => {
      const menus = inLanguage(makeMenus)
      await Promise.allSettled([menus, registerAddedSites(), reachOpenTabs(), jobs.removeOrphans()])
    })
    onNotificationClicked(openFollowed)
    browser.permissions.onAdded.addListener(async () => {
      onNotificationClicked(openFollowed)
      await Promise.allSettled([registerAddedSites(), reachOpenTabs()])
    })
    browser.permissions.onRemoved.addListener(async () => {
      await Promise.allSettled([registerAddedSites(), leaveOpenTabs()])
    })

    browser.tabs.onRemoved.addListener(async (tabId) => {
      pages.forget(tabId)
      walking.forget(tabId)
      await Promise.all([forgetSearched(tabId), rememberNamed(tabId, null), passages.forget(tabId)])
    })
    browser.tabs.onUpdated.addListener(async (tabId, { status, url: address }, { url }) => {
      if (status === 'loading') {
        // At the same address only a frame may load: the page and the other frames would report nothing new.
        if (address === undefined) pages.loads(tabId)
        else pages.forget(tabId)
        walking.forget(tabId)
        await Promise.all([counted(tabId), forgetOtherSite(tabId, url)])
      }
      if (status === 'complete') await pages.loaded(tabId)
      // Pages that were only taken out of the back/forward cache, or changed their address alone, report nothing new.
      if (status === 'complete' && url !== undefined && (await isReadable(url, tabId))) {
        if (!import.meta.env.FIREFOX) await reachMissedFrames(tabId)
        if ((await pages.report(tabId)) !== null) await counted(tabId)
      }
    })
    onDocumentGone(async (frame) => {
      await pages.check(frame)
      await counted(frame.tabId)
    })

    browser.contextMenus.onClicked.addListener(async (click, tab) => {
      const request = menuRequest(click)
      if (request === null || tab?.id === undefined) return
      if (request.type === 'open') await openLibrary(request.opening, tab.id)
      else if (request.type === 'note') await openNote(request.code, tab.id)
      else if (request.type === 'note-on-selection') {
        await passages.noteOnSelection(tab.id, { tabId: tab.id, frameId: request.frameId })
      } else {
        const started =
          request.type === 'keep-page'
            ? await reading.readPage(tab.id)
            : await reading.readAddress(request.url, '', tab.id)
        if (started.ok) await openPopup({ job: started.value.id }, tab.id)
        else await openLibrary({ error: started.error }, tab.id)
      }
    })

    serveOmnibox(db, search.find, import.meta.env.FIREFOX ? describePlainly : describeInXml)

    browser.commands.onCommand.addListener(async (command, tab) => {
      // Before anything is waited for: only within the key itself do browsers open it.
      if (command === 'open-panel' && tab !== undefined) return openPanel(tab.windowId)
      const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id
      if (id !== undefined) await runCommand(command, id, { walking, passages, openNote })
    })

    browser.alarms.onAlarm.addListener(async ({ name }) => {
      if (name === readingAlarm) await jobs.resume()
      if (name === backupAlarm) await backups.resume()
      if (name === lookUpAlarm) await lookingUp.resume()
      if (name === followingAlarm) await following.check()
    })
    // Browsers tell a background that is awake; the alarm reaches one that is not.
    globalThis.addEventListener('online', () => {
      for (const work of [lookingUp.resume(), following.check({ back: true })]) {
        work.catch((error: unknown) => console.error(error))
      }
    })
    const atStart = [
      recovered.then(search.start),
      jobs.resume(),
      lookingUp.resume(),
      following.resume(),
      forgetOld(db, now()),
      forgetWayBack(db, now()),
    ]
    for (const work of atStart) work.catch((error: unknown) => console.error(error))
  },
})

async function watchAlarm(name: string, periodInMinutes: number, isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(name)
  else if ((await browser.alarms.get(name)) === undefined) await browser.alarms.create(name, { periodInMinutes })
}
