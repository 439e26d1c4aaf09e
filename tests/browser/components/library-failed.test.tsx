import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { aWhile } from '#tests/a-while.ts'
import { keepAnswers, openWorld, type World } from './kept-world.ts'
import { failing, keepWork } from './library-screens.tsx'
import { rows, show, size } from './library-world.tsx'
import { documentRow } from './rows.ts'
import { library } from './screens.tsx'
import { stage } from './stage.tsx'

test('what a menu on a page could not do is said in a sentence', async () => {
  await stage((one) => library(one, { ...plainOpening, error: 'no-page' }), size)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Deze pagina kan niet worden gelezen/)
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
          await aWhile(50)
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
