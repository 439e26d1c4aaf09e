import axe from 'axe-core'
import { expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import { screens, shots } from './all-screens.ts'
import { faultsOfColour } from './colours.ts'
import { cutControls, spaced, tooWide } from './narrow.ts'
import { quiet, recolour, resize, stage, type Theme } from './stage.tsx'

const themes: readonly Theme[] = ['light', 'dark']

/** What a theme changes has a look of its own: `colours.ts`. */
const structure: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'color-contrast': { enabled: false },
    'link-in-text-block': { enabled: false },
  },
  // What holds is not described, element by element; and none of these rules looks into the style sheets themselves.
  resultTypes: ['violations'],
  preload: false,
}

async function violations(theme: Theme): Promise<unknown[]> {
  const found = theme === 'light' ? (await axe.run(document.body, structure)).violations : []
  return [...found, ...(await faultsOfColour(theme))].map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  ])
}

async function inEnglish(take: () => Promise<unknown>): Promise<void> {
  locale.set('en')
  await quiet()
  await take()
  locale.set('nl')
  await quiet()
}

/** In the colours that a system forces on every page; Chromium alone lets a test ask for them. */
async function inForcedColours(take: () => Promise<unknown>): Promise<void> {
  const force = (value: 'active' | 'none') =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  await force('active')
  await take()
  await force('none')
}

function expectToFit(): void {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(tooWide()).toEqual([])
}

/** Axe in both themes, then the narrow window: of those screens that fill a page, or of the others. */
export function checkScreens(areOfPages: boolean): void {
  test.each(screens.filter(({ page: isPage = false }) => isPage === areOfPages))(
    '$name breaks no rule of WCAG 2.2 AA, light and dark, and fits 320 pixels without scrolling sideways, with spaced text too',
    async ({ name, show, keep, page: isPage }) => {
      await stage(show, { keep, ...(isPage ? { width: 1280, height: 800 } : {}) })
      await quiet()
      for (const theme of themes) {
        recolour(theme)
        if (shots) await page.screenshot({ path: `${shots}/${name}-${theme}.png` })
        // Screens but these scroll inside: a second scroll bar at the window's edge is a mistake.
        if (!/^(?:welcome|options|example)/.test(name))
          expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight)
        expect(await violations(theme), theme).toEqual([])
        if (shots) await inEnglish(() => page.screenshot({ path: `${shots}/${name}-${theme}-en.png` }))
      }
      recolour('light')
      if (shots) await inForcedColours(() => page.screenshot({ path: `${shots}/${name}-forced.png` }))
      await resize(320, 640)
      await quiet()
      if (shots) await page.screenshot({ path: `${shots}/${name}-narrow.png` })
      expectToFit()
      await spaced(async () => {
        if (shots) await page.screenshot({ path: `${shots}/${name}-spaced.png` })
        expectToFit()
        expect(cutControls()).toEqual([])
      })
    },
  )
}
