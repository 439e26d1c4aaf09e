import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Announcer, announce } from '#components/parts/announce.tsx'
import { later } from '#components/store/later.tsx'
import { offerUndo, showFailure, undoOffers } from '#components/undo/undo.ts'
import { UndoBar } from '#components/undo/undo-bar.tsx'
import { UndoLines } from '#components/undo/undo-lines.tsx'
import { quiet, stage } from './stage.tsx'

const undone = { ok: true, value: null } as const
const lines = () => page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' })

afterEach(() => vi.useRealTimers())

async function show(): Promise<void> {
  await stage(() => (
    <>
      <input aria-label="Iets" />
      <UndoBar />
    </>
  ))
}

test('what was removed is named before it is said that the second copy lags, and an undo says that of itself', async () => {
  await stage(() => (
    <>
      <UndoBar />
      <Announcer />
    </>
  ))
  const undo = async () => ({ ok: true, value: { lags: true } }) as const
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: 'Terugvragen' }, lags: true, undo })
  await expect
    .element(lines())
    .toHaveAccessibleDescription(/^Notitie verwijderd: Terugvragen\. De tweede kopie .+ vanzelf opnieuw\.$/)
  await userEvent.click(lines())
  await expect
    .element(page.getByText(/^Ongedaan gemaakt: Notitie verwijderd: Terugvragen\. De tweede kopie .+ opnieuw\.$/))
    .toBeInTheDocument()
})

test('where it can be undone later is said last, behind one stop', async () => {
  await show()
  const later = () => 'Later bij Instellingen.'
  const undo = async () => undone
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: 'Wie betaalt?' }, later, undo })
  await expect.element(lines()).toHaveAccessibleDescription('Notitie verwijderd: Wie betaalt? Later bij Instellingen.')
  offerUndo({ text: () => '3 notities verwijderd', later, undo })
  await expect.element(lines().first()).toHaveAccessibleDescription('3 notities verwijderd. Later bij Instellingen.')
})

test('words that turn the direction of writing round turn nothing that stands behind them', async () => {
  await show()
  const undo = async () => undone
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: '\u202eabc אבג' }, lags: true, undo })
  await expect.element(lines()).toBeVisible()
  const bar = page.getByRole('status').element()
  const texts = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT)
  let behind: Text | null = null
  while (texts.nextNode()) if (texts.currentNode.textContent?.includes('tweede')) behind = texts.currentNode as Text
  const left = (at: number) => {
    const range = document.createRange()
    if (behind === null) throw new Error('Nothing is said of the second copy.')
    range.setStart(behind, at)
    range.setEnd(behind, at + 1)
    return range.getBoundingClientRect().left
  }
  const first = behind?.data.indexOf('De') ?? -1
  expect(left(first)).toBeLessThan(left(first + 1))
})

test('a second removal leaves the first one its way back, and both say of what they are', async () => {
  await show()
  const first = vi.fn(async () => undone)
  const second = vi.fn(async () => undone)
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: '  Terugvragen\nna het congres ' }, undo: first })
  offerUndo({ text: () => 'Notitie verwijderd', of: { words: `Over ${'stages '.repeat(40)}` }, undo: second })
  await expect.element(lines().first()).toHaveAccessibleDescription(/^Notitie verwijderd: Over (?:stages )+.{0,7}…$/)
  await expect.element(lines().nth(1)).toHaveAccessibleDescription('Notitie verwijderd: Terugvragen na het congres')
  await expect.element(lines().first()).toHaveFocus()
  await userEvent.click(lines().nth(1))
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
  // The button that was pressed is gone; the keyboard goes on at the one that is left.
  await expect.element(lines()).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => second.mock.calls.length).toBe(1)
  expect(lines().elements()).toEqual([])
})

test('once the last one is undone that is said, and the keyboard goes on where things are', async () => {
  await stage(() => (
    <>
      <main tabIndex={-1} data-home hidden />
      <section tabIndex={-1} data-home aria-label="Lijst" />
      <Announcer />
      <UndoBar />
    </>
  ))
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await expect.element(lines()).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Ongedaan gemaakt: Notitie verwijderd')).toBeInTheDocument()
  await expect.element(page.getByRole('region', { name: 'Lijst' })).toHaveFocus()
  // What says so itself is not said twice.
  offerUndo({ text: () => 'Labels veranderd', saysSo: true, undo: async () => undone })
  announce('')
  await userEvent.click(lines())
  await quiet()
  expect(page.getByText(/Ongedaan gemaakt/).elements()).toEqual([])
})

test('the keyboard goes on where one was busy, without scrolling or a ring after the mouse; an offer that ends by itself takes it nowhere', async () => {
  await stage(() => (
    <>
      <section tabIndex={-1} data-home aria-label="Lijst" />
      <main tabIndex={-1} data-home aria-label="Stuk" style={{ display: 'block', marginTop: '3000px' }}>
        <button type="button">Notitie</button>
      </main>
      <UndoBar />
    </>
  ))
  const busy = page.getByRole('button', { name: 'Notitie' })
  const main = page.getByRole('main')
  await userEvent.click(busy)
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await expect.element(lines()).toHaveFocus()
  scrollTo(0, 0)
  await userEvent.click(lines())
  await expect.element(main).toHaveFocus()
  expect(main.element().matches(':focus-visible')).toBe(false)
  expect(scrollY).toBe(0)
  // Under a pointer that rests where the next one comes it would stay.
  await userEvent.unhover(document.body)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await vi.waitFor(() => expect(document.activeElement).toBe(lines().element()))
  vi.advanceTimersByTime(10_000)
  await vi.waitFor(() => expect(lines().elements()).toEqual([]))
  vi.advanceTimersByTime(1_000)
  vi.useRealTimers()
  await quiet()
  expect(document.activeElement).toBe(document.body)
})

test('each offer goes in its own time, and takes the focus from nobody who went on', async () => {
  await show()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  offerUndo({ text: () => '700 notities verwijderd', time: 60_000, undo: async () => undone })
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await vi.waitFor(() => expect(lines().elements()).toHaveLength(2))
  await userEvent.click(page.getByRole('textbox', { name: 'Iets' }))
  vi.advanceTimersByTime(10_000)
  await vi.waitFor(() => expect(lines().elements()).toHaveLength(1))
  await expect.element(lines()).toHaveAccessibleDescription('700 notities verwijderd')
  await expect.element(page.getByRole('textbox', { name: 'Iets' })).toHaveFocus()
  vi.advanceTimersByTime(50_000)
  await vi.waitFor(() => expect(lines().elements()).toEqual([]))
})

test('one that goes takes no focus that it did not have', async () => {
  await show()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  offerUndo({ text: () => '700 notities verwijderd', time: 60_000, undo: async () => undone })
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await vi.waitFor(() => expect(lines().elements()).toHaveLength(2))
  ;(document.activeElement as HTMLElement).blur()
  vi.advanceTimersByTime(10_000)
  await vi.waitFor(() => expect(lines().elements()).toHaveLength(1))
  vi.useRealTimers()
  await quiet()
  expect(document.activeElement).toBe(document.body)
})

test('whoever writes when one comes goes on writing', async () => {
  await show()
  const field = page.getByRole('textbox', { name: 'Iets' })
  await userEvent.click(field)
  await userEvent.keyboard('a')
  offerUndo({ text: () => '700 notities verwijderd', undo: async () => undone })
  await expect.element(lines()).toBeInTheDocument()
  await quiet()
  await userEvent.keyboard('b ')
  await expect.element(field).toHaveValue('ab ')
  expect(lines().elements()).toHaveLength(1)
})

test('of two changes of one thing the last can be undone, beside those of other things', async () => {
  await show()
  const ways = [vi.fn(async () => undone), vi.fn(async () => undone), vi.fn(async () => undone)] as const
  offerUndo({ text: () => 'Begin van het antwoord verplaatst', thing: 'question 155', undo: ways[0] })
  offerUndo({ text: () => 'Begin van het antwoord verplaatst', thing: 'question 156', undo: ways[1] })
  offerUndo({ text: () => 'Begin van het antwoord verplaatst', thing: 'question 155', undo: ways[2] })
  await expect.element(lines().first()).toBeInTheDocument()
  expect(lines().elements()).toHaveLength(2)
  await userEvent.click(lines().first())
  expect(ways.map((way) => way.mock.calls.length)).toEqual([0, 0, 1])
})

test('who walks there by keyboard has as long as the focus stays', async () => {
  await show()
  await userEvent.click(page.getByRole('textbox', { name: 'Iets' }))
  await userEvent.keyboard('x')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  offerUndo({ text: () => 'Notitie verwijderd', undo: async () => undone })
  await vi.waitFor(() => expect(lines().elements()).toHaveLength(1))
  await userEvent.keyboard('{Tab}')
  await vi.waitFor(() => expect(document.activeElement).toBe(lines().element()))
  vi.advanceTimersByTime(100_000)
  vi.useRealTimers()
  await quiet()
  await expect.element(lines()).toHaveFocus()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  await vi.waitFor(() => expect(document.activeElement).not.toBe(lines().element()))
  vi.advanceTimersByTime(10_000)
  await vi.waitFor(() => expect(lines().elements()).toEqual([]))
})

test('what could not be put back can be tried again, whatever else fails meanwhile', async () => {
  await show()
  const undo = vi.fn().mockResolvedValueOnce({ ok: false, error: 'quota' }).mockResolvedValue(undone)
  offerUndo({ text: () => 'Document verwijderd', undo })
  await userEvent.click(lines())
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet teruggezet: /)
  showFailure(() => 'Niet verwijderd: iets')
  showFailure(() => 'Niet verwijderd: iets anders')
  await expect.element(page.getByText('Niet verwijderd: iets anders')).toBeVisible()
  expect(page.getByRole('alert').elements()).toHaveLength(2)
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.poll(() => undo.mock.calls.length).toBe(2)
  expect(page.getByRole('alert').elements()).toHaveLength(1)
})

test('a button that goes while a window of the browser lies over this one leaves the keyboard where one was busy', async () => {
  await stage(() => (
    <>
      <section tabIndex={-1} data-home aria-label="Lijst">
        <button type="button">Toestaan</button>
      </section>
      <UndoLines />
    </>
  ))
  const allow = page.getByRole('button', { name: 'Toestaan' }).element()
  await userEvent.click(allow)
  // What a browser tells where the window is left: it has the focus still.
  allow.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await Promise.resolve()
  allow.remove()
  await expect.element(page.getByRole('region', { name: 'Lijst' })).toHaveFocus()
})

test('where the script of the lines can’t be loaded the way back is there all the same, until it can', async () => {
  let isGone = true
  const script = later(async () => {
    if (isGone) throw new TypeError('Failed to fetch dynamically imported module')
    return UndoLines
  })
  await stage(() => (
    <>
      <section tabIndex={-1} data-home aria-label="Lijst" />
      <UndoBar lines={script} />
    </>
  ))
  // What is to be heard comes into a place that is there.
  await expect.poll(() => document.querySelector('.kl-undo-plain [role=status]'), { timeout: 5_000 }).not.toBeNull()
  const undo = vi.fn(async () => ({ ok: false, error: 'unknown' }) as const)
  offerUndo({ text: () => 'Document verwijderd', of: { words: 'Lijst  van vragen', lang: 'nl' }, undo })
  await expect.element(lines().first()).toHaveAccessibleDescription('Document verwijderd: Lijst van vragen')
  await expect.element(page.getByText('Lijst van vragen')).toHaveAttribute('lang', 'nl')
  await expect.element(lines().first()).toHaveFocus()
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  expect(document.activeElement?.dispatchEvent(held)).toBe(false)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet teruggezet: /)
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.poll(() => undo.mock.calls.length).toBe(2)
  await userEvent.click(page.getByRole('button', { name: 'Sluiten' }))
  await expect.element(page.getByRole('region', { name: 'Lijst' })).toHaveFocus()
  isGone = false
  offerUndo({ text: () => 'Document verwijderd', undo: async () => undone })
  await expect.element(lines()).toHaveAccessibleDescription('Document verwijderd')
  await expect.poll(() => document.querySelectorAll('.kl-undo').length).toBe(1)
  await userEvent.click(lines())
  await expect.poll(() => undoOffers.value).toEqual([])
})
