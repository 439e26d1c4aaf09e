import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { createSearchTeller } from '#utils/browser/channels/search-changes.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { questionTarget } from '#utils/notes/target.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { lookupRow } from './counterpart-world.ts'
import { keepAnswers, openWorld } from './kept-world.ts'
import { keepWork } from './library-screens.tsx'
import { rows, show, size } from './library-world.tsx'
import { havingFound } from './reader-screens.tsx'
import { documentRow, jobRow, questionRow } from './rows.ts'
import { library } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

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

test('the filters of questions follow what the services say of who answers', async () => {
  const world = await stage(show, {
    keep: async ({ db }) => {
      const ids = ['2023D20951', '2023D20952']
      await db.documents.bulkPut(ids.map((id) => documentRow(id)))
      await db.questions.bulkPut(ids.map((id) => questionRow(id, 0)))
    },
    ...size,
  })
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  await expect.poll(() => rows().elements().length).toBe(2)
  const ministry = page.getByRole('combobox', { name: 'Ministerie dat antwoordt' })
  await expect.element(ministry).not.toBeInTheDocument()
  const answeredBy = [{ name: null, function: 'Minister', ministry: 'Onderwijs' }]
  await world.db.lookups.put({
    ...lookupRow('2023D20951'),
    document: { ...nothingOf('document', '2023D20951'), answeredBy },
  })
  createSearchTeller()(true)
  await userEvent.selectOptions(ministry, 'Onderwijs (1)')
  await expect.element(page.getByText('1 van 2 vragen')).toBeVisible()
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

test('a row is as high as its lines are, however high the browser makes these', async () => {
  const world = openWorld()
  const title = 'Antwoord op vragen over de bereikbaarheid van huisartsen in dunbevolkte streken '.repeat(3)
  await world.db.documents.put({ ...documentRow('2023D10001'), title })
  await stage(show, { world, ...size })
  const higher = document.createElement('style')
  // As where it keeps to a least size of type, which no test can ask Chromium for.
  higher.textContent = '.kl-virtual__row, .kl-virtual__row * { line-height: 3 !important }'
  document.head.append(higher)
  await expect.poll(() => document.querySelectorAll('.kl-row__title, .kl-row__facts')).toHaveLength(2)
  const row = rows().first().element().getBoundingClientRect()
  for (const line of document.querySelectorAll('.kl-row__title, .kl-row__facts')) {
    const { top, bottom } = line.getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(row.top)
    expect(bottom).toBeLessThanOrEqual(row.bottom)
  }
  higher.remove()
})
