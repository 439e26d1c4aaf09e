import { expect, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { chooseAllNotes, press, readTable, waitForText, watchChanges } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
/**
 * Three groups of those that are changed at a time (`utils/database/rows/counted.ts`): the first is told of while others are
 * to come.
 */
const count = 1_500

const live = async () =>
  (await readTable<NoteRow>(world(), 'notes')).filter(({ deletedAt }) => deletedAt === undefined).length

test('a removal of many notes whose background is stopped half-way is done as a whole or not at all, and is not waited for', async () => {
  const { driver } = world()
  const before = await driver.openExtensionPage('library.html')
  await before.evaluate(async (total) => {
    const request = indexedDB.open('kamerlens')
    await new Promise((resolve) => {
      request.onsuccess = resolve
    })
    const transaction = request.result.transaction('notes', 'readwrite')
    for (let index = 0; index < total; index += 1) {
      transaction.objectStore('notes').put({
        id: `n${index}`,
        target: '2023Z08012',
        type: 'document',
        body: `Notitie ${index}`,
        version: 1,
        places: [],
        createdAt: '2026-11-25T09:00:00.000Z',
        updatedAt: '2026-11-25T09:00:00.000Z',
      })
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    request.result.close()
  }, count)
  await before.close()
  const library = await driver.openExtensionPage('library.html')
  const told = await watchChanges(library)
  await chooseAllNotes(library)
  await waitForText(library, '1.500 van 1.500 gekozen')
  await press(library, 'Verwijderen')
  await until('the first progress', told, (steps) => steps.length > 0)
  await driver.stopBackground()
  // What came of it is told, one way or the other, and nothing goes on for good.
  await until(
    'the end of the bar',
    () => library.$$eval('.kl-change', (bars) => bars.length),
    (bars) => bars === 0,
    30_000,
  )
  await waitForText(library, 'Ongedaan maken')
  const left = await live()
  expect([0, count]).toContain(left)
  await press(library, 'Ongedaan maken')
  await until('all notes again', live, (notes) => notes === count, 30_000)
  // What was removed after all is no longer chosen, what was not still is.
  await chooseAllNotes(library)
  await waitForText(library, '1.500 van 1.500 gekozen')
  // Whoever asks next is answered by a background of its own.
  await press(library, 'Verwijderen')
  await waitForText(library, `${count.toLocaleString('nl')} notities verwijderd`)
  expect(await live()).toBe(0)
}, 90_000)
