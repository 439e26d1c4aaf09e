import { count, messages, params } from './i18n.ts'

/** Documents being read. */
export const readingMessages = messages(
  'reading',
  {
    reading: 'Lezen',
    waiting: 'Wacht op zijn beurt…',
    fetching: 'Ophalen…',
    fetchingSlow: 'Ophalen… De site antwoordt traag.',
    storing: 'Bewaren…',
    pagesDone: params('{done} van {total} bladzijden'),
    found: count({ one: '{count} vraag gevonden', many: '{count} vragen gevonden' }),
    soFar: count({ one: '{count} vraag tot nu toe, voorlopig', many: '{count} vragen tot nu toe, voorlopig' }),
    done: count({ one: '{count} vraag bewaard', many: '{count} vragen bewaard' }),
    postponed: 'Uitstelbericht bewaard: nog geen antwoord',
    pageWithout:
      'Op de pagina zelf staan geen genummerde vragen; er is niets bewaard. Staan ze in een stuk dat de pagina noemt? Open dat en bewaar ze daar.',
    open: 'Openen',
    openReader: 'Openen in de lezer',
    stopReading: params('Stop met lezen van {name}'),
    close: params('Bericht over {name} sluiten'),
    progress: params('Voortgang van {name}'),
  },
  {
    reading: 'Reading',
    waiting: 'Waiting its turn…',
    fetching: 'Fetching…',
    fetchingSlow: 'Fetching… The site is slow to answer.',
    storing: 'Saving…',
    pagesDone: '{done} of {total} pages',
    found: { one: '{count} question found', many: '{count} questions found' },
    soFar: { one: '{count} question so far, preliminary', many: '{count} questions so far, preliminary' },
    done: { one: '{count} question saved', many: '{count} questions saved' },
    postponed: 'Notice of delay saved: no answer yet',
    pageWithout:
      'There are no numbered questions on the page itself; nothing was saved. Are they in a paper that the page names? Open that one and save them there.',
    open: 'Open',
    openReader: 'Open in the reader',
    stopReading: 'Stop reading {name}',
    close: 'Close the message about {name}',
    progress: 'Progress of {name}',
  },
)
