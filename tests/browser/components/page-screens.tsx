import type { PageSite } from '#components/popup/page-state.ts'
import { plainOpening } from '#components/store/opening.ts'
import { offerUndo, undoTimeOfMany } from '#components/undo/undo.ts'
import { noteMessages } from '#locales/note.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { Done, isShown, press } from './library-screens.tsx'
import { jobRow } from './rows.ts'
import {
  addedSite,
  at,
  codesOf,
  collapsed,
  emptyPage,
  officialSite,
  otherSite,
  popup,
  type Screen,
  withCodes,
  withNote,
} from './screens.tsx'

const off = (name: 'everywhere' | 'site', site = officialSite): PageSite => ({
  ...site,
  switches: { ...site.switches, [name]: false },
})

const noSite: PageSite = { ...officialSite, host: '', kind: 'none' }

const manyIds = Array.from({ length: 60 }, (_, index) => `2023D${24_000 + index}`)

/** Every fifth code of the list is of written questions that wait for an answer; of the others nothing is known. */
async function keepWaiting({ db, citation }: World) {
  citation.choose('titled')
  for (const id of manyIds.filter((_, index) => index % 5 === 0)) {
    const record = { ...nothingOf('document', id), type: 'written-questions' as const, date: '2023-06-01' }
    await keepFound(db, id, { document: record, failed: [] }, new Date())
  }
}

/** All that can be done with the codes of a list, after they were copied in a form that has titles, and an offer to undo. */
function together(world: World) {
  offerUndo({
    text: () => noteMessages.get().deleted,
    of: { words: 'Terugvragen na het congres van november', lang: 'nl' },
    later: () => noteMessages.get().deletedLater,
    time: undoTimeOfMany,
    undo: async () => ({ ok: true, value: null }),
  })
  return (
    <Done steps={[press(/^Alle kopiëren/), isShown('.kl-codes-together > p')]}>
      {popup(world, { type: 'codes', codes: codesOf(world, manyIds), site: officialSite })}
    </Done>
  )
}

/** The popup over each kind of page, and where it cannot show what is kept. */
export const pageScreens: readonly Screen[] = [
  { name: 'popup-codes', keep: withNote, show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-codes-together', keep: keepWaiting, show: together },
  { name: 'popup-nothing-kept', show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-loading', show: (world) => popup(world, { type: 'loading' }) },
  { name: 'popup-no-codes', show: (world) => popup(world, emptyPage('no-codes')) },
  { name: 'popup-collapsed', keep: withNote, show: (world) => popup(world, collapsed(world)) },
  { name: 'popup-off-everywhere', show: (world) => popup(world, emptyPage('off-everywhere', off('everywhere'))) },
  { name: 'popup-off-site', show: (world) => popup(world, emptyPage('off-site', off('site'))) },
  { name: 'popup-off-added-site', show: (world) => popup(world, emptyPage('off-site', off('site', addedSite))) },
  { name: 'popup-other-site', show: (world) => popup(world, emptyPage('other-site', otherSite)) },
  { name: 'popup-searched', show: (world) => popup(world, withCodes(world, otherSite)) },
  {
    name: 'popup-searched-nothing',
    show: (world) => (
      <Done steps={[press(/^Altijd op deze site$/), isShown('.kl-danger')]}>
        {popup(world, emptyPage('no-codes', otherSite))}
      </Done>
    ),
  },
  { name: 'popup-added-site', show: (world) => popup(world, withCodes(world, addedSite)) },
  { name: 'popup-other-pdf', show: (world) => popup(world, emptyPage('other-pdf', otherSite)) },
  { name: 'popup-closed-page', show: (world) => popup(world, emptyPage('closed-page', noSite)) },
  { name: 'popup-store-page', show: (world) => popup(world, emptyPage('store-page', noSite)) },
  { name: 'popup-file', show: (world) => popup(world, emptyPage('file', noSite)) },
  { name: 'popup-own-page', show: (world) => popup(world, emptyPage('own-page', noSite)) },
  { name: 'popup-no-permission', show: (world) => popup(world, emptyPage('no-permission')) },
  { name: 'popup-not-reached', show: (world) => popup(world, emptyPage('not-reached')) },
  { name: 'popup-pdf', show: (world) => popup(world, emptyPage('pdf')) },
  {
    name: 'popup-reading',
    keep: (world) => world.db.jobs.put(jobRow()),
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-reading-failed',
    keep: (world) => world.db.jobs.put(jobRow({ state: 'failed', error: 'no-questions' })),
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-reading-done',
    keep: async (world) => {
      await keepAnswers(world.db)
      await world.db.jobs.put(
        jobRow({
          state: 'done',
          document: '2023D20951',
          progress: { phase: 'storing', done: 68, total: 68, questions: 214 },
        }),
      )
    },
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-search',
    keep: withNote,
    show: (world) => popup(world, withCodes(world), { ...plainOpening, typed: 'scholen verzoek' }),
  },
  {
    name: 'popup-not-recognised',
    show: (world) => popup(world, withCodes(world), { ...plainOpening, typed: `xyz ${'onbekendgebleven'.repeat(8)}` }),
  },
  {
    name: 'popup-printed-question',
    keep: withNote,
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  {
    name: 'popup-not-loaded',
    show: (world) => popup(world, withCodes(world), plainOpening, 'not-loaded'),
  },
  {
    name: 'popup-newer-database',
    show: (world) => popup(world, withCodes(world), plainOpening, 'newer-database'),
  },
]
