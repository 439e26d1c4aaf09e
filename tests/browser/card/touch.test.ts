import { beforeEach, expect, test, vi } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { card, middleOf, start } from './rig.ts'

interface Touching {
  send(method: 'Input.dispatchTouchEvent', given: object): Promise<void>
}

beforeEach(() => page.viewport(1000, 700))

/** A tap by a finger in the middle of an element, in the coordinates of the window around the test's own frame. */
async function tap(element: Element): Promise<void> {
  const { x, y } = middleOf(element.firstChild ?? element, 0, 4)
  const frame = frameElement?.getBoundingClientRect() ?? new DOMRect()
  const scale = frame.width / innerWidth
  const touchPoints = [{ x: frame.left + x * scale, y: frame.top + y * scale }]
  const session = cdp() as unknown as Touching
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** A finger that moves up over an element. */
async function swipe(element: Element): Promise<void> {
  const box = element.getBoundingClientRect()
  const frame = frameElement?.getBoundingClientRect() ?? new DOMRect()
  const scale = frame.width / innerWidth
  const at = (y: number) => [{ x: frame.left + (box.left + 20) * scale, y: frame.top + y * scale }]
  const session = cdp() as unknown as Touching
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(box.bottom - 20) })
  for (let step = 1; step <= 5; step += 1) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(box.bottom - 20 - 8 * step) })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('a tap on a code opens its card; on a link, a button or where the page uses it, it does what it always did', async () => {
  const root = show(
    '<p>2023D19158</p><p><a href="#elders">2023D19159</a></p><button type="button">2023D19160</button><p id="used">2023D19161</p>',
  )
  root.querySelector('#used')?.addEventListener('click', (event) => event.preventDefault())
  start()
  await soon(() => expect(CSS.highlights.get('kamerlens-unknown')?.size).toBe(4))
  for (const element of root.querySelectorAll('a, button, #used')) await tap(element)
  await aWhile(200)
  expect(card()).toBeNull()
  await tap(root.querySelector('p') as Element)
  await soon(() => expect(card()?.textContent).toContain('2023D19158'))
})

test('one code after the other can be tapped, and the card stays while a finger scrolls in it', async () => {
  const root = show('<p>2023D19158</p><p style="margin-top: 300px">2023D19159</p>')
  start()
  const first = root.querySelector('p:first-child') as Element
  const second = root.querySelector('p:last-child') as Element
  await soon(() => expect(CSS.highlights.get('kamerlens-unknown')?.size).toBe(2))
  await tap(first)
  await soon(() => expect(card()?.textContent).toContain('2023D19158'))
  await tap(second)
  await soon(() => expect(card()?.textContent).toContain('2023D19159'))
  await aWhile(600)
  expect(card()?.textContent).toContain('2023D19159')
  await swipe(card() as HTMLElement)
  await aWhile(600)
  expect(card()?.textContent).toContain('2023D19159')
})

test('a menu that closes at a touch beside it stays while the card is tapped', async () => {
  const root = show('<p>2023D19158</p>')
  const beside = vi.fn()
  start()
  await soon(() => expect(CSS.highlights.get('kamerlens-unknown')?.size).toBe(1))
  await tap(root.querySelector('p') as Element)
  await soon(() => expect(card()?.getAttribute('aria-busy')).toBe('false'))
  for (const type of ['touchstart', 'touchend']) document.addEventListener(type, beside)
  await tap(card()?.querySelector('h2') as Element)
  for (const type of ['touchstart', 'touchend']) document.removeEventListener(type, beside)
  expect(beside).not.toHaveBeenCalled()
})
