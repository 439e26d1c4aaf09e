import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { counterpartScreens } from './counterpart-screens.tsx'
import { dossierScreens } from './dossier-screens.tsx'
import { followedScreens } from './followed-screens.tsx'
import { readerScreens } from './reader-screens.tsx'
import { screens as otherScreens } from './screens.tsx'
import { quiet, stage, type Theme } from './stage.tsx'

const screens = [...otherScreens, ...readerScreens, ...followedScreens, ...counterpartScreens, ...dossierScreens]

/** Where screenshots for looking at are put; nothing is compared with them. */
const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS

describe.each(['light', 'dark'] as const satisfies Theme[])('%s', (theme) => {
  test.each(screens)('$name breaks no rule of WCAG 2.2 AA', async ({ name, show, keep, page: isPage }) => {
    await stage(show, { keep, theme, ...(isPage ? { width: 1280, height: 800 } : {}) })
    await quiet()
    if (shots) await page.screenshot({ path: `${shots}/${name}-${theme}.png` })
    // Screens scroll inside: a second scroll bar at the window's edge is a mistake.
    if (!name.startsWith('welcome')) expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight)
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    })
    expect(
      violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => [html, failureSummary])]),
    ).toEqual([])
  })
})

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
