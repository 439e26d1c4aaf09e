import { counterpartMessages } from '#locales/counterpart.ts'
import { errorMessages } from '#locales/errors.ts'
import { locale } from '#locales/i18n.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import type { KeptCounterpart, Told } from '#utils/browser/protocol.ts'
import type { JobRow } from '#utils/database/schema.ts'

/** How far it is with a counterpart, or why it is not here; null where there is nothing to say. */
export function counterpartProgress(counterpart: KeptCounterpart): Told | null {
  const { type, document, official, job } = counterpart
  const texts = counterpartMessages.get()
  const isQuestions = type === 'written-questions'
  if (job?.state === 'waiting' || job?.state === 'running') {
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

/** With how far it is, for pages, whose scripts can't say it. */
export function withProgress(counterpart: KeptCounterpart | null): KeptCounterpart | null {
  const told = counterpart && counterpartProgress(counterpart)
  return counterpart && told ? { ...counterpart, told } : counterpart
}

function pagesOf({ progress: { phase, done, total } }: JobRow, reading: string): string {
  if (phase !== 'reading' || total < 2) return reading
  return counterpartMessages.get().readingPages({ reading, done: String(done), total: String(total) })
}

function failureSentence(failure: Parameters<typeof sourceSentence>[1]): string {
  const time = new Intl.DateTimeFormat(locale.get(), { timeStyle: 'short' })
  return sourceSentence(sourceMessages.get(), failure, (moment) => time.format(moment))
}
