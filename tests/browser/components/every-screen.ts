import axe from 'axe-core'
import { expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import { screens, shots } from './all-screens.ts'
import { describeFaults, faultsInDark, faultsInLight } from './colours.ts'
import { cutControls, spaced, tooWide } from './narrow.ts'
import { quiet, recolour, resize, stage, type Theme } from './stage.tsx'

const themes: readonly Theme[] = ['light', 'dark']

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/**
 * For whole pages, of which a screen is a part; colours, which have a look of their own (`colours.ts`); and what inline
 * styles would do to a reader's spacing, which is tried here itself (`spaced`).
 */
const left = ['region', 'page-has-heading-one', 'color-contrast', 'link-in-text-block', 'avoid-inline-spacing']
/** Rules that axe leaves out unless they are asked for. */
const off = ['deprecated', 'experimental']
const structure = axe
  .getRules(standards)
  .filter(({ ruleId, tags }) => !left.includes(ruleId) && !tags.some((tag) => off.includes(tag)))
  .map(({ ruleId }) => ruleId)

const faultsIn = async (theme: Theme): Promise<readonly unknown[]> =>
  theme === 'light' ? describeFaults(await faultsInLight(structure)) : faultsInDark()

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

/** What has a tooltip that says what its name says: Chromium has screen readers read it after that. */
const saidTwice = (): readonly string[] =>
  [...document.body.querySelectorAll<HTMLElement>('[title]:not([title=""])[aria-label]')]
    .filter(({ title, ariaLabel }) => ariaLabel?.includes(title) || title.includes(ariaLabel ?? ''))
    .map(({ outerHTML }) => outerHTML.slice(0, 200))

/** Not where pictures are taken: after one, rows that are out of view keep the width that they had. */
function expectToFit(): void {
  if (shots) return
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
        expect(await faultsIn(theme), theme).toEqual([])
        expect(saidTwice()).toEqual([])
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
