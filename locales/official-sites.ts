import { messages } from './i18n.ts'

/** What Kamerlens does on each official site. */
export const officialSiteMessages = messages(
  'official-sites',
  {
    'tweedekamer.nl': 'Stukken, debatten en Kamervragen lezen en hun codes herkennen.',
    'eerstekamer.nl': 'Stukken van de Eerste Kamer lezen en hun codes herkennen.',
    'officielebekendmakingen.nl': 'Kamerstukken, Kamervragen en antwoorden lezen.',
    'rijksoverheid.nl': 'Kamerbrieven en antwoorden van ministeries lezen.',
    'open.overheid.nl': 'Openbaar gemaakte stukken lezen.',
    'repository.overheid.nl': 'De officiële bestanden bij een publicatie lezen.',
  },
  {
    'tweedekamer.nl': 'To read papers, debates and questions and recognise their codes.',
    'eerstekamer.nl': 'To read papers of the Senate and recognise their codes.',
    'officielebekendmakingen.nl': 'To read parliamentary papers, questions and answers.',
    'rijksoverheid.nl': 'To read letters and answers of ministries.',
    'open.overheid.nl': 'To read papers made public.',
    'repository.overheid.nl': 'To read the official files of a publication.',
  },
)
