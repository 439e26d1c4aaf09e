import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { DocumentRow, NoteRow } from '#utils/database/schema.ts'
import { records } from '../fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../fixtures/pdf/seed-layout.ts'
import { addresses } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import type { ShadowElement } from './drivers/types.ts'
import { cardWith, goBack, paintedTexts, pointAt, pointForCard, pressInCard, shownCard } from './page.ts'
import {
  chipOn,
  inReader,
  markAndLine,
  marked,
  openReaderOf,
  partsOfPdf,
  pressChip,
  readerPage,
  textInView,
  waitForQuestions,
  watchMarks,
} from './reader-page.ts'
import { chooseFile, openPopup, press, readTable, settled, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const isChromium = inject('family') === 'chromium'
const folder = mkdtempSync(join(tmpdir(), 'kamerlens-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const openReader = (url?: string) => openReaderOf(world().driver, url)

describe('the reader is opened', () => {
  test('from the chip over Chromium’s own viewer, and going back leads back', async (context) => {
    context.skip(!isChromium, 'Firefox lets no extension work in its viewer of PDFs: there the popup opens the reader')
    const { driver } = world()
    const page = await driver.openPage(addresses.answersPdf)
    await pressChip(driver, page)
    await inReader(page)
    await waitForText(page, 'De voorzitter van de Tweede Kamer')
    await goBack(page, addresses.answersPdf)
    await until(
      'the chip',
      () => chipOn(driver, page),
      (box) => box !== null,
    )
    await page.close()
  })

  test('from a file that was given to the library', async () => {
    const { driver } = world()
    const file = join(folder, 'eigen antwoorden.pdf')
    writeFileSync(file, await seedLayoutPdf(records.slice(0, 3), { reference: '38922139' }))
    const library = await driver.openExtensionPage('library.html')
    await chooseFile(library, file)
    await waitForText(library, '3 vragen bewaard')
    const before = await driver.browser.pages()
    await press(library, 'Openen in de lezer')
    const reader = await readerPage(world().driver, before)
    await waitForText(reader, 'Bestand op uw apparaat', '3 vragen gevonden', 'De voorzitter van de Tweede Kamer')
    await reader.close()
    await library.close()

    // Its bytes lie ready until the browser's next start: a question of it leads to its place all the same.
    const documents = await readTable<DocumentRow>(world(), 'documents')
    const own = documents.find(({ provenance }) =>
      provenance.some(({ from: where }) => where === 'eigen antwoorden.pdf'),
    )
    const again = await driver.openExtensionPage(`library.html?document=${encodeURIComponent(own?.id ?? '')}`)
    await press(again, records[2]?.question.slice(0, 30) ?? '')
    const beforeAgain = await driver.browser.pages()
    await press(again, 'Bron, blz.')
    const at = await readerPage(world().driver, beforeAgain)
    await until(
      'the question in view',
      () => marked(at),
      (text) => text.includes(records[2]?.number ?? ''),
    )
    await at.close()
    await again.close()
  })
})

describe('a document in the reader', () => {
  test('opens at its first page while the rest is still on its way', async () => {
    const page = await openReader(`${addresses.answersPdf}&pause=60000`)
    const shown = await waitForText(page, 'De voorzitter van de Tweede Kamer', 'van 6')
    expect(shown).toContain('De vragen worden gelezen zodra het document er is')
    world().site.resume()
    await waitForQuestions(page)
    await page.close()
  })

  test('leads out by https alone, to a tab that learns nothing, and runs no script', async () => {
    const page = await openReader(`${addresses.answersPdf}&fault=hostile`)
    const said: string[] = []
    page.on('dialog', (dialog) => said.push(dialog.message()))
    await waitForText(page, 'Een bestand met koppelingen')
    const links = () =>
      page.$$eval('.annotationLayer a[href]:not([href=""])', (all) =>
        all.map((each) => [each.getAttribute('href'), each.getAttribute('target'), each.getAttribute('rel')]),
      )
    const found = await until('the links', links, (all) => all.length > 0)
    expect(found).toEqual([['https://nieuws.example/politiek', '_blank', 'noopener noreferrer']])
    expect(said).toEqual([])
    await page.close()
  })
})

describe('a document that the popup opened in the reader, in the tab that showed it', () => {
  let page: Page

  beforeAll(async () => {
    page = await world().driver.openPage(addresses.answersPdf)
    const popup = await openPopup(world())
    await press(popup, 'Openen in de lezer')
    await inReader(page)
    await waitForText(page, 'tweedekamer.nl/downloads/document?id=2023D20951')
    await waitForQuestions(page)
    if (!popup.isClosed()) await popup.close()
    await page.bringToFront()
  })

  afterAll(() => page.close())

  test('leads from a question to its page, marks the one in view, and keeps a note on it', async () => {
    await watchMarks(page)
    await press(page, 'actieplan Eerlijke Stageplek')
    await until(
      'question 155 in view',
      () => textInView(page),
      (text) => text.includes('Het actieplan Eerlijke Stageplek bestaat'),
    )
    const [mark, line] = await markAndLine(page, 'Kunt u de stand van zaken geven van het actieplan')
    expect(mark.top).toBeLessThan(line.top + 1)
    expect(mark.bottom).toBeGreaterThan(line.bottom - 1)
    expect(mark.bottom - mark.top).toBeLessThan(2 * (line.bottom - line.top))
    expect(await marked(page)).toContain('155')
    await until(
      'the note of question 155',
      () => shownText(page),
      (text) => text.includes('blz. 3 van dit bestand'),
    )
    await page.locator('.kl-reader__now textarea').wait()
    await page.focus('.kl-reader__now textarea')
    await page.keyboard.type('Terugvragen in november.')
    const saved = (rows: readonly NoteRow[]) =>
      rows.some(({ target, body }) => target === '2023D20951#155' && body !== '')
    await until('the note', () => readTable<NoteRow>(world(), 'notes'), saved)

    // The pages may go on under someone who writes; the note stays.
    await page.evaluate(() => document.querySelector('.kl-reader__scroll')?.scrollTo({ top: 0 }))
    await until(
      'the first page',
      () => marked(page),
      (text) => !text.includes('155'),
    )
    expect(await page.$eval('.kl-reader__now textarea', (field) => field.value)).toBe('Terugvragen in november.')
  })

  describe('from elsewhere', () => {
    chromiumOnly(
      'where a question stands is no browser’s; a question of a file of one’s own leads to its place in both',
    )

    test('is where a question of the library leads, in the reader that is open already', async () => {
      const { driver } = world()
      const library = await driver.openExtensionPage('library.html?document=2023D20951')
      await waitForText(library, 'actieplan Eerlijke Stageplek')
      await settled(world())
      await press(library, 'actieplan Eerlijke Stageplek')
      const pages = (await driver.browser.pages()).length
      await press(library, 'Bron, blz. 3')
      await until(
        'question 155 in view again',
        () => textInView(page),
        (text) => text.includes('Het actieplan Eerlijke Stageplek bestaat'),
      )
      expect((await driver.browser.pages()).length).toBe(pages)
      await library.close()
      await page.bringToFront()
      await page.evaluate(() => document.querySelector('.kl-reader__scroll')?.scrollTo({ top: 0 }))
    })
  })

  test('is walked from code to code by the keys of every page', async () => {
    const { driver } = world()
    const painted = () => paintedTexts(page)
    await until('the citation', painted, (all) => Object.values(all).flat().includes('Kamerstuk 36 360 VIII, nr. 5'))
    await driver.dispatchCommand('next-reference')
    await cardWith(driver, page, 'Kamerstuk 36 360 VIII, nr. 5')
    await page.keyboard.press('Escape')
  })

  test('has its codes marked, wrapped ones too, and shows and opens them', async () => {
    const { driver } = world()
    const citation = 'Kamerstuk 36 360 VIII, nr. 5'
    await until(
      'the citation',
      () => paintedTexts(page),
      (all) => Object.values(all).flat().includes(citation),
    )
    await pointAt(page, citation)
    await cardWith(driver, page, citation, 'Lijst van vragen en antwoorden over het jaarverslag OCW 2022')
    await pressInCard(driver, page, 'button', 'Volgen')
    await cardWith(driver, page, 'Wordt gevolgd')
    await pressInCard(driver, page, 'button', 'Wordt gevolgd')
    await cardWith(driver, page, 'Volgen')
    await press(page, 'actieplan Eerlijke Stageplek')
    const split = await until(
      'the code in two lines',
      () => paintedTexts(page),
      (all) => Object.values(all).flat().includes('2023D19'),
    )
    expect(Object.keys(split).filter((name) => name.startsWith('split-'))).toContain('split-known')
    await page.locator('.kl-reader__right .kl-code').click()
    await waitForText(page, 'Terug naar de notities', 'Gedrukt bij vraag 155')
  })

  test('shows a card on a code in two lines of its column, and leads there by the keyboard', async () => {
    const { driver } = world()
    await until(
      'the code in two lines',
      () => paintedTexts(page),
      (all) => Object.values(all).flat().includes('2023D19'),
    )
    await pointForCard(driver, page, '2023D19', '2023D191')
    await page.keyboard.press('Escape')
    const labelOf = ({ attributes, children }: ShadowElement): string =>
      attributes['aria-label'] ?? children.map(labelOf).join('')
    const said: string[] = []
    const isSplit = (text: string) => /2023D191\d\d/.test(text)
    // A step of which nothing comes is made once more.
    for (let step = 0; step < 6 && !said.some(isSplit); step += 1) {
      await driver.dispatchCommand('next-reference')
      const read = async () => {
        const card = await shownCard(driver, page)
        return card === null ? '' : labelOf(card)
      }
      const isNext = (text: string) => text !== '' && !said.includes(text)
      said.push(await until('the next card', read, isNext, 10_000).catch(() => ''))
    }
    expect(said.some(isSplit), said.join('; ')).toBe(true)
  })

  test('has all that pdf.js draws with in the package, and may run it', async () => {
    const { programs, others, compiled, sizes } = await partsOfPdf(page)
    expect([compiled, sizes]).toEqual([programs, others])
  })

  test('is searched by Ctrl+F, with a count', async () => {
    await page.keyboard.down('Control')
    await page.keyboard.press('f')
    await page.keyboard.up('Control')
    await page.keyboard.type('stage')
    await waitForText(page, '1 van 4')
    await page.keyboard.press('Enter')
    await waitForText(page, '2 van 4')
  })
})

/** Documents that can't be shown, with what is said of each. */
function faults(...cases: readonly (readonly [what: string, url: string, sentence: string])[]): void {
  test.each(cases)('gets a sentence, and the way to the original: it %s', async (_, url, sentence) => {
    // What the tests before have opened may still be read.
    await settled(world())
    const before = await readTable<DocumentRow>(world(), 'documents')
    const page = await openReader(url)
    await waitForText(page, 'Dit document kan niet worden getoond', sentence)
    expect(await page.$$eval('.kl-reader__failed a', (links) => links.map(({ href }) => href))).toEqual(
      url.includes('nieuws') ? [] : [url],
    )
    expect(await readTable<DocumentRow>(world(), 'documents')).toEqual(before)
    await page.close()
  })
}

describe('a document that can’t be shown', () => {
  faults(
    ['breaks off', `${addresses.answersPdf}&fault=cut-off`, 'De site gaf dit document niet, of niet helemaal'],
    ['stands elsewhere', `${addresses.answersPdf}&fault=foreign`, 'De site gaf dit document niet'],
  )

  test('may not be fetched: it says so, and is there once the user allows it', async () => {
    const { driver } = world()
    await driver.takeBackHosts()
    const page = await openReader()
    await waitForText(page, 'Kamerlens mag deze site niet lezen', 'Toestaan')
    await page.close()
    await driver.giveHosts()
    const again = await openReader()
    await waitForQuestions(again)
    await again.close()
  })
})
