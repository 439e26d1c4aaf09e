import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '#components/parts/failure-words.ts'
import { type Opening, plainOpening } from '#components/store/opening.ts'
import { fail, offerUndo } from '#components/undo/undo.ts'
import { commonMessages } from '#locales/common.ts'
import { factsOf } from '#tests/fixtures/facts.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import type { DocumentFacts } from '#utils/documents/types.ts'
import { keepAnswers, keepLetter, type World } from './kept-world.ts'
import { documentRow, questionRow } from './rows.ts'
import { library, popup, type Screen } from './screens.tsx'

export function noteRow(index: number, more: Partial<NoteRow> = {}): NoteRow {
  return {
    id: `n${index}`,
    target: '2023D20951',
    type: 'document',
    body: `Notitie ${index}`,
    version: 1,
    places: [],
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: new Date(1_700_000_000_000 - index * 60_000).toISOString(),
    ...more,
  }
}

const tagRow = (noteId: string, tag: string) => ({ noteId, tag, createdAt: '2023-05-23T09:00:00.000Z' })

/** @param count of notes, each with a tag of its own and one of three that they share */
export const keepNotes =
  (count: number) =>
  async ({ db }: World) => {
    await keepAnswers(db)
    const notes = Array.from({ length: count }, (_, index) => noteRow(index))
    await db.notes.bulkPut(notes)
    await db.noteTags.bulkPut(
      notes.flatMap(({ id }, index) => [tagRow(id, `eigen ${index}`), tagRow(id, `label ${index % 3}`)]),
    )
  }

const facts = (ministry: string): DocumentFacts =>
  factsOf({
    type: 'answers',
    answeredBy: [{ name: null, function: 'minister', ministry }],
  })

/** Documents of two dossiers and ministries, and notes on them, over some months: 7 documents, 13 notes. */
export async function keepWork({ db }: World) {
  const moment = (month: number, day: number) => new Date(2026, month - 1, day, 12).toISOString()
  const onEducation = [1, 2, 3, 9].map((day, index) =>
    documentRow(`2026D0000${index}`, {
      title: `Over stages, deel ${index + 1}`,
      dossier: '36360-VIII',
      facts: facts('Onderwijs, Cultuur en Wetenschap'),
      createdAt: moment(3, day),
      updatedAt: moment(3, day),
    }),
  )
  const onYouth = [5, 6, 20].map((day, index) =>
    documentRow(`2026D0001${index}`, {
      title: `Over jeugdzorg, deel ${index + 1}`,
      dossier: '31839',
      facts: facts('Volksgezondheid, Welzijn en Sport'),
      createdAt: moment(6, day),
      updatedAt: moment(6, day),
    }),
  )
  await db.documents.bulkPut([...onEducation, ...onYouth])
  await db.questions.bulkPut([questionRow('2026D00000', 0), questionRow('2026D00010', 0)])
  await db.notes.bulkPut([
    ...Array.from({ length: 9 }, (_, index) =>
      noteRow(index, { target: '2026D00000', body: `Stage ${index}`, updatedAt: moment(4, 1 + index) }),
    ),
    ...Array.from({ length: 4 }, (_, index) =>
      noteRow(20 + index, { target: '2026D00010#1', body: `Jeugd ${index}`, updatedAt: moment(6, 7 + index) }),
    ),
  ])
}

/** A screen on which something was done, once it can be: each step waits for the one before. */
export function Done({ steps, children }: { steps: readonly (() => boolean)[]; children: ComponentChildren }) {
  const [ticks, setTicks] = useState(0)
  useEffect(() => {
    const left = [...steps]
    const timer = setInterval(() => {
      setTicks((before) => before + 1)
      while (left[0]?.()) left.shift()
      if (left.length === 0) clearInterval(timer)
    }, 20)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      {children}
      {/* Who waits until the screen is quiet waits for the steps too. */}
      <span hidden data-ticks={ticks} />
    </>
  )
}

const chooseAllOf = (label: string) => (): boolean => {
  const list = document.querySelector(`[role="listbox"][aria-label="${label}"]`)
  const isReady = document.querySelector('.kl-selection__all > input:enabled') !== null
  if (!isReady || !list?.querySelector('[role="option"] .kl-row')) return false
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }))
  return true
}

const chooseAll = chooseAllOf('Notities')

/** Two questions of the document that is open. */
const chooseTwo = (): boolean => {
  const boxes = document.querySelectorAll<HTMLInputElement>('.kl-question__check > input')
  boxes[0]?.click()
  boxes[2]?.click()
  return boxes.length > 2
}

const letter: Opening = { ...plainOpening, destination: { type: 'document', id: 'ah-tk-20242025-512' } }
const keepLetters = ({ db }: World) => keepLetter(db)

export const press = (words: RegExp) => (): boolean => {
  const button = [...document.querySelectorAll('button')].find((each) => words.test(each.textContent))
  button?.click()
  return button !== undefined
}

export const isShown = (what: string) => (): boolean => document.querySelector(what) !== null

const notesWith = (steps: readonly (() => boolean)[]) => (world: World) => (
  <Done steps={[press(/^Notities\d/), ...steps]}>{library(world)}</Done>
)

const lostWith = (steps: readonly (() => boolean)[]) => (world: World) => (
  <Done steps={[press(/^Zonder plaats\d/), ...steps]}>{library(world)}</Done>
)

/**
 * A world of which one thing can't be read.
 *
 * @param isFailing whether that is so now
 */
export const failing = (
  world: World,
  read:
    | 'documentEntries'
    | 'questionOutline'
    | 'questionFacets'
    | 'noteIds'
    | 'noteEntries'
    | 'notesAt'
    | 'followed'
    | 'countFollowed'
    | 'summaries'
    | 'search'
    | 'questions',
  isFailing: () => boolean = () => true,
): World => ({
  ...world,
  kept: {
    ...world.kept,
    [read]: (...of: never[]) =>
      isFailing()
        ? Promise.reject(new Error('The disk does not answer'))
        : (world.kept[read] as (...of: never[]) => unknown)(...of),
  },
})

/** A world of which nothing at all can be read: its database does not open. */
const closed = (world: World): World =>
  (['documentEntries', 'questionOutline', 'noteIds', 'noteEntries', 'countFollowed', 'followed'] as const).reduce(
    (rest, read) => failing(rest, read),
    world,
  )

/** Rows that never come: what a list shows as long as they are read. */
const waiting = (world: World): World => ({
  ...world,
  kept: { ...world.kept, documentsAt: () => new Promise<never>(() => {}) },
})

/** Two removals, of which the first has a long name. */
const removeTwo = (): boolean => {
  const undo = () => new Promise<never>(() => {})
  const words = 'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatie'
  offerUndo({ text: () => 'Document verwijderd', of: { words, lang: 'nl' }, undo })
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: 'Terugvragen na het congres.' }, lags: true, undo })
  return true
}

const failOnce = (): boolean => {
  fail(() => commonMessages.get().notRestored({ reason: reasonOf('journal-unavailable') }), {
    text: () => 'Notitie verwijderd',
    undo: () => new Promise<never>(() => {}),
  })
  return true
}

/** A removal of notes that is at a half for good; one of documents waits for it. */
const halfway = (actions: World['actions']): World['actions'] => ({
  ...actions,
  deleteChosen({ notes }, onProgress) {
    if (notes.length > 0) onProgress?.({ done: 6_500, total: 12_345 })
    return new Promise(() => {})
  },
})

export const libraryScreens: readonly Screen[] = [
  { name: 'library-activity', page: true, keep: keepWork, show: (world) => library(world) },
  { name: 'library-activity-narrowed', page: true, keep: keepWork, show: notesWith([press(/^dossier 36/)]) },
  { name: 'library-activity-nothing', page: true, keep: keepWork, show: lostWith([press(/^dossier 36/)]) },
  { name: 'library-waiting', page: true, keep: keepWork, show: (world) => library(waiting(world)) },
  { name: 'library-failed', page: true, keep: keepWork, show: (world) => library(failing(world, 'documentEntries')) },
  {
    name: 'library-unavailable',
    page: true,
    keep: keepWork,
    show: (world) => library(closed(world), plainOpening, 'database-unavailable'),
  },
  {
    name: 'library-document-failed',
    page: true,
    keep: keepLetters,
    show: (world) => library(failing(world, 'questions'), letter),
  },
  {
    name: 'popup-document-failed',
    keep: keepLetters,
    show: (world) => popup(failing(world, 'questions'), { type: 'loading' }, letter),
  },
  {
    name: 'library-filters-failed',
    page: true,
    keep: keepWork,
    show: (world) => (
      <Done steps={[press(/^Vragen\d/), isShown('.kl-library__filters .kl-notice')]}>
        {library(failing(world, 'questionFacets'))}
      </Done>
    ),
  },
  {
    name: 'library-questions-chosen',
    page: true,
    keep: keepLetters,
    show: (world) => <Done steps={[press(/^Vragen\d/), chooseAllOf('Vragen')]}>{library(world)}</Done>,
  },
  {
    name: 'library-document-choosing',
    page: true,
    keep: keepLetters,
    show: (world) => <Done steps={[press(/^Kiezen$/), chooseTwo]}>{library(world, letter)}</Done>,
  },
  {
    name: 'popup-document-choosing',
    keep: keepLetters,
    show: (world) => (
      <Done steps={[press(/^Kiezen$/), chooseTwo, isShown('.kl-split--bordered')]}>
        {popup(world, { type: 'loading' }, letter)}
      </Done>
    ),
  },
  {
    name: 'popup-document-none-chosen',
    keep: keepLetters,
    show: (world) => (
      <Done steps={[press(/^Kiezen$/), isShown('.kl-selection')]}>{popup(world, { type: 'loading' }, letter)}</Done>
    ),
  },
  { name: 'library-notes-chosen', page: true, keep: keepNotes(30), show: notesWith([chooseAll]) },
  {
    name: 'library-changing',
    page: true,
    keep: keepNotes(30),
    show: (world) =>
      notesWith([chooseAll, press(/^Verwijderen$/), isShown('.kl-change')])({
        ...world,
        actions: halfway(world.actions),
      }),
  },
  {
    name: 'library-two-changes',
    page: true,
    keep: keepNotes(30),
    show: (world) => (
      <Done
        steps={[
          press(/^Notities\d/),
          chooseAll,
          press(/^Verwijderen$/),
          isShown('.kl-change'),
          press(/^Documenten\d/),
          chooseAllOf('Documenten'),
          press(/^Verwijderen$/),
          isShown('.kl-change + .kl-change'),
        ]}
      >
        {library({ ...world, actions: halfway(world.actions) })}
      </Done>
    ),
  },
  {
    name: 'library-two-undos',
    page: true,
    keep: keepNotes(3),
    show: (world) => <Done steps={[removeTwo, isShown('.kl-undo__line + .kl-undo__line')]}>{library(world)}</Done>,
  },
  {
    name: 'popup-undos-and-failure',
    keep: keepNotes(3),
    show: (world) => (
      <Done steps={[removeTwo, failOnce, isShown('.kl-undo-failure')]}>{popup(world, { type: 'loading' })}</Done>
    ),
  },
  { name: 'library-tags-of-chosen', page: true, keep: keepNotes(30), show: notesWith([chooseAll, press(/^Labels…/)]) },
]
