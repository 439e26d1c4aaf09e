import { rmSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { saveSurely, storedNotes } from '../torture/sending.ts'
import { cutTrial, databasesIn, killTrial, stopTrial } from '../torture/trials.ts'
import { openPopup, press, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const family = inject('family')
const nobody = () => {}
const nothingWrong = { lost: [], doubled: [] }

/** A short run of `npm run torture`. */
describe('notes that were shown as saved', () => {
  test('are there, once, after the browser’s end by kill -9 in a stream of saves', { timeout: 90_000 }, async () => {
    const trial = await killTrial(world(), 1, nobody)
    expect(trial).toMatchObject({ rounds: 1, ...nothingWrong })
    expect(trial.saved).toBeGreaterThan(2)
  })

  test('are made anew when the database was wiped, and it is said once', { timeout: 90_000 }, async () => {
    // What the kill left in the database alone was never shown as saved; this one is, and what was before it is looked after.
    await saveSurely(world(), { id: 'laatste', opened: '', body: 'De laatste.' })
    const before = [...(await storedNotes(world())).keys()].sort()
    await world().restart('close', (profile) => {
      const folders = databasesIn(profile, family)
      expect(folders.length).toBeGreaterThan(0)
      for (const folder of folders) rmSync(folder, { recursive: true })
    })
    const ids = async () => [...(await storedNotes(world())).keys()].sort()
    await until('all notes', ids, (found) => found.join() === before.join(), 30_000)
    const popup = await openPopup(world())
    await waitForText(popup, `uit zijn tweede kopie: ${before.length} notities`)
    await press(popup, 'Sluiten')
    await until(
      'the sentence gone',
      () => shownText(popup),
      (text) => !text.includes('tweede kopie'),
    )
    await popup.close()
  })

  test('are there, once, though the background was stopped in mid-save', { timeout: 90_000 }, async () => {
    expect(await stopTrial(world(), 12, nobody)).toMatchObject({ saved: 12, ...nothingWrong })
  })

  test('survive what Chromium does to a torn log: the start after the next one empties the database', {
    timeout: 120_000,
  }, async (context) => {
    context.skip(family !== 'chromium', 'Firefox keeps IndexedDB in SQLite, which has no such log')
    expect(await cutTrial(world(), [300], nobody)).toMatchObject({ rounds: 1, ...nothingWrong })
  })
})
