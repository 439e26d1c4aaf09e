import { count, messages, params } from './i18n.ts'

/** What a document says of itself, and what of it stands in no record. */
export const factMessages = messages(
  'facts',
  {
    facts: 'Over dit document',
    more: 'Meer over dit document',
    moreShort: 'Meer',
    less: 'Minder',
    subject: 'Onderwerp',
    askedBy: 'Gevraagd door',
    answeredBy: 'Beantwoord door',
    dates: count({ one: 'Datum', many: 'Data' }),
    askedOn: params('ingezonden {date}'),
    answeredOn: params('antwoord van {date}'),
    dossier: 'Dossier',
    codes: 'Gedrukte codes',
    members: params('leden van {party}'),
    outside: count({
      one: '{count} stuk tekst staat bij geen vraag',
      many: '{count} stukken tekst staan bij geen vraag',
    }),
    between: count({
      one: '{count} stuk staat tussen de vragen: kijk na of het bij een vraag hoort.',
      many: '{count} stukken staan tussen de vragen: kijk na of ze bij een vraag horen.',
    }),
    isBetween: 'tussen de vragen',
    furniture: count({ one: '{count} kop- of voettekst', many: '{count} kop- en voetteksten' }),
    onPage: params('Blz. {page}'),
    onPages: params('Blz. {pages}'),
  },
  {
    facts: 'About this document',
    more: 'More about this document',
    moreShort: 'More',
    less: 'Less',
    subject: 'Subject',
    askedBy: 'Asked by',
    answeredBy: 'Answered by',
    dates: { one: 'Date', many: 'Dates' },
    askedOn: 'submitted {date}',
    answeredOn: 'answered {date}',
    dossier: 'Dossier',
    codes: 'Printed codes',
    members: 'members of {party}',
    outside: {
      one: '{count} piece of text belongs to no question',
      many: '{count} pieces of text belong to no question',
    },
    between: {
      one: '{count} piece is between the questions: check whether it belongs to one.',
      many: '{count} pieces are between the questions: check whether they belong to one.',
    },
    isBetween: 'between the questions',
    furniture: { one: '{count} header or footer', many: '{count} headers and footers' },
    onPage: 'P. {page}',
    onPages: 'Pp. {pages}',
  },
)

/** What kind of document of questions and answers it is (`DocumentType`). */
export const typeMessages = messages(
  'types',
  {
    'written-questions': 'Schriftelijke vragen',
    answers: 'Antwoorden op schriftelijke vragen',
    postponement: 'Uitstelbericht',
    'question-list': 'Lijst van vragen',
    'question-and-answer-list': 'Lijst van vragen en antwoorden',
  },
  {
    'written-questions': 'Written questions',
    answers: 'Answers to written questions',
    postponement: 'Notice of delay',
    'question-list': 'List of questions',
    'question-and-answer-list': 'List of questions and answers',
  },
)
