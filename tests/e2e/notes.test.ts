import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { cardWith, paintedTexts, pointAt } from './page.ts'
import { inspectorOf, openPopup, readTable, settled, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

/** The popup with a code looked up. */
async function popupOn(code: string): Promise<Page> {
  const popup = await openPopup(world())
  await typeInto(popup, 'Zoek een code', code)
  await popup.keyboard.press('Enter')
  // What is looked up comes above the notes.
  await waitForText(popup, code)
  await settled(world())
  return popup
}

/** Waits until exactly these texts are the notes on a code. */
async function storedNotes(target: string, ...bodies: readonly string[]): Promise<void> {
  const read = async () => {
    const rows = await readTable<NoteRow>(world(), 'notes')
    return rows.filter((row) => row.target === target && row.deletedAt === undefined).map(({ body }) => body)
  }
  await until(`notes on ${target}`, read, (found) => found.sort().join('|') === [...bodies].sort().join('|'))
}

/** Waits until an editor shows this text. */
async function waitForNote(popup: Page, text: string): Promise<void> {
  const read = () => popup.evaluate(() => document.querySelector('textarea')?.value)
  await until('the note in its editor', read, (value) => value === text)
}

describe('a note', () => {
  test('is kept although the popup is closed right after the last key', async () => {
    const popup = await popupOn('2023D19158')
    await writeNote(popup, 'Terugvragen na het congres.')
    await popup.close()
    await storedNotes('2023D19158', 'Terugvragen na het congres.')
  })

  test('is kept although the background was stopped while it was typed', async () => {
    const popup = await popupOn('2023Z09100')
    await writeNote(popup, 'Eerste zin.')
    await world().driver.stopBackground()
    await popup.keyboard.type(' Tweede zin.')
    const status = () => popup.evaluate(() => document.querySelector<HTMLElement>('[data-status]')?.dataset.status)
    await until('«bewaard»', status, (shown) => shown === 'saved')
    await popup.close()
    await storedNotes('2023Z09100', 'Eerste zin. Tweede zin.')
  })

  test('shows on every page that names the code, painted and in the card', async () => {
    const { driver } = world()
    const page = await driver.openPage(addresses.senate)
    await until(
      'the code painted as noted',
      () => paintedTexts(page),
      ({ noted }) => noted?.[0] === '2023D19158',
    )
    await driver.stopBackground()
    await pointAt(page, '2023D19158')
    await cardWith(driver, page, 'Terugvragen na het congres.')
    await page.close()
  })

  test('that two windows edit keeps both edits', async () => {
    const windows = [await popupOn('2023Z09100'), await popupOn('2023Z09100')] as const
    for (const each of windows) await waitForNote(each, 'Eerste zin. Tweede zin.')
    const [first, second] = windows
    await first.focus('textarea')
    await first.keyboard.press('End')
    await first.keyboard.type(' Van één.')
    await second.focus('textarea')
    await second.keyboard.press('Home')
    await second.keyboard.type('Van twee. ')
    await storedNotes('2023Z09100', 'Van twee. Eerste zin. Tweede zin. Van één.')
    await first.close()
    await second.close()
  })

  test('is one row each, and none was lost on the way', async () => {
    const rows = await readTable<NoteRow>(world(), 'notes')
    expect(rows.map(({ target }) => target).sort()).toEqual(['2023D19158', '2023Z09100'])
  })
})

/** The texts that lie in drafts: beside the database, in what windows leave behind. */
const draftsIn = (popup: Page): Promise<string[]> =>
  popup.evaluate(() => Object.values(localStorage).map((text) => String(JSON.parse(text).body)))

test('«bewaard» is never shown before the note is in the database, also when the background ends in between', async () => {
  const { driver } = world()
  const popup = await popupOn('2023A04321')
  const inspector = await inspectorOf(driver)
  // A transaction that stays open keeps every other one from writing notes.
  await inspector.evaluate(() => {
    const request = indexedDB.open('kamerlens')
    request.onsuccess = () => {
      const notes = request.result.transaction('notes', 'readwrite').objectStore('notes')
      const stay = () => {
        if (!Reflect.has(globalThis, 'letGo')) notes.get('').onsuccess = stay
        else request.result.close()
      }
      stay()
    }
  })
  await popup.evaluate(() => {
    const seen: string[] = []
    Reflect.set(globalThis, 'seen', seen)
    const look = () => seen.push(document.querySelector<HTMLElement>('[data-status]')?.dataset.status ?? '')
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  const statuses = () => popup.evaluate(() => [...new Set(Reflect.get(globalThis, 'seen') as string[])])
  await writeNote(popup, 'Nog onderweg.')
  await until(
    'the text sent',
    () => draftsIn(popup),
    (texts) => texts[0] === 'Nog onderweg.',
  )
  await driver.stopBackground()
  await waitForText(popup, 'niet bewaard')
  expect(await statuses()).toContain('typing')
  expect(await statuses()).not.toContain('saved')

  await inspector.evaluate(() => Reflect.set(globalThis, 'letGo', true))
  // Where a try met the open transaction as well, the next one comes ten seconds after it failed.
  await until('«bewaard»', statuses, (all) => all.includes('saved'), 30_000)
  await storedNotes('2023A04321', 'Nog onderweg.')
  await popup.close()
})
