import type { Page } from 'puppeteer-core'
import type { Driver } from '../../tests/e2e/drivers/types.ts'
import { inspectorOf } from '../../tests/e2e/screens.ts'
import { until } from '../../tests/e2e/until.ts'
import { type StoreLanguage, storeLanguages } from './store-pictures.ts'

/** The interface in a language, in all open screens and with the next card. */
async function speak(driver: Driver, language: StoreLanguage): Promise<void> {
  const page = await inspectorOf(driver)
  await page.evaluate(`chrome.storage.local.set({ language: '${language}' })`)
}

/** Does something in each language, once the page speaks it; then all is Dutch again. */
export async function inEachLanguage(
  driver: Driver,
  page: Page,
  make: (language: StoreLanguage) => Promise<void>,
): Promise<void> {
  for (const language of storeLanguages) {
    await speak(driver, language)
    await until(
      `«${language}» spoken`,
      () => page.evaluate(() => document.documentElement.lang),
      (spoken) => spoken === language,
    )
    await make(language)
  }
  await speak(driver, 'nl')
}
