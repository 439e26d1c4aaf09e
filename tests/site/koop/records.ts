/** What the stand-in for KOOP has: the metadata of publications in the recorded shape, all of it made up. */
export interface PublicationRecord {
  /** As KOOP writes it: some Senate papers have small letters. */
  readonly id: string
  /** Names with their vocabulary, as `metadata.xml` has them; a name may have several values. */
  readonly statements: readonly (readonly [name: string, content: string, scheme?: string])[]
}

const secondChamber = ['DC.creator', 'Tweede Kamer der Staten-Generaal', 'OVERHEID.StatenGeneraal'] as const
const senate = ['DC.creator', 'Eerste Kamer der Staten-Generaal', 'OVERHEID.StatenGeneraal'] as const
const session = ['OVERHEIDop.vergaderjaar', '2022-2023'] as const

export const publicationRecords: readonly PublicationRecord[] = [
  {
    id: 'kv-tk-2023Z08012',
    statements: [
      ['DC.identifier', 'kv-tk-2023Z08012', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Vragen over gelijke kansen bij het zoeken van een stage'],
      ['DC.type', 'Kamervragen zonder antwoord', 'OVERHEIDop.Parlementair'],
      secondChamber,
      session,
      ['OVERHEIDop.vraagnummer', '2023Z08012'],
      ['OVERHEIDop.indiener', 'F. van Zuilen'],
      ['OVERHEIDop.ontvanger', 'minister van Onderwijs, Cultuur en Wetenschap'],
      ['OVERHEIDop.datumIndiening', '2023-05-03'],
      ['OVERHEIDop.aanhangsel', '2345'],
    ],
  },
  {
    id: 'ah-tk-20222023-2345',
    statements: [
      ['DC.identifier', 'ah-tk-20222023-2345', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Antwoord op vragen over gelijke kansen bij het zoeken van een stage'],
      ['DC.type', 'Antwoord', 'OVERHEIDop.Parlementair'],
      secondChamber,
      session,
      ['OVERHEIDop.vraagnummer', '2023Z08012'],
      ['OVERHEIDop.indiener', 'F. van Zuilen'],
      ['OVERHEIDop.datumIndiening', '2023-05-03'],
      ['OVERHEIDop.datumOntvangst', '2023-05-22'],
    ],
  },
  {
    // An answer whose question is known by the publication alone.
    id: 'ah-tk-20222023-2401',
    statements: [
      ['DC.identifier', 'ah-tk-20222023-2401', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Antwoord op vragen over het onderhoud van schoolgebouwen'],
      ['DC.type', 'Antwoord', 'OVERHEIDop.Parlementair'],
      secondChamber,
      session,
      ['OVERHEIDop.vraagnummer', '2023Z07777'],
      ['OVERHEIDop.datumOntvangst', '2023-05-25'],
    ],
  },
  {
    id: 'kst-36360-VIII-5',
    statements: [
      ['DC.identifier', 'kst-36360-VIII-5', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Jaarverslag OCW 2022; Lijst van vragen en antwoorden'],
      ['DC.type', 'Kamerstuk', 'OVERHEIDop.Parlementair'],
      ['DC.type', 'Lijst van vragen en antwoorden', 'OVERHEIDop.KamerstukTypen'],
      secondChamber,
      session,
      ['OVERHEIDop.dossiernummer', '36360-VIII'],
      ['OVERHEIDop.ondernummer', '5'],
      ['DCTERMS.issued', '2023-05-23'],
    ],
  },
  {
    id: 'kst-36360-B',
    statements: [
      ['DC.identifier', 'kst-36360-B', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Financieel jaarverslag van het Rijk 2022; Brief van de minister'],
      ['OVERHEIDop.documenttitel', 'Brief van de minister over de nationale schuld'],
      ['DC.type', 'Kamerstuk', 'OVERHEIDop.Parlementair'],
      ['DC.type', 'Brief', 'OVERHEIDop.KamerstukTypen'],
      senate,
      session,
      ['OVERHEIDop.dossiernummer', '36360'],
      ['DCTERMS.issued', '2023-06-20'],
    ],
  },
  {
    id: 'kst-cxxiv-g',
    statements: [
      ['DC.identifier', 'kst-cxxiv-g', 'OVERHEIDop.ParlID'],
      ['DC.title', 'Toezeggingen; Brief van de minister'],
      ['DC.type', 'Kamerstuk', 'OVERHEIDop.Parlementair'],
      senate,
      session,
      ['OVERHEIDop.dossiernummer', 'CXXIV'],
      ['DCTERMS.issued', '2023-04-04'],
    ],
  },
  {
    id: 'stcrt-2023-4711',
    statements: [
      ['DC.identifier', 'stcrt-2023-4711', 'OVERHEIDop.StcrtID'],
      ['DC.title', 'Besluit over de subsidie voor stageplaatsen'],
      ['DC.type', 'Besluiten van algemene strekking', 'OVERHEIDop.Staatscourant'],
      ['DC.creator', 'Ministerie van Onderwijs, Cultuur en Wetenschap', 'OVERHEID.Ministerie'],
      ['DCTERMS.issued', '2023-02-14'],
    ],
  },
]
