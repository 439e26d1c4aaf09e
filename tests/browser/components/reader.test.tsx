import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PlacedText } from '#components/reader/pdf-view.ts'
import type { QuestionsState } from '#components/reader/reader-state.ts'
import { createPreliminaryTeller } from '#utils/browser/preliminary.ts'
import { questionsOf } from '#utils/database/named-documents.ts'
import { keepAnswers, type World } from './kept-world.ts'
import {
  type FakeView,
  fakeView,
  keepLetterWithPlaces,
  keepWithPlaces,
  letterRead,
  readAlready,
  reader,
  readerAsked,
} from './reader-screens.tsx'
import { documentRow, jobRow, questionRow } from './rows.ts'
import { quiet, stage } from './stage.tsx'

const size = { width: 1280, height: 800 }

async function show(view: FakeView = fakeView(), keep = keepWithPlaces): Promise<FakeView> {
  await stage((world) => reader(world, { type: 'open', view }, { questions: readAlready }), { keep, ...size })
  await expect.element(page.getByRole('navigation', { name: 'Vragen' }).getByRole('button').first()).toBeVisible()
  return view
}

const question = (number: number) => page.getByRole('button', { name: new RegExp(`^Vraag ${number}\\b`) })
const current = () => document.querySelector('.kl-reader__question[aria-current]')?.textContent ?? null
const notesPane = () => document.querySelector<HTMLElement>('.kl-reader')?.dataset.notes
const noteOf = (subject: string) => page.getByRole('textbox', { name: `Notitie bij ${subject}`, exact: true })

afterEach(() => {
  readerAsked.length = 0
})

test('where no document was chosen the window is named so too', async () => {
  await stage((world) => reader(world, { type: 'failed', error: 'nothing' }, { url: null, name: '' }), size)
  await expect.poll(() => document.title).toBe('Geen document gekozen · Kamerlens')
})

describe('the list of questions', () => {
  test('leads to a question’s place, and marks the one in view while the pages scroll', async () => {
    const view = await show()
    await userEvent.click(question(6))
    await expect.poll(() => view.shownPlaces).toEqual([{ order: 5, page: 2, top: 250, isSure: true }])
    expect(current()).toMatch(/^Vraag 6/)
    view.scrollTo({ page: 3, top: 420 })
    await expect.poll(current).toMatch(/^Vraag 11/)
    view.scrollTo({ page: 1, top: 20 })
    await expect.poll(current).toBeNull()
  })

  test('finds a place by the text of the page where the reading kept none', async () => {
    const lines: PlacedText[] = [
      { text: 'Er zijn 24 verzoeken ingediend.', top: 90 },
      { text: 'Hoeveel scholen hebben in 2005 een', top: 333 },
    ]
    const view = await show(fakeView(68, new Map([[2, lines]])), (world) => keepAnswers(world.db) as Promise<never>)
    await userEvent.click(question(6))
    await expect.poll(() => view.shownPlaces.at(-1)).toMatchObject({ page: 2, top: 333 })
  })

  test('filters while one types; Enter leads to the number', async () => {
    const view = await show()
    await userEvent.fill(page.getByRole('searchbox', { name: 'Filter op woord of nummer' }), '11')
    await expect.poll(() => document.querySelectorAll('.kl-reader__question').length).toBe(1)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => view.shownPlaces.at(-1)?.page).toBe(3)
  })

  test('is walked by arrow keys', async () => {
    await show()
    question(1).element().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.textContent).toMatch(/^Vraag 3/)
    await userEvent.keyboard('{Home}')
    expect(document.activeElement?.textContent).toMatch(/^Vraag 1/)
  })

  test('goes from doubtful question to doubtful question', async () => {
    const view = await show()
    const check = page.getByRole('button', { name: 'Nakijken' })
    await expect.element(page.getByText('2 twijfelachtig')).toBeVisible()
    await userEvent.click(check)
    await expect.poll(current).toMatch(/^Vraag 2/)
    await userEvent.click(check)
    await expect.poll(current).toMatch(/^Vraag 9/)
    expect(view.shownPlaces).toHaveLength(2)
  })
})

describe('what is to be checked', () => {
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  async function showLetter(): Promise<FakeView> {
    const view = fakeView(6)
    await stage((world) => reader(world, { type: 'open', view }, { questions: letterRead }), {
      keep: keepLetterWithPlaces,
      ...size,
    })
    await expect.element(question(1)).toBeVisible()
    return view
  }

  test('is corrected beside the pages: list and doubts follow, and it can be undone', async () => {
    await showLetter()
    await userEvent.click(button('Nakijken').first())
    await expect.poll(current).toMatch(/^Vraag 2/)
    await userEvent.click(button('Voeg samen met vraag 3'))
    await expect.element(page.getByText('Met de hand samengevoegd met vraag 3')).toBeVisible()
    await expect.poll(() => document.querySelectorAll('.kl-reader__question').length).toBe(7)
    await expect.element(button(/^Vraag 2.*Met de hand verbeterd/)).toBeVisible()
    await userEvent.click(button('Ongedaan maken'))
    await expect.poll(() => document.querySelectorAll('.kl-reader__question').length).toBe(8)
  })

  test('is filtered as in the popup', async () => {
    await showLetter()
    await userEvent.click(button('Nakijken (2)'))
    await expect.poll(() => document.querySelectorAll('.kl-reader__question').length).toBe(2)
    await userEvent.click(button('Alle vragen tonen'))
    await expect.poll(() => document.querySelectorAll('.kl-reader__question').length).toBe(8)
  })

  test('is what stands with no question too: each piece leads to its page', async () => {
    const view = await showLetter()
    await userEvent.click(button('3 stukken tekst staan bij geen vraag'))
    await expect.element(page.getByText(/^Toelichting bij de tabel/)).toBeVisible()
    await userEvent.click(button('Blz. 3'))
    expect(view.page.value).toBe(3)
    await userEvent.click(button('Terug naar de notities'))
    await expect.element(page.getByRole('heading', { name: 'Over het hele document' })).toBeVisible()
  })
})

test('the question that the reader was opened at is shown as soon as it is there', async () => {
  const view = fakeView()
  await stage((world) => reader(world, { type: 'open', view }, { questions: readAlready, wanted: { order: 5 } }), {
    keep: keepWithPlaces,
    ...size,
  })
  await expect.poll(() => view.shownPlaces).toEqual([{ order: 5, page: 2, top: 250, isSure: true }])
  await expect.poll(current).toMatch(/^Vraag 6/)
})

describe('the notes', () => {
  test('are those of the question in view, and of the whole document', async () => {
    const view = await show()
    view.scrollTo({ page: 1, top: 260 })
    await expect.element(noteOf('Vraag 2')).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Over het hele document' })).toBeVisible()
    view.scrollTo({ page: 2, top: 120 })
    await expect.element(noteOf('Vraag 5')).toBeVisible()
  })

  test('stay under the hands of who writes them while the pages scroll', async () => {
    const view = await show()
    view.scrollTo({ page: 1, top: 260 })
    await userEvent.fill(noteOf('Vraag 2'), 'Navragen')
    view.scrollTo({ page: 3, top: 420 })
    await quiet()
    await expect.poll(current).toMatch(/^Vraag 11/)
    await expect.element(noteOf('Vraag 2')).toHaveValue('Navragen')
    noteOf('Vraag 2').element().blur()
    await expect.element(noteOf('Vraag 11')).toBeVisible()
  })

  test('have the printed code as a way to what is kept of it', async () => {
    const view = await show()
    view.scrollTo({ page: 1, top: 120 })
    await userEvent.click(page.getByRole('button', { name: '2023D19158' }))
    expect(readerAsked).toEqual(['opened 2023D19158'])
  })

  test('come beside the pages when the window gets room for them, unless somebody hid them', async () => {
    await stage((world) => reader(world, { type: 'open', view: fakeView() }), { width: 900, height: 700 })
    await expect.poll(notesPane).toBe('hidden')
    await page.viewport(1280, 800)
    await expect.poll(notesPane).toBe('shown')
    await userEvent.click(page.getByRole('button', { name: 'Notities verbergen' }))
    await page.viewport(900, 700)
    await page.viewport(1280, 800)
    await quiet()
    expect(notesPane()).toBe('hidden')
  })

  test('are taken from nobody by a window that gets narrower', async () => {
    await show()
    expect(notesPane()).toBe('shown')
    await page.viewport(900, 700)
    await quiet()
    expect(notesPane()).toBe('shown')
  })
})

describe('the bar', () => {
  test('takes a page, and puts the present one back for what is none', async () => {
    const view = await show()
    const field = page.getByRole('textbox', { name: /^Bladzijde/ })
    await userEvent.fill(field, '12')
    await userEvent.keyboard('{Enter}')
    expect(view.page.value).toBe(12)
    await userEvent.fill(field, 'twaalf')
    await userEvent.keyboard('{Enter}')
    await expect.element(field).toHaveValue('12')
  })

  test('searches by Ctrl+F; Enter and Shift+Enter walk, Escape ends', async () => {
    const view = await show()
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.keyboard('stage')
    view.found({ state: 'found', current: 1, total: 27 })
    await expect.element(page.getByText('1 van 27')).toBeVisible()
    await userEvent.keyboard('{Enter}{Shift>}{Enter}{/Shift}{Escape}')
    expect(view.searches.slice(-4)).toEqual(['stage', 'stage 1', 'stage -1', ''])
  })

  test('Ctrl+F and F6 are heard from what keeps its keys to itself too, as the card on a code does', async () => {
    await show()
    const card = document.body.appendChild(document.createElement('button'))
    card.addEventListener('keydown', (event) => event.stopPropagation())
    card.focus()
    await userEvent.keyboard('{F6}')
    expect(document.activeElement?.closest('[data-pane]')).not.toBeNull()
    card.focus()
    await userEvent.keyboard('{Control>}f{/Control}')
    expect(document.activeElement?.getAttribute('type')).toBe('search')
    card.remove()
  })

  test('shows the original’s address, and copies it', async () => {
    const world = await stage((own) => reader(own, { type: 'open', view: fakeView() }), size)
    const link = page.getByRole('link', { name: 'tweedekamer.nl/downloads/document?id=2023D20951' })
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
    await userEvent.click(page.getByRole('button', { name: 'Adres kopiëren' }))
    expect(world.copied).toEqual(['https://www.tweedekamer.nl/downloads/document?id=2023D20951'])
  })

  test('hides and shows what is beside the pages', async () => {
    await show()
    await userEvent.click(page.getByRole('button', { name: 'Vragen verbergen' }))
    expect(page.getByRole('navigation', { name: 'Vragen' }).elements()).toEqual([])
    await userEvent.click(page.getByRole('button', { name: 'Vragen tonen' }))
    await expect.element(page.getByRole('navigation', { name: 'Vragen' })).toBeVisible()
  })
})

test('F6 goes from part to part and back', async () => {
  await show()
  const at = () => document.activeElement?.getAttribute('data-pane')
  const walked: unknown[] = []
  for (let step = 0; step < 5; step += 1) {
    await userEvent.keyboard('{F6}')
    walked.push(at())
  }
  expect(walked).toEqual(['bar', 'questions', 'pages', 'notes', 'bar'])
  await userEvent.keyboard('{Shift>}{F6}{/Shift}')
  expect(at()).toBe('notes')
})

test('on a narrow window one part is seen at a time, and a question that is chosen leads to the pages', async () => {
  const view = fakeView()
  await stage((world) => reader(world, { type: 'open', view }, { questions: readAlready }), {
    keep: keepWithPlaces,
    width: 400,
    height: 720,
  })
  await userEvent.click(page.getByRole('tab', { name: 'Vragen' }))
  await userEvent.click(question(3))
  await expect.element(page.getByRole('tab', { name: 'Bladzijden' })).toHaveAttribute('aria-selected', 'true')
  expect(view.shownPlaces).toHaveLength(1)
})

test('a document that is kept from a web page has its questions looked for in all pages', async () => {
  const lines: PlacedText[] = [{ text: 'Hoeveel scholen hebben in 2007 een', top: 222 }]
  const view = await show(fakeView(40, new Map([[31, lines]])), async (world) => {
    const list = await keepAnswers(world.db)
    const rows = await questionsOf(world.db, list.id).toArray()
    await world.db.questions.bulkPut(rows.map((row) => ({ ...row, ownPage: 1 })))
  })
  await quiet()
  await userEvent.click(question(9).first())
  await expect.poll(() => view.shownPlaces.at(-1)).toMatchObject({ page: 31, top: 222 })
})

describe('a document that is being read', () => {
  const being: QuestionsState = { type: 'begun', document: 'file:0', job: 'job-1' }
  const list = () => document.querySelector<HTMLElement>('.kl-reader__list')
  const shownNumbers = () =>
    [...document.querySelectorAll('.kl-reader__nr')].map((each) => each.textContent?.replace('Vraag ', ''))
  const mark = page.getByText(/^Voorlopig, nog bezig/)
  const field = page.getByRole('searchbox', { name: 'Filter op woord of nummer' })
  let teller = createPreliminaryTeller()
  afterEach(() => {
    teller.end('job-1')
    teller = createPreliminaryTeller()
  })

  /** As the first pages of a document are told: the last one is cut off, and nothing is kept. */
  const found = (count: number) =>
    Array.from({ length: count }, (_, order) => {
      const isLast = order === count - 1
      const { list: _list, ...question } = questionRow('', order, isLast ? { answer: '', doubts: ['cut-off'] } : {})
      return { ...question, top: 100 + 150 * (order % 4) }
    })

  async function showBeing(count: number) {
    const view = fakeView()
    teller.tell('job-1', found(count))
    const world = await stage((own) => reader(own, { type: 'open', view }, { questions: being }), {
      keep: (own) => own.db.jobs.put(jobRow()),
      ...size,
    })
    await expect.poll(() => shownNumbers().length).toBe(Math.min(count, 60))
    return { view, world }
  }

  /** What the background does at the end; `first`: questions that only the whole document tells. */
  async function finish(world: World, count: number, first: readonly string[] = []) {
    const numbers = [...first, ...Array.from({ length: count }, (_, order) => `${order + 1}`)]
    const rows = numbers.map((number, order) =>
      questionRow('2023D20951', order, { number, top: 100 + 150 * (order % 4) }),
    )
    await world.db.transaction('rw', world.db.documents, world.db.questions, world.db.jobs, async () => {
      await world.db.documents.put(documentRow('2023D20951', { aliases: ['2023D20951', 'file:0'] }))
      await world.db.questions.bulkPut(rows)
      await world.db.jobs.put(jobRow({ state: 'done', document: '2023D20951' }))
    })
    await expect.element(mark).not.toBeInTheDocument()
  }

  test('lists what was found so far, marked as preliminary: to read, not to correct, and without notes', async () => {
    const { view, world } = await showBeing(9)
    await expect.element(mark).toBeVisible()
    await expect.element(page.getByText('68 bladzijden, al 34 vragen gevonden, nog bezig')).toBeVisible()
    await userEvent.click(question(6))
    await expect.poll(() => view.shownPlaces.at(-1)).toMatchObject({ page: 2, top: 250 })
    expect(current()).toMatch(/^Vraag 6/)
    expect(page.getByRole('button', { name: 'Splitsing verbeteren' }).elements()).toEqual([])
    expect(page.getByRole('textbox', { name: /^Notitie bij Vraag/ }).elements()).toEqual([])
    // The last one ends where the pages that are read end: neither a doubt nor a missing answer is told of it.
    expect(list()?.textContent).not.toMatch(/Onbeantwoord|Nakijken|Controleer/)
    expect(document.querySelector('.kl-filters, [data-filter]')).toBeNull()
    expect(await world.db.questions.count()).toBe(0)
    expect(await world.db.documents.count()).toBe(0)
  })

  test('grows while it is read, and gives way to what is kept without moving under the reader', async () => {
    const { view, world } = await showBeing(30)
    await userEvent.click(question(20))
    await expect.poll(current).toMatch(/^Vraag 20/)
    teller.tell('job-1', found(40))
    await expect.poll(() => shownNumbers().length).toBe(40)
    const box = list()
    if (box === null) throw new Error('no list')
    question(25).element().focus()
    box.scrollTop = 700
    const focused = document.activeElement
    await finish(world, 50)
    await expect.poll(() => shownNumbers().length).toBe(50)
    expect(list()).toBe(box)
    expect(box.scrollTop).toBe(700)
    expect(document.activeElement).toBe(focused)
    expect(current()).toMatch(/^Vraag 20/)
    expect(view.shownPlaces).toHaveLength(1)
    // And now there are notes.
    await expect.element(noteOf('Vraag 20')).toBeVisible()
  })

  test('keeps what was typed and what was chosen where a question turns up before the others', async () => {
    const { world } = await showBeing(12)
    await userEvent.click(question(11))
    await userEvent.fill(field, '11')
    await expect.poll(shownNumbers).toEqual(['11'])
    await finish(world, 14, ['0'])
    await expect.element(field).toHaveValue('11')
    await expect.poll(shownNumbers).toEqual(['11'])
    await expect.poll(current).toMatch(/^Vraag 11/)
  })

  test('shows nothing more of what was found once it is stopped, or its document removed', async () => {
    const { world } = await showBeing(5)
    await world.db.jobs.update('job-1', { state: 'cancelled', error: 'cancelled' })
    await expect.poll(() => list()).toBeNull()
    await world.db.jobs.update('job-1', { state: 'running' })
    await expect.poll(() => shownNumbers().length).toBe(5)
    await finish(world, 5)
    await world.db.documents.update('2023D20951', { deletedAt: '2023-05-24T09:00:00.000Z' })
    await expect.poll(() => list()).toBeNull()
  })

  test('is told to screen readers at its begin, at steps and at its end, and not with every page', async () => {
    const { world } = await showBeing(5)
    const said: string[] = []
    const announcer = document.querySelector('.kl-visually-hidden[aria-live="polite"]')
    if (announcer === null) throw new Error('no announcer')
    new MutationObserver(() => said.push(announcer.textContent ?? '')).observe(announcer, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    for (let done = 13; done < 68; done += 1) {
      await world.db.jobs.update('job-1', { progress: { phase: 'reading', done, total: 68, questions: 34 } })
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await finish(world, 50)
    await expect.poll(() => said.at(-1)).toBe('50 vragen gevonden')
    // What was said at the begin may come only now, on a busy machine.
    if (said[0] === 'De vragen worden gelezen…') said.shift()
    expect(said).toHaveLength(4)
    expect(said.slice(0, 3).every((text) => text.startsWith('al 34 vragen gevonden'))).toBe(true)
    expect(document.querySelector('.kl-reader__status [role="status"]')).toBeNull()
  })
})
