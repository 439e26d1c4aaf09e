import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openWorld, type World } from './kept-world.ts'
import { keepWork } from './library-screens.tsx'
import { documentRow } from './rows.ts'
import { library } from './screens.tsx'
import { stage } from './stage.tsx'

const show = (world: World) => library(world)
const staged = () => stage(show, { keep: keepWork, width: 1280, height: 800 })
const picture = () => page.getByRole('group', { name: /^Wat u bewaarde en schreef/ })
const rows = () => page.getByRole('listbox').getByRole('option')
const only = (words: string) => page.getByText(words, { exact: true })
const toNotes = () => userEvent.click(page.getByRole('button', { name: /^Notities\s*\d/ }))

test('the picture tells how much there was of each week, by keys too; a week narrows the lists and is taken off again', async () => {
  await staged()
  await expect
    .element(picture())
    .toHaveAccessibleName('Wat u bewaarde en schreef van 1 mrt 2026 tot en met 20 jun 2026')
  const bars = picture().getByRole('button')
  const names = () => bars.elements().map((bar) => bar.getAttribute('aria-label'))
  expect(names()).toEqual([
    'week van 23 feb 2026: 1 document',
    'week van 2 mrt 2026: 2 documenten',
    'week van 9 mrt 2026: 1 document',
    'week van 30 mrt 2026: 5 notities',
    'week van 6 apr 2026: 4 notities',
    'week van 1 jun 2026: 1 notitie, 2 documenten',
    'week van 8 jun 2026: 3 notities',
    'week van 15 jun 2026: 1 document',
  ])
  ;(bars.first().element() as SVGElement).focus()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  await expect.element(only('Alleen week van 2 mrt 2026')).toBeVisible()
  await expect.poll(() => rows().elements().length).toBe(2)
  await expect.element(bars.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => rows().elements().length).toBe(7)
  await userEvent.click(bars.last())
  await expect.poll(() => rows().elements().length).toBe(1)
  await userEvent.click(page.getByRole('button', { name: 'Alles tonen' }))
  await expect.poll(() => rows().elements().length).toBe(7)
  expect(document.activeElement?.textContent).toBe('Wanneer en waaraan')
})

test('a dossier or ministry narrows documents, notes and questions, counts in the picture too, and goes with a week', async () => {
  await staged()
  const ministry = page.getByRole('button', { name: 'Onderwijs, Cultuur en Wetenschap (13)' })
  await userEvent.click(ministry)
  await expect.element(only('Alleen Onderwijs, Cultuur en Wetenschap')).toBeVisible()
  await expect.poll(() => rows().elements().length).toBe(4)
  await expect.poll(() => picture().getByRole('button').elements().length).toBe(5)
  await toNotes()
  await expect.poll(() => rows().elements().length).toBe(9)
  await userEvent.click(picture().getByRole('button', { name: /^week van 30 mrt/ }))
  await expect.poll(() => rows().elements().length).toBe(5)
  await expect.element(only('Alleen Onderwijs, Cultuur en Wetenschap, week van 30 mrt 2026')).toBeVisible()
  await userEvent.click(picture().getByRole('button', { name: /^week van 30 mrt/ }))
  await userEvent.click(page.getByRole('button', { name: /^Vragen\s*\d/ }))
  await expect.poll(() => rows().elements().length).toBe(1)
  await userEvent.click(page.getByRole('button', { name: 'Alles tonen' }))
  await expect.poll(() => rows().elements().length).toBe(2)
})

test('what is chosen and hidden by the picture is left alone by what is done with the rest', async () => {
  const world = await staged()
  await toNotes()
  await expect.poll(() => rows().elements().length).toBe(13)
  page.getByRole('listbox').element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(page.getByRole('button', { name: 'dossier 31 839 (7)' }))
  await expect.element(only('4 van 4 gekozen')).toBeVisible()
  page.getByRole('listbox').element().focus()
  await userEvent.keyboard('{Delete}')
  await expect.element(page.getByText(/^4 notities verwijderd/)).toBeVisible()
  const live = (await world.db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)
  expect(live.map(({ body }) => body).every((body) => body.startsWith('Stage'))).toBe(true)
  expect(live).toHaveLength(9)
})

/** Holds reads of the library's lists back from some moment on, until they are let through. */
function holding(world: World) {
  let gate: Promise<void> = Promise.resolve()
  let release = () => {}
  const { questionsFrom } = world.kept
  const held: World = {
    ...world,
    kept: {
      ...world.kept,
      questionsFrom: async (...where) => {
        await gate
        return questionsFrom(...where)
      },
    },
  }
  return {
    world: held,
    hold() {
      gate = new Promise((resolve) => {
        release = resolve
      })
    },
    release: () => release(),
  }
}

test('questions that a dossier leaves are its own from the first moment on, and so is what they open', async () => {
  const { world, hold, release } = holding(openWorld())
  await stage(show, {
    world,
    keep: async (each) => {
      await keepWork(each)
      await each.db.questions.update(['2026D00000', 0], { question: 'Hoeveel stagiairs krijgen een vergoeding?' })
      await each.db.questions.update(['2026D00010', 0], { question: 'Hoeveel kinderen wachten op zorg?' })
    },
    width: 1280,
    height: 800,
  })
  await userEvent.click(page.getByRole('button', { name: /^Vragen\s*\d/ }))
  const texts = () =>
    rows()
      .elements()
      .map((row) => /Hoeveel \S+/.exec(row.textContent)?.[0])
  await expect.poll(texts).toEqual(['Hoeveel kinderen', 'Hoeveel stagiairs'])
  hold()
  await userEvent.click(page.getByRole('button', { name: 'dossier 36 360 VIII (13)' }))
  await expect.poll(() => rows().elements().length).toBe(1)
  expect(texts()).toEqual(['Hoeveel stagiairs'])
  await userEvent.click(rows().first())
  await expect
    .element(page.getByRole('main').getByText('Hoeveel stagiairs krijgen een vergoeding?').first())
    .toBeVisible()
  release()
  await userEvent.click(page.getByRole('button', { name: 'Alles tonen' }))
  await expect.poll(texts).toEqual(['Hoeveel kinderen', 'Hoeveel stagiairs'])
  await userEvent.click(rows().first())
  await expect.element(page.getByRole('main').getByText('Hoeveel kinderen wachten op zorg?').first()).toBeVisible()
})

test('where so little is left that there is no picture, nothing is narrowed; brought back, it is again', async () => {
  const world = await stage(show, {
    keep: ({ db }) =>
      db.documents.bulkPut(
        [4, 18].map((day) => {
          const at = `2026-03-${`${day}`.padStart(2, '0')}T12:00:00.000Z`
          return documentRow(`2026D0000${day}`, { title: `Van ${day} maart`, createdAt: at, updatedAt: at })
        }),
      ),
    width: 1280,
    height: 800,
  })
  await userEvent.click(picture().getByRole('button', { name: /^week van 16 mrt/ }))
  await expect.poll(() => rows().elements().length).toBe(1)
  page.getByRole('listbox').element().focus()
  await userEvent.keyboard(' {Delete}')
  await expect.element(rows().first()).toMatchTextContent(/Van 4 maart/)
  expect(picture().elements()).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.element(only('Alleen week van 16 mrt 2026')).toBeVisible()
  await expect.element(rows().first()).toMatchTextContent(/Van 18 maart/)
  expect(await world.kept.counts()).toMatchObject({ documents: 2 })
})
