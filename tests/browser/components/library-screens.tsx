import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { NoteRow } from '#utils/database/schema.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { library, type Screen } from './screens.tsx'

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

export const tagRow = (noteId: string, tag: string) => ({ noteId, tag, createdAt: '2023-05-23T09:00:00.000Z' })

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

/** A screen on which something was done, once it can be: each step waits for the one before. */
function Done({ steps, children }: { steps: readonly (() => boolean)[]; children: ComponentChildren }) {
  useEffect(() => {
    const left = [...steps]
    const timer = setInterval(() => {
      while (left[0]?.()) left.shift()
      if (left.length === 0) clearInterval(timer)
    }, 20)
    return () => clearInterval(timer)
  }, [])
  return <>{children}</>
}

const chooseAll = (): boolean => {
  const list = document.querySelector('[role="listbox"][aria-label="Notities"]')
  if (!list?.querySelector('[role="option"] .kl-row')) return false
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }))
  return true
}

const press = (words: RegExp) => (): boolean => {
  const button = [...document.querySelectorAll('button')].find((each) => words.test(each.textContent))
  button?.click()
  return button !== undefined
}

const notesWith = (steps: readonly (() => boolean)[]) => (world: World) => (
  <Done steps={[press(/^Notities\d/), ...steps]}>{library(world)}</Done>
)

export const libraryScreens: readonly Screen[] = [
  { name: 'library-notes-chosen', page: true, keep: keepNotes(30), show: notesWith([chooseAll]) },
  { name: 'library-tags-of-chosen', page: true, keep: keepNotes(30), show: notesWith([chooseAll, press(/^Labels…/)]) },
]
