import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/opening.ts'
import { deleteNote, saveNote } from '#utils/database/notes.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { questionTarget } from '#utils/notes/target.ts'
import { keepAnswers, openWorld, type World } from './kept-world.ts'
import { failing, keepWork } from './library-screens.tsx'
import { havingFound } from './reader-screens.tsx'
import { documentRow, jobRow, questionRow } from './rows.ts'
import { library } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const size = { width: 1280, height: 800 }
const show = (world: World) => library(world)
const rows = () => page.getByRole('option')

function noteRow(index: number): NoteRow {
  return {
    id: `n${index}`,
    target: `2023D${10_000 + (index % 50)}#${index + 1}`,
    type: 'question',
    body: `Notitie ${index}`,
    version: 1,
    places: [],
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: new Date(1_700_000_000_000 - index).toISOString(),
  }
}

test('2,000 questions and 2,000 notes: the lists come at once, and only the rows in view exist', async () => {
  const world = openWorld()
  const lists = Array.from({ length: 50 }, (_, index) => documentRow(`2023D${10_000 + index}`))
  await world.db.documents.bulkPut(lists)
  await world.db.questions.bulkPut(
    Array.from({ length: 2_000 }, (_, index) => questionRow(lists[index % 50]?.id ?? '', index)),
  )
  await world.db.notes.bulkPut(Array.from({ length: 2_000 }, (_, index) => noteRow(index)))
  await stage(show, { world, ...size })
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  const list = page.getByRole('listbox', { name: 'Vragen' })
  await expect.element(list).toBeVisible()
  await expect.element(rows().first()).toMatchTextContent(/Hoeveel scholen/)
  list.element().scrollTop = 60_000
  await expect.element(rows().first()).toMatchTextContent(/Hoeveel scholen/)
  expect(rows().elements().length).toBeLessThan(60)
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await expect.element(rows().first()).toMatchTextContent(/Notitie 0/)
})

test('where notes alone are kept the library opens at them; what was chosen or filled stays, whatever goes', async () => {
  const world = await stage(show, { keep: async ({ db }) => void (await db.notes.put(noteRow(1))), ...size })
  const current = () => document.querySelector('.kl-library__nav [aria-current]')?.textContent ?? ''
  await expect.poll(current).toMatch(/^Notities/)
  await userEvent.click(rows().first())
  const heard = page.getByRole('status').filter({ hasText: /^Notitie bij / })
  await expect.element(heard).toBeInTheDocument()
  await world.db.documents.put(documentRow('2023D20951'))
  await world.db.notes.clear()
  await expect.element(page.getByText(/^U hebt nog geen notities/)).toBeVisible()
  expect(current()).toMatch(/^Notities/)
})

test('questions in view stay where they are when a document comes above them', async () => {
  const world = await stage(show, {
    keep: async ({ db }) => {
      await db.documents.put(documentRow('2023D20951'))
      await db.questions.bulkPut(Array.from({ length: 200 }, (_, order) => questionRow('2023D20951', order)))
    },
    ...size,
  })
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  const list = page.getByRole('listbox', { name: 'Vragen' })
  await expect.element(rows().first()).toMatchTextContent(/in 2000 een/)
  list.element().scrollTop = 8_000
  const seen = page.getByText(/Hoeveel scholen hebben in 2102 een/)
  await expect.element(seen).toBeInViewport()
  const top = () => seen.element().getBoundingClientRect().top - list.element().getBoundingClientRect().top
  const before = top()
  await world.db.documents.put(documentRow('2023D20952', { updatedAt: '2030-01-01T00:00:00.000Z' }))
  await world.db.questions.bulkPut(Array.from({ length: 5 }, (_, order) => questionRow('2023D20952', order)))
  await expect.poll(() => list.element().scrollTop).toBe(8_400)
  await expect.poll(top).toBe(before)
})

test('keys walk the list and open what is chosen', async () => {
  await stage(show, {
    keep: async ({ db }) => {
      await keepAnswers(db)
      await db.documents.put(documentRow('2023D00002', { title: 'Een tweede stuk', updatedAt: '2022-01-01T00:00:00Z' }))
    },
    ...size,
  })
  await expect.element(rows().nth(1)).toMatchTextContent(/Een tweede stuk/)
  page.getByRole('listbox').element().focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Een tweede stuk' })).toBeVisible()
  await userEvent.keyboard('{Home}{Enter}')
  await expect.element(page.getByRole('heading', { name: /Antwoorden op feitelijke vragen/ })).toBeVisible()
})

test('a deleted document can be brought back', async () => {
  await stage(show, { keep: ({ db }) => keepAnswers(db), ...size })
  await userEvent.click(rows().first())
  await userEvent.click(page.getByRole('button', { name: 'Document verwijderen' }))
  await expect.element(page.getByText('Hier komt alles wat u bewaart')).toBeVisible()
  const example = page.getByRole('link', { name: 'Probeer het op een voorbeeld' })
  await expect.element(example).toHaveAttribute('href', '/example.html?try')
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.element(rows().first()).toMatchTextContent(/Antwoorden op feitelijke vragen/)
})

test('a reading that was begun here opens its document when it is done', async () => {
  const world = await stage((one) => library(one, { ...plainOpening, job: 'job-1' }), {
    keep: ({ db }) => db.jobs.put(jobRow()),
    ...size,
  })
  await expect.element(page.getByText('12 van 68 bladzijden, 34 vragen gevonden')).toBeVisible()
  await keepAnswers(world.db)
  await world.db.jobs.update('job-1', { state: 'done', document: '2023D20951' })
  await expect.element(page.getByRole('heading', { name: /Antwoorden op feitelijke vragen/ })).toBeVisible()
})

test('a document that is being read lists the questions found so far, and no longer once it is read', async () => {
  const world = await stage((one) => library(havingFound(one, 3)), { keep: ({ db }) => db.jobs.put(jobRow()), ...size })
  await userEvent.click(page.getByText('3 vragen tot nu toe, voorlopig'))
  await expect.element(page.getByText(/^2Hoeveel scholen hebben in 2001/)).toBeVisible()
  await world.db.jobs.update('job-1', { state: 'failed', error: 'broken-pdf' })
  await expect.element(page.getByText('3 vragen tot nu toe, voorlopig')).not.toBeInTheDocument()
})

test('what a menu on a page could not do is said in a sentence', async () => {
  await stage((one) => library(one, { ...plainOpening, error: 'no-page' }), size)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Deze pagina kan niet worden gelezen/)
})

test('one field searches questions, documents and notes, and opens a code', async () => {
  await stage(show, { keep: ({ db }) => keepAnswers(db), ...size })
  const field = page.getByRole('searchbox', { name: /Zoek in alles/ })
  await userEvent.fill(field, 'stagevergoedingen')
  await expect.element(page.getByRole('option', { name: /onderzoek naar stagevergoedingen/ })).toBeVisible()
  await userEvent.fill(field, '2023d19158')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Gedrukt bij vraag 1')).toBeVisible()
  await userEvent.fill(field, 'fietspad')
  await expect.element(page.getByText('Niets bewaard met «fietspad».')).toBeVisible()
  await quiet()
})

test('a document that could not be deleted stays, and the reason is said', async () => {
  const world = await stage(show, { keep: ({ db }) => keepAnswers(db), ...size })
  await userEvent.click(rows().first())
  world.failWith('database-unavailable')
  await userEvent.click(page.getByRole('button', { name: 'Document verwijderen' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet verwijderd: /)
  await userEvent.click(page.getByRole('button', { name: 'Sluiten' }))
  await expect.element(rows().first()).toMatchTextContent(/Antwoorden op feitelijke vragen/)
})

test('on a narrow screen the list comes before the place for files', async () => {
  await stage(show, { keep: ({ db }) => keepAnswers(db), width: 480, height: 800 })
  await expect.element(rows().first()).toBeInViewport()
  const list = page.getByRole('listbox').element().getBoundingClientRect()
  const drop = page.getByText('Bestand kiezen…').element().getBoundingClientRect()
  expect(drop.top).toBeGreaterThanOrEqual(list.bottom)
})

test('the passages without a place are the same ones in the list and in a search', async () => {
  const seen = { orphanSince: '2023-09-04T10:00:00.000Z' }
  const quote = { exact: 'De meting is in het voorjaar.', prefix: '', suffix: '', start: 0, end: 29 }
  await stage(show, {
    keep: async ({ db }) => {
      await keepAnswers(db)
      await db.notes.bulkPut([
        { ...noteRow(1), target: '2023D20951', type: 'passage', passage: { quote, format: 'page' }, seen },
        // On no passage: it has no place to lose.
        { ...noteRow(2), seen },
      ])
    },
    ...size,
  })
  const lost = () => page.getByRole('button', { name: /^Zonder plaats/ })
  await expect.element(lost()).toHaveTextContent('Zonder plaats1')
  await userEvent.click(lost())
  await userEvent.fill(page.getByRole('searchbox'), 'notitie')
  await expect.element(page.getByRole('button', { name: /^Documenten/ })).toHaveTextContent('Documenten0')
  await expect.element(lost()).toHaveTextContent('Zonder plaats1')
  await expect.poll(() => rows().elements().length).toBe(1)
})

test('notes are told and filtered by the names of their colours; a colour that is gone filters no more', async () => {
  const world = openWorld()
  await world.db.notes.bulkPut([{ ...noteRow(0), colour: 'blue' }, noteRow(1), { ...noteRow(2), colour: 'pink' }])
  await stage(show, { world, ...size })
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  const shown = () => page.getByRole('listbox', { name: 'Notities' }).getByRole('option')
  await expect.element(shown().first()).toMatchTextContent(/Notitie 0.*Blauw/s)
  const choice = page.getByRole('combobox', { name: 'Kleur' })
  await userEvent.selectOptions(choice, 'Roze (1)')
  await expect.poll(() => shown().elements().length).toBe(1)
  await expect.element(shown().first()).toMatchTextContent(/Notitie 2.*Roze/s)
  await world.db.notes.put(noteRow(2))
  await expect.poll(() => shown().elements().length).toBe(3)
})

const views = [/^Documenten/, /^Vragen/, /^Notities/, /^Zonder plaats/, /^Gevolgd/]

test.for([
  ['documentEntries', /^Documenten/, 7],
  ['questionOutline', /^Vragen/, 2],
  ['noteIds', /^Notities/, 13],
  ['noteEntries', /^Zonder plaats/, 1],
] as const)('where %s cannot be read that list alone says so; read again it is there', async ([read, view, count]) => {
  let isFailing = true
  let reads = 0
  const isNow = () => {
    reads += 1
    return isFailing
  }
  await stage((world) => show(failing(world, read, isNow)), {
    keep: async (world) => {
      await keepWork(world)
      await world.db.notes.update('n3', {
        passage: { quote: { exact: 'Weg.', prefix: '', suffix: '', start: 0, end: 4 }, format: 'page' },
        seen: { orphanSince: '2026-05-01T00:00:00.000Z' },
      })
    },
    ...size,
  })
  const button = (name: RegExp) => page.getByRole('button', { name })
  for (const other of views) {
    if (other.source !== view.source) await expect.element(button(other)).toMatchTextContent(/\d/)
  }
  await userEvent.click(button(view))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
  expect(button(view).element().textContent).not.toMatch(/\d/)
  expect(page.getByRole('listbox').elements()).toEqual([])
  // What a search finds is there all the same.
  await userEvent.fill(page.getByRole('searchbox'), 'stage')
  await expect.element(rows().first()).toBeVisible()
  await expect.poll(() => page.getByRole('alert').elements()).toEqual([])
  await userEvent.fill(page.getByRole('searchbox'), '')
  await userEvent.click(button(view))
  const before = reads
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.poll(() => reads).toBe(before + 1)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
  isFailing = false
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.poll(() => page.getByRole('listbox').getByRole('option').elements().length).toBe(count)
  await expect.element(button(view)).toMatchTextContent(new RegExp(`${count}$`))
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(view)
})

test('where what is followed, or a page of rows, cannot be read, that alone says so until it is read again', async () => {
  let isFailing = true
  const isNow = () => isFailing
  const world = (one: World) =>
    failing(failing(failing(one, 'followed', isNow), 'countFollowed', isNow), 'notesAt', isNow)
  await stage((one) => show(world(one)), {
    keep: async (one) => {
      await keepWork(one)
      await one.actions.follow('2023D20951')
    },
    ...size,
  })
  for (const [view, count] of [
    [/^Gevolgd/, 1],
    [/^Notities/, 13],
  ] as const) {
    isFailing = true
    await userEvent.click(page.getByRole('button', { name: view }))
    await expect.element(page.getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
    isFailing = false
    await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
    await expect.poll(() => page.getByRole('alert').elements()).toEqual([])
    await expect.element(page.getByRole('button', { name: view })).toMatchTextContent(new RegExp(`${count}$`))
    const region = page.getByRole('region', { name: view }).element()
    await expect.poll(() => region.querySelectorAll('[role="option"], .kl-choice').length).toBe(count)
  }
})

test('where the filters of questions cannot be read they say so beside the whole list, until they are read again', async () => {
  let isFailing = false
  const world = await stage((one) => show(failing(one, 'questionFacets', () => isFailing)), { keep: keepWork, ...size })
  const questions = () => page.getByRole('listbox', { name: 'Vragen' }).getByRole('option')
  const filters = () => page.getByRole('group', { name: 'Filters' })
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  await expect.poll(() => questions().elements().length).toBe(2)
  await userEvent.click(filters().getByRole('button', { name: /^Met notitie/ }))
  await expect.poll(() => questions().elements().length).toBe(1)
  // Once it is corrected the filters are read anew.
  isFailing = true
  await world.db.corrections.put({
    list: '2023D20951',
    number: '1',
    occurrence: 1,
    kind: 'border',
    anchor: 'Nergens',
    place: 1,
    updatedAt: '2030-01-01T00:00:00.000Z',
  })
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Kamerlens kon de filters niet lezen/)
  expect(filters().elements()).toEqual([])
  await expect.poll(() => questions().elements().length).toBe(2)
  expect(page.getByText('Geen vraag past bij deze filters.').elements()).toEqual([])
  isFailing = false
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.element(filters()).toBeVisible()
  await expect.poll(() => questions().elements().length).toBe(1)
  expect(page.getByRole('alert').elements()).toEqual([])
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Vragen/)
})

test('the filter of questions with a note follows notes that are written and removed while it stands there', async () => {
  const world = await stage(show, { keep: keepWork, ...size })
  const questions = () => page.getByRole('listbox', { name: 'Vragen' }).getByRole('option')
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  await expect.poll(() => questions().elements().length).toBe(2)
  await userEvent.click(page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^Met notitie/ }))
  await expect.poll(() => questions().elements().length).toBe(1)
  const noted = new Set((await world.db.notes.toArray()).map(({ target }) => target))
  const targets = (await world.db.questions.toArray()).map(({ list, number }) => questionTarget(list, number))
  const target = targets.find((each) => !noted.has(each)) ?? ''
  await saveNote(world.db, { id: 'new', target, opened: '', body: 'Terugvragen' }, new Date())
  await expect.poll(() => questions().elements().length).toBe(2)
  await deleteNote(world.db, 'new', new Date())
  await expect.poll(() => questions().elements().length).toBe(1)
})

/** A library in which a read is broken off half-way, as where the browser takes the database away. */
const brokenOff = (
  world: World,
  read: 'documentEntries' | 'notesAt' | 'questions' | 'document',
  isNow: () => boolean,
) => ({
  ...world,
  kept: {
    ...world.kept,
    [read]: (...of: never[]) =>
      world.db.transaction('r', world.db.tables, async (transaction) => {
        const answer = await (world.kept[read] as (...of: never[]) => Promise<unknown>)(...of)
        if (isNow()) transaction.abort()
        return answer
      }),
  },
})

test('what the tools say moves nothing that stands below them', async () => {
  await stage((world) => library(world), { keep: ({ db }) => keepAnswers(db), ...size })
  await quiet()
  const top = () => document.querySelector('.kl-library__list')?.getBoundingClientRect().top
  const before = top()
  await userEvent.click(page.getByRole('button', { name: 'Exporteren' }))
  await userEvent.click(page.getByRole('menuitem', { name: /^Alles/ }))
  await expect.element(page.getByText('Geëxporteerd: kamerlens-2023-05-23.json')).toBeVisible()
  expect(top()).toBe(before)
})

const atDocument = { ...plainOpening, destination: { type: 'document', id: '2023D20951' } } as const
const unread = 'Kamerlens kon dit niet lezen.'

test.for([
  ['documentEntries', plainOpening, unread, page.getByRole('option')],
  ['document', atDocument, unread, page.getByRole('heading', { level: 2 })],
  ['questions', atDocument, 'De vragen van dit document konden niet worden gelezen.', page.getByText('12 vragen')],
] as const)(
  'where reading %s is broken off it says so, and does not load for good',
  async ([read, opening, sentence, found]) => {
    let isBroken = true
    await stage(
      (world) =>
        library(
          brokenOff(world, read, () => isBroken),
          opening,
        ),
      {
        keep: ({ db }) => keepAnswers(db),
        ...size,
      },
    )
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence)
    expect(page.getByText('Laden…').elements()).toEqual([])
    isBroken = false
    await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
    await expect.element(found.last()).toBeVisible()
    expect(page.getByRole('alert').elements()).toEqual([])
  },
)

test('where another window upgrades the database while a list is read, the list comes once that is done', async () => {
  const base = openWorld()
  const upgraded = Promise.withResolvers<IDBDatabase>()
  let isFirst = true
  const world: World = {
    ...base,
    kept: {
      ...base.kept,
      async documentEntries() {
        await base.db.documents.count()
        if (isFirst) {
          isFirst = false
          const request = indexedDB.open(base.db.name, 10_000)
          request.onupgradeneeded = () => request.result.createObjectStore('somethingNew')
          request.onsuccess = () => upgraded.resolve(request.result)
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        return base.kept.documentEntries()
      },
    },
  }
  await keepAnswers(base.db)
  await stage(() => library(world), { world, ...size })
  const newer = await upgraded.promise
  await expect.element(rows().first()).toMatchTextContent(/12 vragen/)
  // What is changed from now on is followed too.
  await base.db.documents.put(documentRow('2026D00001', { title: 'Erbij' }))
  await expect.poll(() => rows().elements().length).toBe(2)
  newer.close()
})
