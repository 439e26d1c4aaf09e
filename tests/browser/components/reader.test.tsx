import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PlacedText } from '#components/reader/pdf-view.ts'
import { questionsOf } from '#utils/database/names/named-documents.ts'
import { keepAnswers } from './kept-world.ts'
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
import { current, noteOf, question, size } from './reader-world.tsx'
import { quiet, stage } from './stage.tsx'

async function show(view: FakeView = fakeView(), keep = keepWithPlaces): Promise<FakeView> {
  await stage((world) => reader(world, { type: 'open', view }, { questions: readAlready }), { keep, ...size })
  await expect.element(page.getByRole('navigation', { name: 'Vragen' }).getByRole('button').first()).toBeVisible()
  return view
}

const notesPane = () => document.querySelector<HTMLElement>('.kl-reader')?.dataset.notes

afterEach(() => {
  readerAsked.length = 0
})

test('where no document was chosen the window is named so too', async () => {
  await stage((world) => reader(world, { type: 'failed', error: 'nothing' }, { url: null, name: '' }), size)
  await expect.poll(() => document.title).toBe('Geen document gekozen · Kamerlens')
})

test('beside a document, where what is kept cannot be opened, no questions are waited for', async () => {
  const open = { type: 'open', view: fakeView() } as const
  await stage((world) => reader(world, open, { store: 'upgrade-blocked' }), size)
  await expect.element(page.getByText('De vragen zijn niet gelezen')).toBeVisible()
  expect(page.getByText(/zodra/).elements()).toEqual([])
})

describe('the list of questions', () => {
  test('leads to a question’s place, and marks the one in view while the pages scroll', async () => {
    const view = await show()
    await userEvent.click(question(6))
    await expect.poll(() => view.shownPlaces).toEqual([{ order: 5, page: 2, top: 250 }])
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
  await expect.poll(() => view.shownPlaces).toEqual([{ order: 5, page: 2, top: 250 }])
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
