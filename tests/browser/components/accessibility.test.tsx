import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import { screens, shots } from './all-screens.ts'
import { quiet, recolour, stage, type Theme } from './stage.tsx'

const themes: readonly Theme[] = ['light', 'dark']

async function violations(): Promise<unknown[]> {
  const found = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    // What holds is not described, element by element.
    resultTypes: ['violations'],
  })
  return found.violations.map(({ id, nodes }) => [
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

test.each(screens)(
  '$name breaks no rule of WCAG 2.2 AA, light and dark',
  async ({ name, show, keep, page: isPage }) => {
    await stage(show, { keep, ...(isPage ? { width: 1280, height: 800 } : {}) })
    await quiet()
    for (const theme of themes) {
      recolour(theme)
      if (shots) await page.screenshot({ path: `${shots}/${name}-${theme}.png` })
      // Screens but these scroll inside: a second scroll bar at the window's edge is a mistake.
      if (!/^(?:welcome|options|example)/.test(name))
        expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight)
      expect(await violations(), theme).toEqual([])
      if (shots) await inEnglish(() => page.screenshot({ path: `${shots}/${name}-${theme}-en.png` }))
    }
  },
)
