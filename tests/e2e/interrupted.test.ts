import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentRow, JobRow, QuestionRow } from '#utils/database/schema.ts'
import { records } from '../fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../fixtures/pdf/seed-layout.ts'
import { addresses } from '../site/addresses.ts'
import { cardWith, pointAt, pressInCard } from './page.ts'
import { chooseFile, inspectorOf, openPopup, press, privateFiles, readTable, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const folder = mkdtempSync(join(tmpdir(), 'kamerlens-'))
// What cards look up is read by itself: here nothing is read but what was asked for.
beforeAll(async () => {
  const page = await inspectorOf(world().driver)
  await page.evaluate('chrome.storage.local.set({ "switch.look-up": false })')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readButton = 'Lees de vragen uit dit document'
const slowLink = 'Bijlage waar niemand op wacht'
const stopped = 'Gestopt; er is niets bewaard.'

/** Begins to read a file that takes its time, from the card on an official page. */
async function beginSlowReading(link = slowLink): Promise<Page> {
  const { driver, site } = world()
  const before = site.requests.length
  const page = await driver.openPage(addresses.troubledFiles)
  await pointAt(page, link)
  await pressInCard(driver, page, 'button', readButton)
  const asked = async () => site.requests.slice(before).filter((url) => url.includes('slow='))
  await until('the file asked for', asked, (urls) => urls.length === 1)
  return page
}

/** Whether a reading worker is there in Chromium's document for workers; Firefox reads in its background. */
async function isReading(): Promise<boolean> {
  const { driver, family } = world()
  if (family === 'firefox') return false
  const target = driver.browser.targets().find((each) => each.url().endsWith('/offscreen.html'))
  const page = await target?.asPage()
  return page?.workers().some((worker) => worker.url().endsWith('/reading.js')) ?? false
}

/** Nothing is kept, nothing lies about, nobody works on. */
async function nothingLeft(): Promise<void> {
  expect(await readTable<DocumentRow>(world(), 'documents')).toEqual([])
  expect(await readTable<QuestionRow>(world(), 'questions')).toEqual([])
  await until(
    'no file left',
    () => privateFiles(world()),
    (names) => names.length === 0,
  )
  await until('no reading worker', isReading, (there) => !there)
}

/** Waits until the worker has let go of the slow file, so many times by now. */
async function connectionsDropped(count: number): Promise<void> {
  const { site } = world()
  await until(
    'the connection dropped',
    async () => site.abandoned.length,
    (dropped) => dropped === count,
  )
}

describe('a reading that is stopped', () => {
  test('in the card: one sentence, nothing stored, no worker left', async () => {
    const { driver } = world()
    const page = await beginSlowReading()
    await pressInCard(driver, page, 'button', 'Stop')
    await cardWith(driver, page, stopped, readButton)
    await connectionsDropped(1)
    await nothingLeft()
    await page.close()
  })

  test('in the popup, after the background was stopped: the same, also in the card that began it', async () => {
    const { driver } = world()
    const page = await beginSlowReading()
    const popup = await openPopup(world())
    await waitForText(popup, slowLink, 'Stop')
    await driver.stopBackground()
    await press(popup, `Stop met lezen van ${slowLink}`)
    await until(
      'the job cancelled',
      () => readTable<JobRow>(world(), 'jobs'),
      (jobs) => jobs.length === 2 && jobs.every(({ state }) => state === 'cancelled'),
    )
    await cardWith(driver, page, stopped)
    await nothingLeft()
    await popup.close()
    await page.close()
  })
})

describe('a file that can’t be read', () => {
  /** Drops a file onto a page, as far as a page can see. */
  async function drop(library: Page, path: string): Promise<void> {
    const field = (await library.evaluateHandle(() => {
      const input = document.createElement('input')
      input.type = 'file'
      document.body.append(input)
      return input
    })) as ElementHandle<HTMLInputElement>
    await field.uploadFile(path)
    await field.evaluate((input) => {
      const dataTransfer = new DataTransfer()
      for (const file of input.files ?? []) dataTransfer.items.add(file)
      input.remove()
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
  }

  test('of 300 MB, dropped: one sentence at once, nothing stored', async () => {
    const file = join(folder, 'groot.pdf')
    writeFileSync(file, '%PDF-1.7\n')
    truncateSync(file, 300 * 1024 ** 2)
    const library = await world().driver.openExtensionPage('library.html')
    const jobs = await readTable<JobRow>(world(), 'jobs')
    await drop(library, file)
    await waitForText(library, 'Dit bestand is te groot')
    expect(await readTable<JobRow>(world(), 'jobs')).toEqual(jobs)
    await nothingLeft()
    await library.close()
  })
})

test('a reading that the browser’s end by kill -9 cut off is taken up again, and what nobody needs is gone', async (context) => {
  context.skip(
    world().family !== 'chromium',
    'a reading whose background was stopped is taken up again in both (reading), and what both keep outlives a kill (journal)',
  )
  const { driver, site } = world()
  const file = join(folder, 'antwoorden.pdf')
  writeFileSync(file, await seedLayoutPdf(records.slice(0, 5)))
  const letCome = site.hold('slow=500')
  await beginSlowReading('Bijlage die langzaam komt')
  const library = await driver.openExtensionPage('library.html')
  // Waits its turn behind the slow one, its bytes in the private file system.
  await chooseFile(library, file)
  await until(
    'the file laid down',
    () => privateFiles(world()),
    (names) => names.length === 1,
  )
  await until(
    'it waits',
    () => readTable<JobRow>(world(), 'jobs'),
    (jobs) => jobs.some(({ state }) => state === 'waiting'),
  )
  await (await inspectorOf(driver)).evaluate(async () => {
    const incoming = await (await navigator.storage.getDirectory()).getDirectoryHandle('incoming')
    await incoming.getFileHandle('half-laid-down', { create: true })
  })
  await world().restart('kill', letCome)
  const ended = (jobs: readonly JobRow[]) => jobs.every(({ state }) => !['waiting', 'running'].includes(state))
  const jobs = await until('both jobs ended', () => readTable<JobRow>(world(), 'jobs'), ended, 30_000)
  expect(jobs.filter(({ state }) => state === 'done')).toHaveLength(2)
  expect(await readTable<DocumentRow>(world(), 'documents')).toHaveLength(2)
  await until(
    'no file left',
    () => privateFiles(world()),
    (names) => names.length === 0,
  )
})
