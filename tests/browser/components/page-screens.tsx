import type { PageSite } from '#components/popup/page-state.ts'
import { plainOpening } from '#components/store/opening.ts'
import { keepAnswers } from './kept-world.ts'
import { jobRow } from './rows.ts'
import {
  addedSite,
  at,
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

/** The popup over each kind of page, and where it cannot show what is kept. */
export const pageScreens: readonly Screen[] = [
  { name: 'popup-codes', keep: withNote, show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-nothing-kept', show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-loading', show: (world) => popup(world, { type: 'loading' }) },
  { name: 'popup-no-codes', show: (world) => popup(world, emptyPage('no-codes')) },
  { name: 'popup-collapsed', keep: withNote, show: (world) => popup(world, collapsed(world)) },
  { name: 'popup-off-everywhere', show: (world) => popup(world, emptyPage('off-everywhere', off('everywhere'))) },
  { name: 'popup-off-site', show: (world) => popup(world, emptyPage('off-site', off('site'))) },
  { name: 'popup-off-added-site', show: (world) => popup(world, emptyPage('off-site', off('site', addedSite))) },
  { name: 'popup-other-site', show: (world) => popup(world, emptyPage('other-site', otherSite)) },
  { name: 'popup-searched', show: (world) => popup(world, withCodes(world, otherSite)) },
  { name: 'popup-searched-nothing', show: (world) => popup(world, emptyPage('no-codes', otherSite)) },
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
