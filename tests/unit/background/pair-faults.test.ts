import { beforeAll, describe, expect, test, vi } from 'vitest'
import { counterpartProgress } from '#components/official/counterpart-progress.ts'
import { locale } from '#locales/i18n.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import { type Fault, faults } from '#tests/site/faults.ts'
import { writtenQuestions } from '#tests/site/pages/written-questions.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { JobError } from '#utils/database/schema.ts'
import type { SourceError } from '#utils/sources/http/errors.ts'
import { ends } from '../sources/fault-ends.ts'
import { failingWorld, isLookUp, pairRig } from './pair-world.ts'

/** How each fault ends for the reading of a document that was found; where it is one of form alone, with the document. */
const readingEnds: Readonly<Record<Fault, JobError | 'kept'>> = {
  slow: 'unreachable',
  'no connection': 'unreachable',
  'too many requests': 'unreachable',
  'too many requests, for long': 'unreachable',
  unavailable: 'unreachable',
  'cut off': 'unreachable',
  'wrong type': 'kept',
  'error page': 'no-questions',
  'error page that says it is data': 'no-questions',
  'broken text': 'kept',
  endless: 'too-large',
  'a hundred megabytes': 'too-large',
  'sent elsewhere': 'unreachable',
}

const every = Object.keys(faults) as Fault[]
const question = '2023D19158'
const isOfAnswer = (url: string) => isLookUp(url) && decodeURIComponent(url).includes('2023D21040')

/** Which requests have the fault, and how it ends. */
const stages: Readonly<
  Record<
    string,
    { readonly fails: (url: string) => boolean; readonly end: (fault: Fault) => SourceError | JobError | 'kept' }
  >
> = {
  'the look-up of the question': { fails: isLookUp, end: (fault) => ends[fault] },
  'the look-up of the answer': { fails: isOfAnswer, end: (fault) => ends[fault] },
  'the reading of the answer': { fails: (url) => !isLookUp(url), end: (fault) => readingEnds[fault] },
}

/** What is shown of it, in a sentence. */
function sentenceOf({ official, counterpart }: Lookup): string | null {
  if (official?.failure !== undefined) return sourceSentence(sourceMessages.get(), official.failure, () => '14:02')
  return counterpart && (counterpartProgress(counterpart)?.sentence ?? null)
}

/** How it ended, by the rows. */
function endOf({ official, counterpart }: Lookup) {
  if (official?.failure) return official.failure.code
  if (counterpart?.document) return 'kept'
  return counterpart?.official?.failure?.code ?? counterpart?.job?.error ?? null
}

/** What the services say of the question, without when. */
const timeless = ({ official }: Lookup) => {
  const { provenance: _, ...document } = official?.document ?? { provenance: [] }
  return document
}

beforeAll(() => locale.set('nl'))

describe.each(Object.entries(stages))('every fault in %s', (stage, { fails, end }) => {
  test.each(every)('ends in one sentence, with what was known, and nothing half written: %s', async (fault) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { open, db, fetched } = pairRig(failingWorld(({ href }) => (fails(href) ? fault : null)))
    const shown = await open(question)
    expect(endOf(shown)).toBe(end(fault))
    // What came before the fault is whole.
    if (stage !== 'the look-up of the question')
      expect(timeless(shown)).toEqual(timeless(await pairRig().open(question)))
    else expect(shown).toMatchObject({ official: { document: null }, counterpart: null })
    if (stage !== 'the reading of the answer') expect(fetched()).toEqual([])
    const isKept = end(fault) === 'kept'
    expect(await db.documents.count()).toBe(isKept ? 1 : 0)
    expect(await db.questions.count()).toBe(isKept ? writtenQuestions.length : 0)
    if (isKept) {
      expect(shown.counterpart?.questions).toMatchObject(
        writtenQuestions.map(({ question, answer }) => ({ question, answer: answer.join('\n\n') })),
      )
      expect(sentenceOf(shown)).toBeNull()
    } else expect(sentenceOf(shown)).toMatch(/^(?:De|Dit|In) [^\n]{20,200}\.$/)
    expect(console.error).not.toHaveBeenCalled()
  })

  test.each(every)('is over when the service is well again: %s', async (fault) => {
    let isWell = false
    const rig = pairRig(failingWorld(({ href }) => (!isWell && fails(href) ? fault : null)))
    const { open, db, world, jobs } = rig
    await open(question)
    isWell = true
    world.pass(8 * 24 * 60 * 60_000)
    await jobs.resume()
    const { counterpart } = await open(question)
    expect(counterpart?.questionCount).toBe(writtenQuestions.length)
    expect(await db.documents.count()).toBe(1)
  })
})
