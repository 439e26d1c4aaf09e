import { expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { cardWith, pointAt } from './page.ts'
import { readTable } from './screens.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

const tables = [
  'documents',
  'questions',
  'notes',
  'noteTags',
  'noteVersions',
  'sightings',
  'watches',
  'lookups',
  'jobs',
]

test('in a private window codes are shown and looked up, and nothing of it is written down', async () => {
  const { driver } = world()
  const page = await driver.openPrivatePage(addresses.senate)
  await pointAt(page, '2023D19158')
  await cardWith(driver, page, 'Gelijke kansen bij het zoeken van een stage', 'Beantwoord op 22 mei 2023')
  await page.close()
  for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
})
