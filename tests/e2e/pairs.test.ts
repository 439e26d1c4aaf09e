import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, inject, test } from 'vitest'
import type { DocumentRow, JobRow, LookupRow, QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions, longListQuestions } from '../site/pages/questions.ts'
import { writtenQuestions } from '../site/pages/written-questions.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, pointAt } from './page.ts'
import { press, readTable, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
const isChromium = inject('family') === 'chromium'
chromiumOnly(
  'finding and reading the answer to a question is no browser’s: unit tests have it, and readings that are stopped or cut off are tried in both',
)

const hosts = ['gegevensmagazijn.tweedekamer.nl', 'zoek.officielebekendmakingen.nl', 'www.tweedekamer.nl'] as const
const [openData, publications, files] = hosts

afterEach(() => {
  if (!isChromium) return
  for (const host of hosts) world().site.fail(host, null)
})

const table = <Row>(name: string) => readTable<Row>(world(), name)
const rowOf = async (id: string) => (await table<LookupRow>('lookups')).find(({ aliases }) => aliases.includes(id))
const kept = async () => ({
  documents: (await table<DocumentRow>('documents')).length,
  questions: (await table<QuestionRow>('questions')).length,
})

/** The view of a code in the popup, with what its opening sends. */
async function openView(id: string): Promise<Page> {
  const page = await world().driver.openExtensionPage(`popup.html?code=${id}`)
  await waitForText(page, id)
  await startLookUp(page, id)
  return page
}

async function startLookUp(page: Page, id: string): Promise<void> {
  const message = JSON.stringify({ kamerlens: 'background', type: 'look-up/start', payload: { id } })
  await page.evaluate(`void chrome.runtime.sendMessage(${message})`)
}

describe('a fault ends in one sentence, with what was known, and nothing half written', () => {
  test('in the look-up of the question', async () => {
    world().site.fail(openData, 'broken text')
    const page = await openView('2023D18100')
    const row = await until(
      'the failure written',
      () => rowOf('2023D18100'),
      (found) => found?.failure !== undefined,
      30_000,
    )
    expect(row).toMatchObject({ document: null, failure: { code: 'broken-answer' } })
    expect(await kept()).toEqual({ documents: 0, questions: 0 })
    expect(await table<JobRow>('jobs')).toEqual([])
    await page.close()
  })

  test('in the look-up of the answer', async () => {
    world().site.fail(openData, 'error page', '2023D20123')
    const page = await openView('2023D18002')
    await waitForText(page, 'De officiële dienst gaf een onbruikbaar antwoord. Wat al bekend was, is er nog')
    expect(await rowOf('2023D18002')).toMatchObject({ document: { type: 'question-list', date: '2023-05-12' } })
    expect(await kept()).toEqual({ documents: 0, questions: 0 })
    await page.close()
  })

  test('in the reading of the answer; the user can have it read later', async () => {
    const { site } = world()
    for (const host of [publications, files]) site.fail(host, 'cut off')
    const page = await openView('2023D19158')
    await waitForText(page, 'De site gaf dit document niet; er is niets bewaard.')
    expect(await rowOf('2023D19158')).toMatchObject({ document: { type: 'written-questions' } })
    expect(await rowOf('2023D21040')).toMatchObject({ document: { type: 'answers' } })
    expect(await kept()).toEqual({ documents: 0, questions: 0 })
    for (const host of [publications, files]) site.fail(host, null)
    await press(page, 'Lees dit document')
    await waitForText(page, 'Opleidingen meldden 214 gevallen')
    expect(await kept()).toEqual({ documents: 1, questions: writtenQuestions.length })
    await page.close()
  })
})

describe('questions and answers by themselves', () => {
  test('a list of questions finds its list with answers, also after an attempt that failed', async () => {
    const { site } = world()
    const before = site.requests.length
    const page = await openView('2023D18002')
    await waitForText(
      page,
      'Vragen en antwoord',
      'Eind 2022 hadden 412 scholen een plan',
      `Alle ${listQuestions.length} vragen`,
    )
    expect(site.requests.slice(before).filter((url) => !url.includes('/OData/'))).toEqual([addresses.questionList])
    await page.close()
  })

  test('an answer comes although the background is stopped before it was looked up, and only once', async () => {
    const { site, driver } = world()
    const before = site.requests.length
    const since = () => site.requests.slice(before)
    const read = () => since().filter((url) => url === addresses.longQuestionList)
    const letCome = site.hold(openData)
    const page = await openView('2023D18100')
    await until('the question asked for', async () => since().some((url) => url.includes(openData)), Boolean)
    await driver.stopBackground()
    letCome()
    // Whatever wakes it takes up what was written down.
    await startLookUp(page, '2023D24876')
    await waitForText(page, 'In het eerste jaar ging het om 7 gevallen', `Alle ${longListQuestions.length} vragen`)
    expect(read()).toHaveLength(1)
    await startLookUp(page, '2023D18100')
    await until(
      'the other looked up',
      () => rowOf('2023D24876'),
      (row) => row?.askedAt !== null,
    )
    expect(read()).toHaveLength(1)
    await page.close()
  })

  test('the card of the question shows it on the page', async () => {
    const { driver } = world()
    const page = await driver.openPage(addresses.firstPage)
    await pointAt(page, '2023D19158')
    await cardWith(driver, page, 'vraag 2', 'Opleidingen meldden 214 gevallen')
    await page.close()
  })

  test('a document that the user removed does not come back by itself', async () => {
    const page = await openView('2023D19158')
    await waitForText(page, 'Opleidingen meldden 214 gevallen')
    const [document] = (await table<DocumentRow>('documents')).filter(({ aliases }) =>
      aliases.includes('ah-tk-20222023-2345'),
    )
    const message = JSON.stringify({ kamerlens: 'background', type: 'document/delete', payload: { id: document?.id } })
    await page.evaluate(`void chrome.runtime.sendMessage(${message})`)
    await until(
      'it gone',
      () => isGone(page),
      (gone) => gone,
    )
    const before = world().site.requests.length
    await startLookUp(page, '2023D19158')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(world().site.requests.slice(before)).toEqual([])
    expect(await isGone(page)).toBe(true)
    await page.close()
  })
})

async function isGone(page: Page): Promise<boolean> {
  return page.evaluate(() => !document.body.textContent.includes('214 gevallen'))
}
