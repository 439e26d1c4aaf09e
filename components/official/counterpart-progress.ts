import { counterpartMessages } from '#locales/counterpart.ts'
import { errorMessages } from '#locales/errors.ts'
import { dateLanguage } from '#locales/i18n.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import type { KeptCounterpart, Told } from '#utils/browser/protocol/lookup.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobRow } from '#utils/database/schema.ts'

/** How far it is with a counterpart, or why it is not here; null where there is nothing to say. */
export function counterpartProgress(counterpart: KeptCounterpart): Told | null {
  const { type, document, official, job } = counterpart
  const texts = counterpartMessages.get()
  const isQuestions = type === 'written-questions'
  if (job && isUnderWay(job)) {
    return { sentence: pagesOf(job, isQuestions ? texts.readingQuestions : texts.readingAnswer), waits: true }
  }
  if (document !== null) return null
  if (official?.failure !== undefined) return { sentence: failureSentence(official.failure), waits: false }
  if (official?.wanted !== undefined) {
    return { sentence: isQuestions ? texts.lookingUpQuestions : texts.lookingUpAnswer, waits: true }
  }
  if (official !== null && official.askedAt !== null && official.document === null) {
    return { sentence: sourceMessages.get()['not-found'], waits: false }
  }
  if (job?.state === 'failed' || job?.state === 'cancelled') {
    const error = job.error ?? (job.state === 'cancelled' ? 'cancelled' : 'unknown')
    return { sentence: error === 'too-large' ? texts.tooLarge : errorMessages.get()[error], waits: false }
  }
  return null
}

/** Questions of a counterpart that a card shows. */
const mostInCard = 3

/**
 * What a card is told of a counterpart: its first questions, and how far it is in words, which the card's script has no
 * catalogue of. A page's process may hold it, so where its facts are from is left out (SAFETY §3).
 */
export function counterpartForCard(counterpart: KeptCounterpart | null): KeptCounterpart | null {
  if (counterpart === null) return null
  const { document, questions } = counterpart
  const told = counterpartProgress(counterpart)
  return {
    ...counterpart,
    document: document && { ...document, provenance: [] },
    questions: questions.slice(0, mostInCard),
    official: null,
    job: null,
    ...(told === null ? {} : { told }),
  }
}

function pagesOf({ progress: { phase, done, total } }: JobRow, reading: string): string {
  if (phase !== 'reading' || total < 2) return reading
  return counterpartMessages.get().readingPages({ reading, done: String(done), total: String(total) })
}

function failureSentence(failure: Parameters<typeof sourceSentence>[1]): string {
  const time = new Intl.DateTimeFormat(dateLanguage(), { timeStyle: 'short' })
  return sourceSentence(sourceMessages.get(), failure, (moment) => time.format(moment))
}
