import { cdp } from 'vitest/browser'
import { card, middleOf } from './rig.ts'

/** A real pointer: events that a script makes are not trusted. */
export async function pointAt(x: number, y: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame === undefined ? 1 : frame.width / innerWidth
  await cdp().send('Input.dispatchMouseEvent', {
    type: 'mouseMoved',
    x: (frame?.left ?? 0) + x * scale,
    y: (frame?.top ?? 0) + y * scale,
  })
}

/**
 * Points at the first place where a code stands.
 *
 * @param aside pixels right of its middle
 */
export async function pointAtCode(root: HTMLElement, code = '2023D19158', aside = 0): Promise<void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const at = node.data.indexOf(code)
    if (at < 0) continue
    const { x, y } = middleOf(node, at, at + code.length)
    await pointAt(x + aside - 1, y)
    await pointAt(x + aside, y)
    return
  }
}

/** What the card shows, white space collapsed. */
export const text = (): string => (card()?.innerText ?? '').replace(/\s+/g, ' ')

/** The first button of the card whose label has these words. */
export function buttonNamed(name: string): HTMLElement {
  const found = [...(card()?.querySelectorAll<HTMLElement>('button') ?? [])].find((one) =>
    (one.getAttribute('aria-label') ?? one.innerText).includes(name),
  )
  if (found === undefined) throw new Error(`no button ${name} in: ${text()}`)
  return found
}
