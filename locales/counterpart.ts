import { count, messages, params } from './i18n.ts'

/** The answer to a question, or the questions to an answer, fetched by themselves. */
export const counterpartMessages = messages(
  'counterpart',
  {
    answer: 'Vragen en antwoord',
    questions: 'De vragen',
    lookingUpAnswer: 'Antwoord wordt opgezocht…',
    lookingUpQuestions: 'Vragen worden opgezocht…',
    readingAnswer: 'Antwoord wordt gelezen…',
    readingQuestions: 'Vragen worden gelezen…',
    readingPages: params('{reading} {done} van {total} bladzijden.'),
    tooLarge:
      'Dit document is te groot om vanzelf te lezen; er is niets bewaard. In Kamerlens zelf kunt u het toch laten lezen.',
    open: count({ many: 'Alle {count} vragen' }),
    read: 'Lees dit document',
  },
  {
    answer: 'Questions and answer',
    questions: 'The questions',
    lookingUpAnswer: 'Looking up the answer…',
    lookingUpQuestions: 'Looking up the questions…',
    readingAnswer: 'Reading the answer…',
    readingQuestions: 'Reading the questions…',
    readingPages: '{reading} {done} of {total} pages.',
    tooLarge:
      'This document is too large to be read automatically; nothing was saved. In Kamerlens itself you can have it read all the same.',
    open: { many: 'All {count} questions' },
    read: 'Read this document',
  },
)
