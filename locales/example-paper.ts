/**
 * The paper to try Kamerlens on. In Dutch alone, as all papers of parliament are; what is in it is made up, and its codes
 * are those of `utils/references/ids/example.ts`.
 */
export const examplePaper = {
  id: 'kst-99999-5',
  title: 'Voorbeeld: lijst van vragen en antwoorden over Bibliotheek dichtbij',
  mark: 'Voorbeeld van Kamerlens · dit stuk bestaat niet',
  letter: {
    dossier: '99 999',
    name: 'Programma Bibliotheek dichtbij',
    title: 'Brief over de voortgang',
    paragraphs: [
      'In deze brief leest u hoe het staat met het programma Bibliotheek dichtbij. Eerder zijn daar zes vragen over beantwoord (Kamerstuk 99 999, nr. 5).',
      'Het aantal gemeenten dat meedoet is sindsdien gegroeid. Het antwoord van toen (2099D00101) noemde er 38, intussen zijn het er 44. Waarom jongeren minder vaak komen, is onderzocht; zie daarvoor 2099D00102 en wat er over de openingstijden is gezegd (2099D00103).',
      'Over de bibliotheekbus in dunbevolkte gebieden (2099D00105) volgt in het najaar een bibliotheekbereikbaarheidsonderzoek.',
    ],
  },
  list: {
    title: 'Lijst van vragen en antwoorden',
    columns: ['Nr', 'Vraag', 'Document', 'Blz.'],
    questions: [
      {
        number: '1',
        code: '2099D00101',
        page: '12',
        question: 'Hoeveel gemeenten doen mee aan het programma Bibliotheek dichtbij?',
        answer: [
          'In het eerste jaar doen 38 gemeenten mee. In 11 daarvan was geen bibliotheek meer.',
          'Elke gemeente die wil, kan zich tot en met het derde jaar aanmelden.',
        ],
      },
      {
        number: '2',
        code: '2099D00102',
        page: '14',
        question: 'Is onderzocht waarom jongeren de bibliotheek minder vaak bezoeken? Zo ja, wat kwam daaruit?',
        answer: [
          'Ja. Onder 1.200 jongeren is gevraagd wat hen tegenhoudt. Het vaakst noemen zij de afstand en de openingstijden, daarna het gebrek aan plekken om rustig te werken.',
          'Van de jongeren die wel komen, komt ruim de helft om te studeren.',
        ],
      },
      {
        number: '3',
        code: '2099D00103',
        page: '14',
        question: 'Krijgen de bibliotheken die meedoen ruimere openingstijden?',
        answer: ['Bij 29 van de 38 bibliotheken is er ten minste één avond bij gekomen. De andere volgen dit jaar.'],
      },
      {
        number: '4',
        code: '2099D00104',
        page: '15',
        question: 'Hoe groot is het deel van de jongeren dat om een rustige werkplek komt?',
        answer: ['Zie het antwoord op vraag 2.'],
      },
      {
        number: '5',
        code: '2099D00105',
        page: '17',
        question: 'Hoe bereikt het programma mensen in dunbevolkte gebieden, waar geen gebouw te vinden is?',
        answer: ['Daar rijdt een bibliotheekbus, twee keer in de week. Of dat genoeg is, wordt nog onderzocht.'],
      },
      {
        number: '6',
        code: '2099D00106',
        page: '21',
        question: 'Wat kost het programma in totaal, en wie betaalt dat?',
        answer: [
          'Het programma kost 24 miljoen euro over vier jaar.',
          'Het Rijk betaalt drie vierde, de gemeenten die meedoen betalen de rest.',
        ],
      },
    ],
  },
} as const
