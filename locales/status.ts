import { params } from '@nanostores/i18n'
import type { QuestionStatus } from '#utils/sources/question-status.ts'
import { messages } from './i18n.ts'

/** What has come of written questions, alike in card, popup, library and reader. */
export const statusMessages = messages(
  'status',
  {
    unanswered: 'Onbeantwoord',
    overdue: 'Te laat',
    postponed: 'Uitgesteld',
    answered: 'Beantwoord',
    withdrawn: 'Ingetrokken',
    settled: 'Afgedaan',
    since: params('sinds {day}'),
    untilTerm: params('antwoord verwacht uiterlijk {day}'),
    afterTerm: params('het antwoord werd uiterlijk {day} verwacht'),
    postponedOn: params('uitstel gemeld op {day}'),
    postponedUntil: params('tot {day}'),
    answeredOn: params('op {day}'),
    settledWithout: 'het antwoord is nog niet bekend',
  },
  {
    unanswered: 'Not answered',
    overdue: 'Overdue',
    postponed: 'Postponed',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    settled: 'Dealt with',
    since: 'since {day}',
    untilTerm: 'answer expected by {day}',
    afterTerm: 'the answer was expected by {day}',
    postponedOn: 'delay reported on {day}',
    postponedUntil: 'until {day}',
    answeredOn: 'on {day}',
    settledWithout: 'the answer is not known yet',
  },
)

type Texts = ReturnType<typeof statusMessages.get>

export interface StatusWords {
  /** One or two words. */
  readonly word: string
  /** The dates that belong to it; empty where none is known. */
  readonly detail: string
  readonly tone: 'good' | 'open' | 'late' | 'neutral'
}

/**
 * A status in words.
 *
 * @param dayOf a day (`2023-05-22`) in the words of the interface
 */
export function statusWords(texts: Texts, status: QuestionStatus, dayOf: (day: string) => string): StatusWords {
  const on = (day: string | null, words: (input: { day: string }) => string) =>
    day === null ? [] : [words({ day: dayOf(day) })]
  switch (status.is) {
    case 'unanswered': {
      const term = on(status.term, status.overdue ? texts.afterTerm : texts.untilTerm)
      const detail = [...on(status.since, texts.since), ...term].join(', ')
      return status.overdue
        ? { word: texts.overdue, detail, tone: 'late' }
        : { word: texts.unanswered, detail, tone: 'open' }
    }
    case 'postponed': {
      const until = on(status.until, status.overdue ? texts.afterTerm : texts.postponedUntil)
      const detail = [...on(status.on, texts.postponedOn), ...until].join(', ')
      return { word: texts.postponed, detail, tone: status.overdue ? 'late' : 'open' }
    }
    case 'answered':
      return { word: texts.answered, detail: on(status.on, texts.answeredOn).join(''), tone: 'good' }
    case 'withdrawn':
      return { word: texts.withdrawn, detail: '', tone: 'neutral' }
    case 'settled':
      return { word: texts.settled, detail: texts.settledWithout, tone: 'neutral' }
  }
}
