import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const read = (text: string) => parseQuestions(linesOfText(text))
const asked = '1\nWaarom is dit zo laat verschenen?\n\n2\nHoeveel mensen werkten eraan?\n\n3\nKunt u de kosten geven?\n'

describe('lists of questions that look like other lists', () => {
  it.each([
    ['an inquiry in the title', 'Lijst van vragen over de Parlementaire\nEnquêtecommissie Fraude en Dienstverlening'],
    ['a survey in the title', 'Lijst van vragen over het rapport\nEnquête mantelzorg 2023'],
    ['a form in the title', 'De commissie heeft de volgende vragen over het\nAangifteformulier erfbelasting'],
    [
      'frequent questions in the title',
      'Vragen van het lid Jansen (VVD) aan de minister over\nVeelgestelde vragen op de website',
    ],
  ])('%s', (_, title) => {
    expect(read(`${title}\n\n${asked}`).map(({ number }) => number)).toEqual(['1', '2', '3'])
  })

  it.each([
    ['an exam', 'Examen VWO 2023 maatschappijwetenschappen'],
    ['a test', 'Kennis van de Nederlandse maatschappij – oefentoets'],
    ['a survey', 'Vragenlijst medewerkers Rijk 2023'],
    ['a work programme', 'Werkprogramma Algemene Rekenkamer 2024'],
    ['an agenda', 'Agenda procedurevergadering commissie voor Financiën\nOnderwerp: inbreng feitelijke vragen'],
  ])('%s is none', (_, title) => {
    expect(read(`${title}\n\n${asked}`)).toEqual([])
  })

  it('an exam with headings is none, unless it is answered', () => {
    const headed = asked.replace(/^(\d)$/gm, 'Vraag $1')
    expect(read(`Oefentoets staatsinrichting\n\n${headed}`)).toEqual([])
    const answered = headed.replace(/\?\n/g, '?\n\nAntwoord\nDat is zo.\n')
    expect(read(`Vragen over de eindtoets\n\n${answered}`)).toHaveLength(3)
  })

  it('points behind what each is worth are none', () => {
    expect(read(`Opgave 1\n\n${asked.replace(/^(\d)$/gm, '2p\n$1')}`)).toEqual([])
  })

  it.each([
    ['a survey', 'Lijst van vragen over de\nVragenlijst medewerkers Rijk 2023'],
    ['a work programme', 'Lijst van vragen van de commissie over het\nWerkprogramma Algemene Rekenkamer 2024'],
  ])('questions about %s are some', (_, title) => {
    expect(read(`${title}\n\n${asked}`)).toHaveLength(3)
  })

  it('what an office answers to the public is none', () => {
    expect(read(`Veelgestelde vragen over de sluis\n\n${asked}`)).toEqual([])
    expect(read(`Enquête mantelzorg\n\n${asked}`)).toEqual([])
  })

  it('a faction between the number and «De leden van» is who asks, no chapter', () => {
    const items = ['VVD', 'D66', 'SP'].map(
      (party, index) =>
        `${index + 1}\n${party}\nDe leden van de ${party}-fractie vragen wat zaak ${index + 1} kost?\nDat kost ${index + 4} euro.\n`,
    )
    expect(read(items.join('\n')).map(({ number, answer }) => [number, answer])).toEqual([
      ['1', 'Dat kost 4 euro.'],
      ['2', 'Dat kost 5 euro.'],
      ['3', 'Dat kost 6 euro.'],
    ])
  })
})

const put = asked.replace('Waarom is dit zo laat verschenen', 'Waarom heeft u dit zo laat aan de Kamer gezonden')

describe('real lists of questions that speak of exams, surveys and programmes', () => {
  it('words of a sentence that a line’s end broke name no paper', () => {
    const head =
      'In de bijlage vindt u wat mijn ministerie weet over de\nvragenlijst onder schippers en over het\nwerkprogramma'
    expect(read(`${head} van de inspectie.\n\n${put}`)).toHaveLength(3)
  })

  it.each([
    'vragenlijst uitgezet onder de schippers',
    'eindtoets voor schippers ingevoerd',
    'inburgeringsexamen afgeschaft',
  ])('nor those of the last answer: «%s»', (words) => {
    const text = `Antwoorden op de vragen van de commissie\n\n${put}\nDe inspectie heeft in het voorjaar een\n${words}.\n`
    expect(read(text)).toHaveLength(3)
  })

  it('nor those of the last question, under headings without answers', () => {
    const headed = asked
      .replace(/^(\d)$/gm, 'Vraag $1')
      .replace('de kosten geven?', 'de kosten geven van de\neindtoets voor schippers?')
    expect(read(headed)).toHaveLength(3)
  })

  it.each([
    'Vragenlijst van de vaste commissie voor Financiën',
    'Vragenlijst ontwerpbegroting Infrastructuur 2024',
    'Vragenlijst ten behoeve van het schriftelijk overleg',
    'Vragenlijst',
    'Werkprogramma Algemene Rekenkamer 2024\nLijst van vragen en antwoorden',
    'Jaarplan Inspectie 2024: vragen en antwoorden',
    'Betreft: Inburgeringsexamen buitenland',
  ])('«%s»', (title) => {
    expect(read(`${title}\n\n${put}`)).toHaveLength(3)
  })

  it('a survey is told by the thanks below it', () => {
    expect(read(`${put}\nBedankt voor het invullen!\n`)).toEqual([])
  })
})

describe('articles in a text that has lost its lines', () => {
  const answer = 'Dat is geregeld. Artikel 10 Grondwet en artikel 2 EVRM beschermen het huisrecht van burgers.'

  it('are words of an answer under headings', () => {
    const text = `Vraag 1 Hoe is dit geregeld? Antwoord 1 ${answer} Vraag 2 Waarom is er geen toezicht? Antwoord 2 Dat is er wel. Vraag 3 Klopt het dat de kosten stijgen? Antwoord 3 Ja, met 12 procent.`
    expect(read(text).map((one) => one.answer)).toEqual([answer, 'Dat is er wel.', 'Ja, met 12 procent.'])
  })

  it('are words of an answer before a bare number', () => {
    const text = `Lijst van vragen en antwoorden Vastgesteld 3 mei 2023 1 Hoe is dit geregeld? ${answer} 2 Waarom is er geen toezicht? Dat is er wel. 3 Klopt het dat de kosten stijgen? Ja, met 12 procent.`
    expect(read(text).map((one) => one.answer)).toEqual([answer, 'Dat is er wel.', 'Ja, met 12 procent.'])
  })

  it('head the questions behind them in a list over a budget', () => {
    const text =
      'Lijst van vragen en antwoorden Vastgesteld 3 mei 2023 1 Hoe is dit geregeld? In de wet. Artikel 3 Langdurige zorg 2 Waarom is er geen toezicht? Dat is er wel. 3 Klopt het dat de kosten stijgen? Ja, met 12 procent. 4 Wat gaat u doen? Niets. Artikel 4 Onderwijs 5 Kunt u de kosten geven? Die zijn 12 euro.'
    expect(read(text).map((one) => one.answer)).toEqual([
      'In de wet.',
      'Dat is er wel.',
      'Ja, met 12 procent.',
      'Niets.',
      'Die zijn 12 euro.',
    ])
  })
})

describe('one answer to all questions', () => {
  const asked = '1\nKlopt het?\n\n2\nWaarom is dat zo?\n\n3\nWanneer komt het?\n\nAntwoord\n\n'

  it('does not end at the number of a note below it', () => {
    const [first, , last] = read(`${asked}Ja, zie de brief.\n\n1 Kamerstukken 36 200, nr. 4\n`)
    expect(first?.answer).toBe('')
    expect(last?.answer).toMatch(/^Ja, zie de brief\./)
  })

  it('is none where each question’s number stands before its own', () => {
    const records = read(
      `${asked}Antwoord van de minister\n\n1 Ja, dat klopt.\n\n2 en 3 Omdat het zo is. Het komt in mei.\n`,
    )
    expect(records.map(({ answer }) => answer)).toEqual([
      'Ja, dat klopt.',
      'Omdat het zo is. Het komt in mei.',
      'Omdat het zo is. Het komt in mei.',
    ])
  })
})

it('an answer that is an office is not doubted', () => {
  const records = read(
    'Vraag 1\nKlopt het?\nAntwoord 1\nJa.\nVraag 2\nWie voert het uit?\nAntwoord 2\nDirectie Toeslagen\n',
  )
  expect(records.map(({ doubts }) => doubts)).toEqual([[], []])
})

it('a survey in text without lines, whose boxes stand behind its questions, is no list', () => {
  const items = ['sluis', 'brug', 'kade', 'steiger'].map(
    (one, index) => `${index + 1}. Wat vindt u van de ${one} in uw gemeente? ☐ goed ☐ slecht ☐ weet niet`,
  )
  const survey = `Pagina 1 van 1 Onderzoek onder bewoners Vult u dit formulier in vóór 1 juni? ${items.join(' ')}`
  expect(parseQuestions(linesOfText(survey))).toEqual([])
})
