import { expect, test } from 'vitest'
import { screens } from './all-screens.ts'
import { quiet, resize, stage } from './stage.tsx'

/** What 1280 × 1024 pixels leave at 400 % (WCAG 2.2, 1.4.10). */
const [width, height] = [320, 256]

/** Whether all of an element's middle line can be brought into sight, with nothing over it. */
function canBeSeen(element: Element): boolean {
  element.scrollIntoView({ block: 'center' })
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return hit !== null && (element.contains(hit) || hit.contains(element))
}

const shown = (selector: string): readonly Element[] =>
  [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }))

test.each([
  'panel-document',
  'panel-other-site',
  'panel-dossier',
  'panel-references',
  'reader',
  'library-notes-chosen',
])('%s: in a window as low as one at four times its size every button can be brought into sight', async (name) => {
  const screen = screens.find((each) => each.name === name)
  if (!screen) throw new Error(`No screen «${name}»`)
  await stage(screen.show, { keep: screen.keep, ...(screen.page ? { width: 1280, height: 800 } : {}) })
  await quiet()
  await resize(width, height)
  await quiet()
  const buttons = shown('button, a[href], input, [role=button]').filter((each) => !each.closest('.kl-visually-hidden'))
  expect(buttons.length).toBeGreaterThan(3)
  expect(buttons.filter((each) => !canBeSeen(each)).map((each) => each.outerHTML.slice(0, 160))).toEqual([])
  const heights = shown('main, .kl-library__list').map((each) => each.getBoundingClientRect().height)
  expect(Math.max(...heights)).toBeGreaterThan(100)
})
