import { defineBackground } from 'wxt/utils/define-background'
import { keepErrors } from '#utils/browser/error-log.ts'
import { removeIncoming, removeIncomingExcept } from '#utils/browser/incoming.ts'
import { sendToPage } from '#utils/browser/messages.ts'
import { isPermitted } from '#utils/browser/permissions.ts'
import { onBackgroundMessages } from '#utils/browser/receive.ts'
import { rememberNamed } from '#utils/browser/session/named-in-tabs.ts'
import { asksFirst } from '#utils/browser/settings/switches.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { forgetWayBack } from '#utils/database/import/way-back.ts'
import { forgetOld } from '#utils/database/official/forget-old.ts'
import { openDatabase } from '#utils/database/open.ts'
import { askerIn, ofMany, revalidating } from '#utils/sources/http/ask.ts'
import { realSurroundings } from '#utils/sources/http/surroundings.ts'
import { publicationsOf } from '#utils/sources/koop/publications.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { resolverOf } from '#utils/sources/resolve.ts'
import { onAlarms, watchBy } from './alarms.ts'
import { cardHandlers } from './codes/cards.ts'
import { createFollowing } from './codes/following.ts'
import { createLookingUp } from './codes/looking-up.ts'
import { notify } from './codes/notifications.ts'
import { createPairs } from './codes/pairs.ts'
import { serveCommands } from './controls/commands.ts'
import { makeMenus, serveMenus } from './controls/menus.ts'
import { describeInXml, describePlainly, serveOmnibox } from './controls/omnibox.ts'
import { openPopup } from './controls/screens.ts'
import { followInstallation } from './installation.ts'
import { createBackups } from './kept/backup.ts'
import { erasingHandlers } from './kept/erasing.ts'
import { startJournal } from './kept/journal.ts'
import { keptHandlers } from './kept/kept.ts'
import { openingHandlers } from './kept/opening.ts'
import { createSearch } from './kept/search.ts'
import { transferHandlers } from './kept/transfer.ts'
import { followLanguage } from './language.ts'
import { badgeOf, showBadge, showNews } from './pages/badge.ts'
import { framesOf } from './pages/frames.ts'
import { pageHandlers } from './pages/page-handlers.ts'
import { createPages } from './pages/pages.ts'
import { readableTabs } from './pages/sites.ts'
import { followTabs } from './pages/tab-events.ts'
import { tabHandlers } from './pages/tab-handlers.ts'
import { createRefresher } from './pages/tabs.ts'
import { createWalking } from './pages/walking.ts'
import { createPassages } from './passages/passages.ts'
import { createPageReading, tellAsker } from './reading/page-reading.ts'
import { readerHandlers } from './reading/reader.ts'
import { createReadingJobs } from './reading/reading.ts'
import { offscreenHost, ownHost } from './reading/reading-hosts.ts'
import { serviceMemory } from './service-memory.ts'

/** Until what was left undone goes on, milliseconds: what woke the background is answered before, a page's first message above all. */
const afterFirst = 100

/**
 * The background: the only writer of the database. The browser may stop it between any two events, so every listener
 * is there before the first of them is delivered, and what is in memory can be asked for again. It is no module: of a
 * service worker's modules Chromium keeps nothing compiled, of its script all.
 */
export default defineBackground({
  main() {
    keepErrors('background')
    const db = openDatabase()
    const { journal, recovered } = startJournal(db)
    db.useJournal(journal)
    const search = createSearch({ db, watch: watchBy('search') })
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
      watch: watchBy('reading'),
      mayReach: isPermitted,
      onChange: (job) => {
        tellAsker(job)
        // Pages are told how it goes on with what they did not ask for; of the others `tellAsker` tells.
        if (job.state === 'done' || (job.byItself !== undefined && job.state !== 'running')) changed()
      },
      now,
    })
    const ask = askerIn({ ...realSurroundings, mayReach: isPermitted })
    const resolver = (by: typeof ask) => resolverOf(openData(by, Date.now, serviceMemory), publicationsOf(by))
    const lookingUp = createLookingUp({
      db,
      resolver: resolver(ask),
      ofMany: resolver(ofMany(ask)),
      revalidating: resolver(ofMany(revalidating(ask))),
      now,
      changed,
      watch: watchBy('look-ups'),
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
      watch: watchBy('backup'),
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
      watch: watchBy('following'),
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
      ...pageHandlers({ pages, counted }),
      ...cardHandlers({ db, pages, lookingUp, following, now, asksFirst, openNote, inLanguage }),
      ...tabHandlers({ pages, walking, counted }),
      ...openingHandlers({ db }),
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

    /** What waits for the services may go on. */
    const goOn = () => {
      for (const work of [lookingUp.resume(), following.check({ back: true })]) {
        work.catch((error: unknown) => console.error(error))
      }
    }
    followInstallation({ makeMenus: () => inLanguage(makeMenus), removeOrphans: jobs.removeOrphans, goOn })
    followTabs({ pages, walking, passages, counted })
    serveMenus({ reading, passages, openNote })
    serveCommands({ walking, passages, openNote })
    serveOmnibox(db, search.find, import.meta.env.FIREFOX ? describePlainly : describeInXml)
    onAlarms({
      reading: jobs.resume,
      backup: backups.resume,
      'look-ups': lookingUp.resume,
      following: () => following.check(),
    })
    // Browsers tell a background that is awake; the alarm reaches one that is not.
    globalThis.addEventListener('online', goOn)
    setTimeout(() => {
      const waiting = [
        recovered.then(search.start),
        jobs.resume(),
        lookingUp.resume(),
        following.resume(),
        forgetOld(db, now()),
        forgetWayBack(db, now()),
      ]
      for (const work of waiting) work.catch((error: unknown) => console.error(error))
    }, afterFirst)
  },
})
