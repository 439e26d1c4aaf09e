import { messages } from './i18n.ts'

export const welcomeMessages = messages(
  'welcome',
  {
    title: 'Welkom bij Kamerlens',
    lead: 'Stukken van het Nederlandse parlement worden genoemd met een code of een verwijzing. Kamerlens herkent die terwijl u leest, laat zien om welk stuk, welke vraag en welk antwoord het gaat, en bewaart uw notities.',
    jobs: 'Drie dingen die het voor u doet',
    job1Picture:
      'Een brief waarin codes onderstreept zijn, en onder «Kamerstuk 99 999, nr. 5» een kaartje: het is een lijst van vragen en antwoorden, en zes vragen ervan zijn bewaard.',
    job1: 'Op de pagina',
    job1Text:
      'Codes zoals 2023D19158 en verwijzingen als «Kamerstuk 36\u00a0360\u00a0VIII, nr.\u00a05» krijgen een streepje. Wijs er een aan en u ziet wat het is, en wat u ervan bewaart. Aan de pagina zelf verandert niets.',
    job2Picture:
      'Het venster van Kamerlens: in het zoekveld staat «2099d00 103», en daaronder vraag 3 met het antwoord.',
    job2: 'Opzoeken',
    job2Text:
      'Open Kamerlens in de werkbalk: alle codes van de pagina staan onder elkaar, en het zoekveld begrijpt elke schrijfwijze, ook een geplakt adres. Een PDF leest u in Kamerlens met de vragen ernaast.',
    job3Picture: 'De bibliotheek: vraag 3, en daaronder een notitie erbij.',
    job3: 'Notities',
    job3Text:
      'Een notitie hoort bij een document of vraag en niet bij een adres: u ziet die terug op elke pagina die het stuk noemt. Wat u typt wordt meteen bewaard.',
    may: 'Wat Kamerlens mag zien, en waarom',
    mayLead:
      'Alleen deze sites. Op andere sites doet Kamerlens niets, tenzij u erom vraagt: één keer, of altijd op die site. In het venster van Kamerlens zet u het ook uit, per site of overal.',
    privacy: 'Alles blijft op dit apparaat',
    privacyText:
      'Kamerlens verstuurt niets over u: geen statistieken, geen account, geen server van ons. Bij het openen of doorbladeren van een pagina wordt niets opgevraagd; Kamerlens vraagt de officiële dienst alleen naar wat u aanwijst, opent, opzoekt, laat lezen of volgt. Verwijdert u Kamerlens, dan verdwijnen ook uw notities: exporteer ze eerst in de bibliotheek.',
    try: 'Probeer het op een voorbeeld',
    tryText: 'Het voorbeeld komt met Kamerlens mee en werkt ook zonder internet. Met één klik is het weer opgeruimd.',
    hidden: 'Het pictogram van Kamerlens staat nog niet in de werkbalk.',
    pin: 'Klik daar op het puzzelstukje en maak Kamerlens vast, dan is het altijd één klik ver.',
    pinFirefox: 'Klik daar op het puzzelstukje, dan op het tandwiel naast Kamerlens, en maak het vast aan de werkbalk.',
    orKey: 'Of druk op',
    official: 'Of begin meteen op de officiële site',
    library: 'Open bibliotheek',
    options: 'Instellingen',
  },
  {
    title: 'Welcome to Kamerlens',
    lead: 'Papers of the Dutch parliament are named by a code or a citation. Kamerlens recognises these while you read, shows which paper, question and answer they stand for, and keeps your notes.',
    jobs: 'Three things it does for you',
    job1Picture:
      'A letter with codes underlined, and a card under “Kamerstuk 99 999, nr. 5”: it is a list of questions and answers, and six of its questions are saved.',
    job1: 'On the page',
    job1Text:
      'Codes such as 2023D19158 and citations like “Kamerstuk 36\u00a0360\u00a0VIII, nr.\u00a05” get an underline. Point at one and you see what it is, and what you have saved about it. The page itself is not changed.',
    job2Picture:
      'The Kamerlens window: the search field holds “2099d00 103”, and below it stands question 3 with its answer.',
    job2: 'Looking up',
    job2Text:
      'Open Kamerlens in the toolbar: all codes of the page in one list, and a search field that understands every way of writing them, even a pasted address. PDFs can be read in Kamerlens, with their questions beside them.',
    job3Picture: 'The library: question 3, and below it a note on it.',
    job3: 'Notes',
    job3Text:
      'A note belongs to a document or question and not to an address: you see it again on every page that names the paper. What you type is saved at once.',
    may: 'What Kamerlens may see, and why',
    mayLead:
      'These sites only. On any other site Kamerlens does nothing, unless you ask it to: once, or always on that site. You can also switch it off in the Kamerlens window, for one site or everywhere.',
    privacy: 'Everything stays on this device',
    privacyText:
      'Kamerlens sends nothing about you: no statistics, no account, no server of ours. Opening or scrolling a page makes no request at all; Kamerlens asks the official service only for what you point at, open, look up, have it read, or follow. If you remove Kamerlens, your notes go too: export them in the library first.',
    try: 'Try it on an example',
    tryText: 'The example comes with Kamerlens and also works without the internet. One click removes it again.',
    hidden: 'The Kamerlens icon is not in the toolbar yet.',
    pin: 'Click the puzzle piece there and pin Kamerlens: it is then always one click away.',
    pinFirefox: 'Click the puzzle piece there, then the gear beside Kamerlens, and pin it to the toolbar.',
    orKey: 'Or press',
    official: 'Or start on the official site right away',
    library: 'Open library',
    options: 'Settings',
  },
)
