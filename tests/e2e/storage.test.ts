import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { chromiumOnly } from './chromium-only.ts'
import { inspectorOf, openPopup, press, readTable, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ storage: 12 * 1024 ** 2, only: 'chromium' })
let popup: Page

afterEach(async () => {
  // A test that was skipped has opened none.
  if (popup && !popup.isClosed()) await popup.close()
})

/** The popup with a code looked up. */
async function openOn(code: string): Promise<void> {
  popup = await openPopup(world())
  await typeInto(popup, 'Zoek een code', code)
  await popup.keyboard.press('Enter')
  await popup.locator('textarea').wait()
}

const fieldText = () => popup.evaluate(() => document.querySelector('textarea')?.value)

async function storedOn(target: string): Promise<string[]> {
  return (await readTable<NoteRow>(world(), 'notes')).filter((row) => row.target === target).map(({ body }) => body)
}

/** The texts that lie in drafts: beside the database, in what windows leave behind. */
function drafts(): Promise<string[]> {
  return popup.evaluate(() => Object.values(localStorage).map((text) => String(JSON.parse(text).body)))
}

/** Fills what room there is with a database that is none of Kamerlens', down to the last bytes. */
async function fillDisk(): Promise<void> {
  const page = await inspectorOf(world().driver)
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('filler')
      request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const put = (length: number) =>
      new Promise<boolean>((resolve) => {
        const bytes = new Uint8Array(length)
        // What can be compressed takes no room.
        for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
        const transaction = database.transaction('bytes', 'readwrite')
        transaction.objectStore('bytes').add(bytes)
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
    for (const length of [1_048_576, 65_536, 4096, 256, 16]) {
      let writes = 0
      while (writes < 64 && (await put(length))) writes += 1
    }
    database.close()
  })
}

async function emptyDisk(): Promise<void> {
  const page = await inspectorOf(world().driver)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('filler')
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      }),
  )
}

describe('on a full disk', () => {
  chromiumOnly('Firefox has no way to give an extension less room than the disk has')

  test('a note says that it is not saved, keeps its text, and is saved by «Opnieuw» when there is room again', async () => {
    await openOn('2023D19158')
    await fillDisk()
    await writeNote(popup, 'Geen plaats.')
    await waitForText(popup, 'niet bewaard: De browser kon niet opslaan', 'Opnieuw')
    expect(await fieldText()).toBe('Geen plaats.')
    expect(await drafts()).toEqual(['Geen plaats.'])
    expect(await storedOn('2023D19158')).toEqual([])
    await emptyDisk()
    await press(popup, 'Opnieuw')
    await waitForText(popup, 'bewaard ')
    await until(
      'the note stored',
      () => storedOn('2023D19158'),
      (notes) => notes[0] === 'Geen plaats.',
    )
  })

  test('a text outlives the closed popup, is not forgotten while it can’t be saved, and is saved at the next opening', async () => {
    await openOn('2023A04321')
    await fillDisk()
    await writeNote(popup, 'Nog steeds geen plaats.')
    await waitForText(popup, 'niet bewaard: De browser kon niet opslaan')
    await popup.close()
    popup = await openPopup(world())
    await waitForText(popup, 'nog niet bewaard: «Nog steeds geen plaats.»')
    expect(await drafts()).toEqual(['Nog steeds geen plaats.'])
    await popup.close()
    await emptyDisk()
    popup = await openPopup(world())
    await waitForText(popup, 'alsnog bewaard')
    expect(await storedOn('2023A04321')).toEqual(['Nog steeds geen plaats.'])
    expect(await drafts()).toEqual([])
  })
})

describe('data of a newer version', () => {
  chromiumOnly('the mark in the database that forbids writing is no browser’s, and has unit tests')

  test('data of a newer Kamerlens is shown and not written: a banner, the text kept, saved once it may be', async () => {
    const inspector = await inspectorOf(world().driver)
    const setWriter = (version: number) =>
      inspector.evaluate(
        (value) =>
          new Promise<void>((resolve) => {
            const request = indexedDB.open('kamerlens')
            request.onsuccess = () => {
              const transaction = request.result.transaction('meta', 'readwrite')
              transaction.objectStore('meta').put({ key: 'minWriter', value })
              transaction.oncomplete = () => {
                request.result.close()
                resolve()
              }
            }
          }),
        version,
      )
    await openOn('2023A05678')
    await writeNote(popup, 'Van vandaag.')
    await until(
      'the note stored',
      () => storedOn('2023A05678'),
      (notes) => notes[0] === 'Van vandaag.',
    )
    await popup.close()
    await setWriter(99)
    await openOn('2023A05678')
    await waitForText(popup, 'Deze gegevens zijn van een nieuwere versie van Kamerlens. U kunt ze lezen')
    await until('the note that is kept', fieldText, (text) => text === 'Van vandaag.')
    await popup.focus('textarea')
    await popup.keyboard.press('End')
    await popup.keyboard.type(' Of morgen?')
    await waitForText(popup, 'niet bewaard: Deze gegevens zijn van een nieuwere versie van Kamerlens')
    expect(await fieldText()).toBe('Van vandaag. Of morgen?')
    expect(await storedOn('2023A05678')).toEqual(['Van vandaag.'])
    await popup.close()
    await setWriter(1)
    popup = await openPopup(world())
    // Saved by this window, which says so, or by what the closed one sent last, if that is handled only now.
    await until(
      'the note stored',
      () => storedOn('2023A05678'),
      (notes) => notes[0] === 'Van vandaag. Of morgen?',
    )
    await until('nothing left in drafts', drafts, (texts) => texts.length === 0)
    expect(await storedOn('2023A05678')).toEqual(['Van vandaag. Of morgen?'])
  })
})
