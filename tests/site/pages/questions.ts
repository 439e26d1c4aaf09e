/** A question of the stand-in's lists: the pages are made from these, and the tests compare with them. */
export interface SiteQuestion {
  readonly number: string
  readonly question: string
  readonly answer: readonly string[]
}

/** kst-36360-VIII-5 */
export const listQuestions: readonly SiteQuestion[] = [
  {
    number: '1',
    question: 'Hoeveel scholen hebben in 2022 een plan voor het behoud van leraren gemaakt?',
    answer: ['Eind 2022 hadden 412 scholen een plan. Dat zijn er 96 meer dan een jaar eerder.'],
  },
  {
    number: '2',
    question: 'Welke afspraken zijn er gemaakt over de begeleiding van studenten tijdens hun stage?',
    answer: [
      'Met de hogescholen is afgesproken dat iedere student een vaste begeleider krijgt, op school en bij het bedrijf.',
      'De afspraken gelden vanaf het nieuwe studiejaar. Na een jaar wordt bekeken of zij werken.',
    ],
  },
  {
    number: '3',
    question: 'Wat kost de nieuwe regeling voor schoolbibliotheken per jaar, en wie betaalt dat?',
    answer: ['De regeling kost 18 miljoen euro per jaar. Het Rijk betaalt twee derde, de gemeenten betalen de rest.'],
  },
  {
    number: '4',
    question: 'Kunt u aangeven hoe de wachttijd voor een plaats in het speciaal onderwijs zich ontwikkelt?',
    answer: [
      'De wachttijd was in 2021 gemiddeld elf weken en in 2022 negen weken. De cijfers verschillen sterk per regio.',
    ],
  },
  {
    number: '5',
    question: 'In welke regio is de wachttijd voor het speciaal onderwijs het langst?',
    answer: ['Zie het antwoord op vraag 4.'],
  },
  {
    number: '6',
    question: 'Bent u bereid de Kamer voor de zomer te informeren over de uitkomsten van het onderzoek naar stages?',
    answer: ['Ja. De Kamer ontvangt de uitkomsten uiterlijk op 30 juni, samen met een reactie van de minister.'],
  },
]

const subjects = [
  'de bijdrage voor studiereizen',
  'het onderhoud van schoolgebouwen',
  'de begeleiding van startende leraren',
  'de lessen over mediawijsheid',
  'het aantal plaatsen bij de muziekscholen',
  'de huur van gymzalen',
]

/** kst-36360-XVI-9: the length of the longest lists that the Chamber receives. */
export const longListQuestions: readonly SiteQuestion[] = Array.from({ length: 300 }, (_, index) => {
  const number = index + 1
  const subject = subjects[index % subjects.length] ?? ''
  return {
    number: String(number),
    question: `Hoe heeft ${subject} zich in de afgelopen vier jaar ontwikkeld, en wat is daarvan de reden?`,
    answer: [
      `In het eerste jaar ging het om ${number * 7} gevallen, in het laatste om ${number * 9}.`,
      `De belangrijkste reden is dat meer gemeenten meedoen aan ${subject}.`,
    ],
  }
})
