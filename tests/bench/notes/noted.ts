import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { NoteRow, NoteTagRow } from '#utils/database/schema.ts'
import { chooseFile, inspectorOf, press, settled, waitForText } from '../../e2e/screens.ts'
import { until } from '../../e2e/until.ts'
import { startWorld } from '../../e2e/world.ts'
import { sentence } from '../prose.ts'
import { Dice } from '../random.ts'

const target = '2023D19158'

/** Prose of so many words. */
function prose(words: number): string {
  const dice = new Dice(1)
  const parts: string[] = []
  for (let count = 0; count < words; ) {
    const next = sentence(dice)
    parts.push(next)
    count += next.split(' ').length
  }
  return parts.join(' ')
}

/** Milliseconds of processor time of the page's main thread for each key: script, layout and painting. */
export interface Typing {
  readonly note: number
  readonly bare: number
}

/**
 * What a key costs in the middle of a note of so many words, in the built extension, and in a bare text field that holds the
 * same in the same letters and lines.
 *
 * @param isBareFirst the two are to take turns in being first
 */
export async function measureTyping(words: number, keys: number, isBareFirst: boolean): Promise<Typing> {
  const text = prose(words)
  const world = await startWorld({ family: 'chromium' })
  try {
    await put(await inspectorOf(world.driver), { notes: [noteRow('n1', text)], noteTags: [] })
    const openNote = async () => {
      const page = await world.driver.openExtensionPage(`popup.html?code=${target}`)
      await until(
        'the note',
        () => page.evaluate(() => document.querySelector('textarea')?.value.length ?? 0),
        (length) => length >= text.length,
      )
      // The official services are asked about the code, and its papers read: that is not the keys' doing.
      await settled(world)
      return page
    }
    const noted = await openNote()
    const look = await noted.evaluate(() => {
      const { width, padding, font, letterSpacing } = getComputedStyle(document.querySelector('textarea') as Element)
      return { width, padding, font, letterSpacing, boxSizing: 'border-box' }
    })
    await noted.close()
    const openBare = async () => {
      const page = await world.driver.openExtensionPage(world.driver.inert)
      await page.evaluate(
        (text, look) => {
          const field = document.createElement('textarea')
          Object.assign(field.style, look)
          document.body.append(field)
          field.value = text
        },
        text,
        look,
      )
      return page
    }
    const measured = { note: 0, bare: 0 }
    for (const which of isBareFirst ? (['bare', 'note'] as const) : (['note', 'bare'] as const)) {
      const page = await (which === 'note' ? openNote() : openBare())
      measured[which] = await typed(page, keys)
      await page.close()
    }
    return measured
  } finally {
    await world.stop()
  }
}

async function typed(page: Page, keys: number): Promise<number> {
  await page.bringToFront()
  await page.evaluate(() => {
    const field = document.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length / 2, field.value.length / 2)
  })
  // The first keys find the field's layout cold.
  await page.keyboard.type('aaaaa', { delay: 60 })
  const session = await page.createCDPSession()
  // Of the thread, not of the clock: a busy machine is nobody's doing either.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await taken()
  await page.keyboard.type('a'.repeat(keys), { delay: 60 })
  return (((await taken()) - before) * 1_000) / keys
}

/** Milliseconds from the user's choice to the words that say that it is done. */
export interface InAndOut {
  readonly exported: number
  readonly previewed: number
  readonly imported: number
}

/** So many notes out of one browser as one file, and into another. */
export async function measureInAndOut(count: number): Promise<InAndOut> {
  const text = prose(60)
  const notes = Array.from({ length: count }, (_, index) => noteRow(`n${index}`, `Notitie ${index}. ${text}`))
  const noteTags = notes.map(({ id }, index) => ({ noteId: id, tag: `label ${index % 50}`, createdAt: moment }))
  const from = await startWorld({ family: 'chromium' })
  try {
    await put(await inspectorOf(from.driver), { notes, noteTags })
    const page = await from.driver.openExtensionPage('library.html')
    await waitForText(page, 'Exporteren')
    await press(page, 'Exporteren')
    const exported = await timed(page, 'Geëxporteerd', () => press(page, 'Alles, om terug te zetten (Kamerlens)'))
    const [name = ''] = await until(
      'the file',
      async () => readdirSync(from.downloads).filter((file) => file.endsWith('.json')),
      (files) => files.length > 0,
    )
    const to = await startWorld({ family: 'chromium' })
    try {
      const library = await to.driver.openExtensionPage('library.html')
      await waitForText(library, 'Importeren')
      const file = join(from.downloads, name)
      const previewed = await timed(library, 'Nieuw', () => chooseFile(library, file, 'import'))
      const imported = await timed(library, 'Geïmporteerd', () => press(library, 'Importeren'))
      return { exported, previewed, imported }
    } finally {
      await to.stop()
    }
  } finally {
    await from.stop()
  }
}

async function timed(page: Page, words: string, start: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await start()
  await page.waitForFunction(
    (words) => document.body.textContent.includes(words),
    { timeout: 120_000, polling: 20 },
    words,
  )
  return performance.now() - begun
}

const moment = '2026-11-25T10:00:00.000Z'

const noteRow = (id: string, body: string): NoteRow => ({
  id,
  target,
  type: 'document',
  body,
  version: 1,
  places: [],
  createdAt: moment,
  updatedAt: moment,
})

/** Lays rows into the extension's own database, once the background has made it. */
async function put(
  page: Page,
  rows: { readonly notes: readonly NoteRow[]; readonly noteTags: readonly NoteTagRow[] },
): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => chrome.runtime.sendMessage(${JSON.stringify({
      kamerlens: 'background',
      type: 'note/delete',
      payload: { id: 'none' },
    })}, resolve))`,
  )
  await page.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('kamerlens')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const transaction = database.transaction(['notes', 'noteTags'], 'readwrite')
    for (const note of rows.notes) transaction.objectStore('notes').put(note)
    for (const tag of rows.noteTags) transaction.objectStore('noteTags').put(tag)
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve()
    })
    database.close()
  }, rows)
}
