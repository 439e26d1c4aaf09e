import { test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { paintedTexts, pointForCard, shownCard } from './page.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

test('a page that writes itself anew is worked on as before, however often: its card opens, and goes with Escape', async () => {
  const page = await world().driver.openPage(addresses.detailPage)
  const painted = (text: string) =>
    until(
      `«${text}» painted`,
      () => paintedTexts(page),
      (all) => Object.values(all).flat().includes(text),
    )
  await painted('2023D19158')
  for (const code of ['2023D19159', '2023D19160']) {
    await page.evaluate((text) => {
      document.open()
      document.write(`<!doctype html><title>Anew</title><p style="margin: 200px">Zie ${text} en verder.</p>`)
      document.close()
    }, code)
    await painted(code)
    await pointForCard(world().driver, page, code, code)
    await page.keyboard.press('Escape')
    await until(
      'the card is gone',
      () => shownCard(world().driver, page),
      (card) => card === null,
    )
  }
})
