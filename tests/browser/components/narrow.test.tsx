import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { screens, shots } from './all-screens.ts'
import { quiet, stage } from './stage.tsx'

test.each(screens)('$name fits 320 pixels without scrolling sideways', async ({ name, show, keep }) => {
  await stage(show, { keep, width: 320, height: 640 })
  await quiet()
  if (shots) await page.screenshot({ path: `${shots}/${name}-narrow.png` })
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width } = element.getBoundingClientRect()
    return (
      width > 0 &&
      right > 320.5 &&
      getComputedStyle(element).position !== 'fixed' &&
      !element.closest('.kl-visually-hidden')
    )
  })
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(wide.filter((element) => !hidesOverflow(element)).map((element) => element.outerHTML.slice(0, 200))).toEqual(
    [],
  )
})

/** Text that an ellipsis cuts, or that scrolls in a box that fits, may be as wide as it likes. */
function hidesOverflow(element: Element): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { textOverflow, overflowX } = getComputedStyle(parent)
    if (textOverflow === 'ellipsis') return true
    if (overflowX === 'auto' && parent.getBoundingClientRect().right <= 320.5) return true
  }
  return false
}
