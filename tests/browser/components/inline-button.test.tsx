import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { InlineButton } from '#components/parts/inline-button.tsx'
import { stage } from './stage.tsx'

const code = () => page.getByRole('button', { name: 'Kamerstuk 29 338, nr. 258' })
const show = (onPress: () => void) => () => (
  <p style={{ width: '180px' }}>
    De Kamer is geïnformeerd (<InlineButton onPress={onPress}>Kamerstuk 29 338, nr. 258</InlineButton>).
  </p>
)

/** The top of the line that a character stands on. */
function lineOf(text: Node, at: number): number {
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return Math.round(range.getBoundingClientRect().bottom)
}

test('a code breaks like the words around it: no line ends behind its bracket, none begins with what closes it', async () => {
  await stage(show(() => undefined))
  const button = code().element()
  const [before, own, after] = [button.previousSibling, button.firstChild, button.nextSibling]
  expect(lineOf(before as Text, (before as Text).data.length - 1)).toBe(lineOf(own as Text, 0))
  expect(lineOf(after as Text, 0)).toBe(lineOf(own as Text, (own as Text).data.length - 1))
  // It is long enough to go on in another line than the one that it begins in.
  expect(button.getClientRects().length).toBeGreaterThan(1)
})

test('it is pressed by pointer, Enter and space; a selection of its words is no press', async () => {
  let pressed = 0
  await stage(
    show(() => {
      pressed += 1
    }),
  )
  await userEvent.click(code())
  expect(pressed).toBe(1)
  ;(code().element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard(' ')
  expect(pressed).toBe(3)
  const button = code().element()
  const point = (type: string) => button.dispatchEvent(new MouseEvent(type, { bubbles: true }))
  point('mousedown')
  getSelection()?.selectAllChildren(button)
  point('mouseup')
  point('click')
  expect(pressed).toBe(3)
  expect(getSelection()?.toString()).toBe('Kamerstuk 29 338, nr. 258')
})

test('it is pressed where it stands in what was selected before, by pointer and by what presses it for the user', async () => {
  let pressed = 0
  await stage(
    show(() => {
      pressed += 1
    }),
  )
  const select = () => getSelection()?.selectAllChildren(document.querySelector('p') as HTMLElement)
  select()
  await userEvent.click(code())
  expect(pressed).toBe(1)
  select()
  ;(code().element() as HTMLElement).click()
  expect(pressed).toBe(2)
})
