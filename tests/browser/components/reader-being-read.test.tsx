import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { QuestionsState } from '#components/reader/reader-state.ts'
import { aWhile } from '#tests/a-while.ts'
import { createPreliminaryTeller } from '#utils/browser/channels/preliminary.ts'
import type { World } from './kept-world.ts'
import { fakeView, reader, readerAsked } from './reader-screens.tsx'
import { current, noteOf, question, size } from './reader-world.tsx'
import { documentRow, jobRow, questionRow } from './rows.ts'
import { stage } from './stage.tsx'

afterEach(() => {
  readerAsked.length = 0
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
      await aWhile(10)
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
