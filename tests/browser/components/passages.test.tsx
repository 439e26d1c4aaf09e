import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import { soon } from '../soon.ts'
import { begun, passageNote } from './passage-screens.tsx'
import { emptyPage, goneTo, library, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const shownText = () => document.body.textContent.replace(/\s+/g, ' ')
const lost = { orphanSince: '2023-09-04T10:00:00.000Z' }

describe('the passages of the page', () => {
  test('are listed under its codes or their absence; choosing one leads there and opens its note', async () => {
    const states: PassageOnPage[] = [
      { id: 'n1', state: 'exact' },
      { id: 'n2', state: 'missing' },
      { id: 'n3', state: 'missing' },
      { id: 'unknown', state: 'exact' },
    ]
    await stage((world) => popup(world, emptyPage('no-codes'), plainOpening, 'ready', states), {
      keep: async ({ db }) => {
        const notes = [
          passageNote('n1', 'De minister zegt toe.', 'Wanneer?'),
          passageNote('n2', 'Elders in het stuk.', ''),
          passageNote('n3', 'Verdwenen <b>woorden</b>.', 'Bewaard.', lost),
        ]
        await db.notes.bulkPut(notes)
      },
    })
    await quiet()
    await soon(() => expect(shownText()).toContain('2 passages met een notitie'))
    expect(shownText()).toContain('1 passage niet gevonden')
    expect(shownText()).toContain('staat op een andere pagina van dit document')
    expect(shownText()).toContain('Verdwenen <b>woorden</b>.')
    await page.getByRole('button', { name: /De minister zegt toe/ }).click()
    expect(goneTo.at(-1)).toBe('n1')
    await expect.element(page.getByRole('textbox', { name: /Notitie bij/ })).toHaveValue('Wanneer?')
  })
})

test('the passages of the page stand in the order of its text', async () => {
  const places = { n1: 300, n2: 20, n3: 100 }
  const states = Object.keys(places).map((id): PassageOnPage => ({ id, state: 'exact' }))
  await stage((world) => popup(world, emptyPage('no-codes'), plainOpening, 'ready', states), {
    keep: async ({ db }) => {
      for (const [id, start] of Object.entries(places)) {
        const note = passageNote(id, `Woorden op ${start}`, '')
        await db.notes.put({ ...note, passage: { ...note.passage, quote: { ...note.passage.quote, start } } })
      }
    },
  })
  await quiet()
  await soon(() => expect(shownText()).toMatch(/Woorden op 20\D.*Woorden op 100\D.*Woorden op 300\D/))
})

describe('a note that was begun on a selection', () => {
  test('shows the quote above the cursor, and is stored with it once something is written', async () => {
    const world = await stage(
      (each) =>
        popup(each, emptyPage('no-codes'), {
          ...plainOpening,
          destination: { type: 'passage', id: begun.id },
          focusNote: true,
        }),
      { keep: async (each) => each.begun.set(begun.id, begun) },
    )
    await quiet()
    await soon(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    expect(document.querySelector('blockquote')?.textContent).toMatch(/^Wij zien dat .* …$/)
    await page.getByRole('button', { name: 'Hele passage' }).click()
    expect(document.querySelector('blockquote')?.textContent).toBe(begun.passage.quote.exact)
    expect(await world.db.notes.count()).toBe(0)
    await page.getByRole('textbox', { name: /Notitie bij/ }).fill('Terugvragen.')
    const stored = () => world.db.notes.get(begun.id)
    await soon(async () => expect((await stored())?.body).toBe('Terugvragen.'))
    const { target, passage, place } = begun
    expect(await stored()).toMatchObject({ type: 'passage', target, passage, places: [place] })
  })
})

describe('passages without a place', () => {
  test('are a view of the library: the words, the note, when it was last found, and the way to look again', async () => {
    const world = await stage((each) => library(each), {
      keep: async ({ db }) => {
        const notes = [passageNote('n1', 'Nog daar.', 'x'), passageNote('n3', 'Verdwenen woorden.', 'Bewaard.', lost)]
        await db.notes.bulkPut(notes)
      },
      width: 1280,
      height: 800,
    })
    await quiet()
    await page.getByRole('button', { name: 'Zonder plaats 1' }).click()
    await expect
      .element(page.getByRole('option'))
      .toHaveTextContent('Verdwenen woorden.laatst gevonden op 1 jun 2023 · Bewaard.')
    await page.getByRole('option').click()
    await soon(() =>
      expect(shownText()).toContain('Niet gevonden sinds 4 september 2023, laatst gevonden op 1 juni 2023'),
    )
    await page.getByRole('button', { name: 'Opnieuw zoeken' }).click()
    await soon(() => expect(world.passagesOpened).toEqual(['n3']))
    await world.db.notes.update('n3', { seen: { lastFound: '2023-10-01T10:00:00.000Z' } })
    await soon(() => expect(shownText()).toContain('Naar de passage'))
    await soon(() => expect(shownText()).toContain('Alle passages waar u een notitie bij schreef'))
  })
})
