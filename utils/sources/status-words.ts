import type { QuestionStatus } from './question-status.ts'

type Dated = (input: { day: string }) => string

/** The texts of `locales/status.ts`. */
interface Texts
  extends Readonly<Record<'unanswered' | 'overdue' | 'postponed' | 'answered' | 'withdrawn' | 'settled', string>> {
  readonly since: Dated
  readonly untilTerm: Dated
  readonly afterTerm: Dated
  readonly afterTermOf: (input: { asked: string; day: string }) => string
  readonly postponedOn: Dated
  readonly postponedUntil: Dated
  readonly answeredOn: Dated
  readonly settledWithout: string
}

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
  const on = (day: string | null, words: Dated) => (day === null ? [] : [words({ day: dayOf(day) })])
  switch (status.is) {
    case 'unanswered': {
      const { since, term } = status
      if (!status.overdue) {
        const detail = [...on(since, texts.since), ...on(term, texts.untilTerm)].join(', ')
        return { word: texts.unanswered, detail, tone: 'open' }
      }
      // «Te laat sinds» the day of asking would say that it was late from the first.
      const after = (day: string) =>
        since === null ? texts.afterTerm({ day }) : texts.afterTermOf({ asked: dayOf(since), day })
      return { word: texts.overdue, detail: on(term, ({ day }) => after(day)).join(''), tone: 'late' }
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
