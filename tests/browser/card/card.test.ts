import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { ok, opened, printed } from './card-answers.ts'
import { pointAt, pointAtCode } from './pointing.ts'
import { card, cardRoot, middleOf, note, nothingKept, start } from './rig.ts'

beforeEach(async () => {
  await page.viewport(1000, 700)
  await pointAt(900, 690)
  scrollTo(0, 0)
})

afterEach(() => vi.restoreAllMocks())

const closed = (): Promise<void> => soon(() => expect(document.querySelector('#kamerlens-card')).toBeNull())

describe('pointing', () => {
  test('opens after a pause, beside the reference, stays under the pointer, closes when it leaves', async () => {
    const root = show('<p style="margin: 100px">Zie 2023D19158.</p>')
    start({ lookup: () => ok(printed()) })
    await pointAtCode(root)
    expect(card()).toBeNull()
    await opened()
    const box = card()?.getBoundingClientRect() ?? new DOMRect()
    expect(box.width).toBeLessThanOrEqual(380)
    expect(box.top).toBeGreaterThan(root.querySelector('p')?.firstChild ? 100 : 0)
    await pointAt(box.left + 30, box.top + 30)
    await aWhile(500)
    expect(card()).not.toBeNull()
    await pointAt(900, 690)
    await closed()
  })

  test('beside a code is not on it', async () => {
    show('<p style="margin: 100px; width: 700px">Zie 2023D19158</p>')
    start()
    await pointAt(600, 110)
    await aWhile(500)
    expect(card()).toBeNull()
  })

  test('events that a script makes open nothing', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    start()
    const { x, y } = middleOf(root.querySelector('p')?.firstChild as Text, 4, 14)
    document.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }))
    await aWhile(500)
    expect(card()).toBeNull()
  })

  test('Escape closes, and the page does not hear it', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    start()
    const heard = vi.fn()
    document.addEventListener('keydown', heard, { once: true })
    await pointAtCode(root)
    await opened()
    await userEvent.keyboard('{Escape}')
    await closed()
    expect(heard).not.toHaveBeenCalled()
    document.removeEventListener('keydown', heard)
  })

  test('the card follows its reference and goes when that leaves the screen', async () => {
    const root = show('<p style="padding: 300px 0 3000px">Zie 2023D19158.</p>')
    start()
    await pointAtCode(root)
    await opened()
    const before = card()?.getBoundingClientRect().top ?? 0
    scrollTo(0, 100)
    await soon(() => expect(card()?.getBoundingClientRect().top).toBeCloseTo(before - 100, 0))
    scrollTo(0, 1500)
    await closed()
  })
})

describe('keyboard', () => {
  test('steps through the references around the end, with the focus in the card, and back by Escape', async () => {
    const root = show('<button>Vorige plek</button><p>2023D19158</p><p style="margin-top: 2000px">2023D19159</p>')
    const { page: handlers } = start({ lookup: (id) => ok(nothingKept(id)) })
    const before = root.querySelector('button')
    before?.focus()
    handlers['page/step']({ direction: 1 })
    await opened()
    expect(cardRoot()?.activeElement).toBe(card())
    expect(card()?.getAttribute('aria-label')).toBe('Kamerlens: 2023D19158, 1 van 2')
    handlers['page/step']({ direction: 1 })
    expect(card()?.getAttribute('aria-label')).toContain('2023D19159, 2 van 2')
    expect(scrollY).toBeGreaterThan(1000)
    handlers['page/step']({ direction: 1 })
    expect(card()?.getAttribute('aria-label')).toContain('2023D19158')
    handlers['page/step']({ direction: -1 })
    await opened()
    await userEvent.keyboard('{Escape}')
    await closed()
    expect(document.activeElement).toBe(before)
    expect(scrollY).toBe(0)
  })

  test('Tab stays among the card’s controls, in the order in which they are seen', async () => {
    show('<p>2023D19158</p>')
    const { page: handlers } = start({ lookup: () => ok(printed()) })
    handlers['page/step']({ direction: 1 })
    await opened()
    const seen: string[] = []
    for (let press = 0; press < 6; press += 1) {
      await userEvent.keyboard('{Tab}')
      seen.push(cardRoot()?.activeElement?.textContent ?? '')
    }
    expect(seen[0]).toBe('meer')
    expect(seen[1]).toBe('Opzoeken')
    expect(seen[2]).toContain('2023D19158')
    expect(seen[3]).toBe('Notitie')
    expect(seen[4]).toContain('Tweede Kamer')
    expect(seen[5]).toBe('meer')
  })

  test('the note command means the reference in view when none is open', async () => {
    show('<p>2023D19158</p>')
    const { page: handlers } = start()
    expect(handlers['page/chosen']()).toEqual({ id: '2023D19158', weight: 2 })
    handlers['page/step']({ direction: 1 })
    await opened()
    expect(handlers['page/chosen']()).toEqual({ id: '2023D19158', weight: 5 })
  })

  test('where the page is one of several documents, its end is the end, and whoever comes from another begins at its edge', async () => {
    show('<p>2023D19158 en 2023D19159</p>')
    const { page: handlers } = start()
    const step = (direction: 1 | -1, enter = false) =>
      handlers['page/step']({ direction, among: { before: 3, total: 7, enter } })
    expect(step(-1, true)).toBe(true)
    await opened()
    expect(card()?.textContent).toContain('2023D19159')
    expect(card()?.getAttribute('aria-label')).toContain('5 van 7')
    expect(step(1)).toBe(false)
    await closed()
    expect(step(1, true)).toBe(true)
    await opened()
    expect(card()?.textContent).toContain('2023D19158')
    expect(step(-1)).toBe(false)
  })
})

test('a screen reader finds no fault in the card', async () => {
  show('<p>2023D19158</p>')
  const { page: handlers } = start({ lookup: () => ok(printed([note('Notitie hierbij.')])) })
  handlers['page/step']({ direction: 1 })
  await opened()
  const result = await axe.run({ include: [['#kamerlens-card']] } as axe.ElementContext)
  expect(result.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(result.passes.length).toBeGreaterThan(5)
})

test('a page’s storm of !important does not reach the card', async () => {
  const root = show(
    '<style>* { display: none !important } html, body, main, p, iframe { display: block !important } div { opacity: 0 !important; transform: scale(0) !important; position: static !important; color: red !important; font-size: 90px !important }</style><p>2023D19158</p>',
  )
  start()
  await pointAtCode(root)
  await opened()
  const dialog = card()
  expect(dialog?.checkVisibility({ opacityProperty: true })).toBe(true)
  expect(dialog?.getBoundingClientRect().width).toBe(380)
  expect(dialog && getComputedStyle(dialog).fontSize).toBe('14px')
})

test('a page’s variables on all that it holds do not colour the card', async () => {
  const root = show(
    '<style>* { --text: red; --surface: red; --border: red; --accent: red !important }</style><p>2023D19158</p>',
  )
  start()
  await pointAtCode(root)
  await opened()
  const dialog = card()
  const style = getComputedStyle(dialog as Element)
  expect([style.color, style.backgroundColor, style.borderTopColor]).not.toContain('rgb(255, 0, 0)')
  expect(style.getPropertyValue('--accent')).not.toBe('red')
})

test('when the manifest’s CSS goes, so does the card', async () => {
  const root = show('<p>2023D19158</p>')
  start()
  await pointAtCode(root)
  await opened()
  const host = document.querySelector<HTMLElement>('#kamerlens-card')
  expect(host?.style.display).toBe('none')
  host?.setAttribute('id', 'no-style-for-this')
  expect(host && getComputedStyle(host).display).toBe('none')
  host?.setAttribute('id', 'kamerlens-card')
})
