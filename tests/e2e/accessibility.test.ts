import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { records } from '../fixtures/pdf/records.ts'
import { addresses } from '../site/addresses.ts'
import { drawn } from './drivers/pages.ts'
import type { Looks } from './drivers/types.ts'
import { openPopup, press, settled, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'firefox' })

beforeEach((context) =>
  context.skip(
    inject('family') !== 'firefox',
    'in Chromium the browser tests look at every screen, by axe in light, in dark and in forced colours by contrast',
  ),
)

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const looks: readonly Looks[] = [
  { theme: 'light', forcedColours: true },
  { theme: 'light', forcedColours: false },
  { theme: 'dark', forcedColours: false },
]

/** What holds is not described, element by element; and none of these rules looks into the style sheets themselves. */
const briefly: RunOptions = { resultTypes: ['violations'], selectors: false, preload: false }

const all: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  ...briefly,
}
/** Looks change colours and nothing else: what else there is to say of a screen was said in the first of them. */
const inColours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  ...briefly,
}

/** What breaks a rule on a page as it is now, by rule and element. */
async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found: AxeResults['violations'] = await page.evaluate(async (given) => {
    const { axe: runner } = globalThis as unknown as { axe: { run: (given: unknown) => Promise<AxeResults> } }
    return (await runner.run(given)).violations
  }, options as never)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

/** @param behind the page is left behind the one that it follows */
async function holdsInAllLooks(page: Page, { behind = false } = {}): Promise<void> {
  if (!behind) await page.bringToFront()
  for (const [index, look] of looks.entries()) {
    await world().driver.setLooks(page, look)
    const wanted = look.forcedColours
      ? '(forced-colors: active)'
      : `(forced-colors: none) and (prefers-color-scheme: ${look.theme})`
    // Firefox tells a page's process of new looks in its own time.
    await until(
      wanted,
      () => page.evaluate((words) => matchMedia(words).matches, wanted),
      (matches) => matches,
    )
    await drawn(page)
    expect(await violations(page, index === 0 ? all : inColours), JSON.stringify(look)).toEqual([])
  }
  await world().driver.setLooks(page, null)
}

describe('the built screens break no rule of WCAG 2.2 AA, light, dark and in forced colours:', () => {
  test('welcome, and the example that it leads to with a code open beside the paper', async () => {
    const page = await world().driver.openExtensionPage('welcome.html')
    await waitForText(page, 'Welkom bij Kamerlens', 'Zoals de browser')
    await holdsInAllLooks(page)
    await press(page, 'Probeer het op een voorbeeld')
    await waitForText(page, 'van dit voorbeeld: 6 vragen')
    await press(page, '2099D00103')
    await waitForText(page, 'ten minste één avond', 'Terug')
    await holdsInAllLooks(page)
    await page.close()
  })

  test('settings', async () => {
    const page = await world().driver.openExtensionPage('options.html')
    await waitForText(page, 'eerstekamer.nl', 'Alt+Shift+K')
    await holdsInAllLooks(page)
    await page.close()
  })

  test('popup, with a code that was looked up and a note', async () => {
    const popup = await openPopup(world())
    await typeInto(popup, 'Zoek een code', '2023Z08012')
    await popup.keyboard.press('Enter')
    await waitForText(popup, 'Gelijke kansen')
    await settled(world())
    await writeNote(popup, 'Terugvragen na het congres.')
    await waitForText(popup, 'bewaard')
    await holdsInAllLooks(popup)
    await popup.close()
  })

  test('reader, with the questions of a PDF, and the side panel with the same document', async () => {
    const page = await world().driver.openExtensionPage(`reader.html?url=${encodeURIComponent(addresses.answersPdf)}`)
    await waitForText(page, `${records.length} vragen gevonden`)
    await settled(world())
    await holdsInAllLooks(page)
    const panel = await world().driver.openExtensionPage('sidepanel.html', { behind: true })
    await waitForText(panel, 'Document', 'Vraag 155')
    await holdsInAllLooks(panel, { behind: true })
    await panel.close()
    await page.close()
  })

  test('library, with a document’s questions', async () => {
    const page = await world().driver.openExtensionPage('library.html?document=2023D20951')
    await waitForText(page, 'actieplan Eerlijke Stageplek')
    await press(page, 'actieplan Eerlijke Stageplek')
    await holdsInAllLooks(page)
    await page.close()
  })
})
