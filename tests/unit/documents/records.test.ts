import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { eightTimes, growthOf, tooMuch } from '../../cpu-time.ts'

const read = (text: string) => parseQuestions(linesOfText(text))
const numbersOf = (text: string) => read(text).map(({ number }) => number)

describe('joint headings', () => {
  const text = `Vraag 1
Klopt dit?
Antwoord 1
Ja.
Vraag 2 en 3
Waarom is dat zo?

Sinds wanneer?
Antwoord 2 en 3
Sinds 2020, vanwege de wet.
Vraag 4
En nu?
Vraag 5
En straks?
Antwoord op vragen 4 en 5
Dat wordt bezien.
Vraag 6 t/m 8
Eén vraag voor drie nummers?
Antwoord 6-8
Zie het antwoord op vraag 4.`

  it('give one record a number, each with the joint answer', () => {
    expect(
      read(text).map(({ number, question, answer, answeredWith }) => [number, question, answer, answeredWith]),
    ).toEqual([
      ['1', 'Klopt dit?', 'Ja.', []],
      ['2', 'Waarom is dat zo?', 'Sinds 2020, vanwege de wet.', ['2', '3']],
      ['3', 'Sinds wanneer?', 'Sinds 2020, vanwege de wet.', ['2', '3']],
      ['4', 'En nu?', 'Dat wordt bezien.', ['4', '5']],
      ['5', 'En straks?', 'Dat wordt bezien.', ['4', '5']],
      ['6', 'Eén vraag voor drie nummers?', 'Zie het antwoord op vraag 4.', ['6', '7', '8']],
      ['7', 'Eén vraag voor drie nummers?', 'Zie het antwoord op vraag 4.', ['6', '7', '8']],
      ['8', 'Eén vraag voor drie nummers?', 'Zie het antwoord op vraag 4.', ['6', '7', '8']],
    ])
  })

  it('say so where the words of the questions cannot be told apart', () => {
    const doubtful = read(text).filter(({ doubts }) => doubts.includes('doubtful-split'))
    expect(doubtful.map(({ number }) => number)).toEqual(['6', '7', '8'])
  })
})

describe('answers that only point elsewhere', () => {
  it.each([
    ['Zie het antwoord op vraag 4.', '4'],
    ['Zie antwoord vraag 12a', '12a'],
    ['Voor het antwoord op deze vraag verwijs ik u naar het antwoord op vraag 3.', '3'],
    ['Hiervoor wordt verwezen naar de antwoorden op de vragen 7 en 8.', '7'],
    ['Zie het antwoord op vraag 4. Daarnaast geldt dat de middelen al zijn uitgegeven.', null],
    ['Nee.', null],
  ])('%s', (answer, number) => {
    expect(read(`Vraag 1\nKlopt dit?\nAntwoord 1\n${answer}`)[0]?.pointsTo).toBe(number)
  })
})

describe('numbers that are no question numbers', () => {
  it('lists, amounts, years and dates inside answers start nothing', () => {
    const text = `1
Welke maatregelen neemt u? Zo nee, waarom niet?

Er zijn drie maatregelen:
1. De vergunning wordt uitgebreid.
2. De controle wordt strenger.
3. De boete gaat omhoog naar
2500 euro.
2
Wanneer gaan die in?

Per
1 juli 2025. In 2026 volgt een evaluatie.
12 gemeenten doen mee.
3
Wat kosten ze?

In totaal 4,5 miljoen euro.`
    expect(numbersOf(text)).toEqual(['1', '2', '3'])
    expect(read(text)[0]?.answer).toBe(
      'Er zijn drie maatregelen:\n1. De vergunning wordt uitgebreid.\n2. De controle wordt strenger.\n3. De boete gaat omhoog naar 2500 euro.',
    )
  })

  it('gaps and repeated numbers are kept and marked', () => {
    const text = ['1', '2', '4', '4', '5']
      .map((number) => `Vraag ${number}\nWat is ${number}?\nAntwoord ${number}\nDat.`)
      .join('\n')
    expect(read(text).map(({ number, doubts }) => [number, doubts])).toEqual([
      ['1', []],
      ['2', []],
      ['4', ['number-gap']],
      ['4', ['repeated-number']],
      ['5', []],
    ])
  })

  it('sub-questions are questions', () => {
    const text = ['1', '2', '2a', '2b', '3']
      .map((number) => `${number}. Wat is er met ${number}?\nDaar is niets mee.`)
      .join('\n\n')
    expect(numbersOf(text)).toEqual(['1', '2', '2a', '2b', '3'])
  })
})

describe('paragraphs', () => {
  const answered = (answer: string) => read(`Vraag 1\nKlopt dit?\nAntwoord 1\n${answer}`)[0]?.answer

  it.each([
    ['a broken word is joined', 'Dat is een beleids-\nmaatregel die geldt.', 'Dat is een beleidsmaatregel die geldt.'],
    ['a hyphen that the writer set stays', 'Er is een podcast-\nserie gemaakt.', 'Er is een podcast-serie gemaakt.'],
    ['a hyphen before «en» stays, with its blank', 'De onder-\nen bovengrens.', 'De onder- en bovengrens.'],
    [
      'a hyphen before a capital or digit stays',
      'De COVID-\n19-crisis en Noord-\nHolland.',
      'De COVID-19-crisis en Noord-Holland.',
    ],
    [
      'the document’s own spelling decides',
      'De zij-instroom groeit. Ook deze zij-\ninstroom.',
      'De zij-instroom groeit. Ook deze zij-instroom.',
    ],
    ['a soft hyphen goes', 'De maat\u00ad\nregel geldt.', 'De maatregel geldt.'],
    ['double blanks are one', 'Ja,  dat   klopt.', 'Ja, dat klopt.'],
    [
      'a list keeps its lines',
      'Het gaat om:\n- de sluis;\n- de brug\nover de vaart.',
      'Het gaat om:\n- de sluis;\n- de brug over de vaart.',
    ],
  ])('%s', (_, text, expected) => {
    expect(answered(text)).toBe(expected)
  })

  it.each([
    ['uit-\ngegaan', 'uitgegaan'],
    ['zorgver-\nzekeraars', 'zorgverzekeraars'],
    ['proef-\ntraject', 'proef-traject'],
  ])('in a document that breaks no words %j is %s', (broken, whole) => {
    const others = Array.from({ length: 90 }, (_, index) => `Dit is regel ${index} van een lang antwoord.`).join('\n')
    expect(answered(`${others}\nHet gaat om ${broken} en niets anders.`)).toContain(`om ${whole} en`)
  })

  it('a line that ends a sentence with room to spare ends a paragraph', () => {
    const full = 'Het ministerie heeft in dit jaar opnieuw gekeken naar de verdeling van het geld'
    expect(
      answered(
        `${full}\nover de regio’s.\nDaarna is besloten om de verdeling aan te passen en de regio’s te horen,\nwat is gebeurd.`,
      ),
    ).toBe(
      `${full} over de regio’s.\n\nDaarna is besloten om de verdeling aan te passen en de regio’s te horen, wat is gebeurd.`,
    )
  })
})

it('answers of a word are answers, where some say «Ja» or «Nee»', () => {
  const told = ['Ja.', 'Zie vraag 1.', 'Nee.', 'In 2025.']
  const text = told.map(
    (answer, index) => `${index + 1}\nKlopt het dat de sluis bij Almen al jaren niet open kan?\n\n${answer}`,
  )
  expect(parseQuestions(linesOfText(text.join('\n\n'))).map(({ answer }) => answer)).toEqual(told)
})

describe('speed', () => {
  const document = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `${index + 1} Wat is er met zaak ${index + 1}? 2023D${String(10000 + index)} 216\n\n${'Daar is niets mee aan de hand, zo blijkt uit onderzoek.\n'.repeat(8)}`,
    ).join('\n')
  const growthFrom = (small: string, large: string) => growthOf(parseQuestions, linesOfText(small), linesOfText(large))

  const room = (blanks: number) => ' '.repeat(blanks)

  it('eight times the text takes about eight times as long', () => {
    expect(growthFrom(document(250), document(2_000))).toBeLessThan(tooMuch)
  })

  it.each<[string, (times: number) => string]>([
    ['digits', (times) => '12345 '.repeat(12_500 * times)],
    ['numbers on lines', (times) => '1\n'.repeat(5_000 * times)],
    ['rising numbers', (times) => Array.from({ length: 1_250 * times }, (_, index) => `${index} Wat?`).join('\n')],
    ['headings', (times) => 'Vraag 1, '.repeat(6_250 * times)],
    ['headings with much room', (times) => `Vraag${room(250 * times)}x\nVraag 1,${room(250 * times)}x\n`.repeat(50)],
    [
      'feet of pages',
      (times) => `${'h-'.repeat(125 * times)}\n${'kst-'.repeat(63 * times)}\n${'. – '.repeat(63 * times)}\n`.repeat(40),
    ],
    [
      'many feet of pages',
      (times) => `${'h-'.repeat(1_000)}\n${'kst-'.repeat(500)}\n${'. – '.repeat(500)}\n`.repeat(5 * times),
    ],
    ['broken codes', (times) => '2023D1 9 1 5 '.repeat(2_500 * times)],
    [
      'numbers in lists',
      (times) => `Questions ${Array.from({ length: 60 }, (_, index) => index).join(', ')} x\n`.repeat(250 * times),
    ],
    ['question marks', (times) => '1 A? '.repeat(2_500 * times)],
    ['one number without an end', (times) => '1'.repeat(25_000 * times)],
    ['blanks within a line', (times) => `216 Wat is${room(5_000 * times)}dit\n${'Ja.\n'.repeat(250 * times)}`],
    ['marks of notes alone on their lines', (times) => 'Ja.1    1   Pagina 1 van 2 '.repeat(1_500 * times)],
    ['cells of a line without an end', (times) => `1   Wat is${'   woord'.repeat(1_875 * times)}`],
    [
      'cells of one line among others',
      (times) => `${'einde\n\n'.repeat(50 * times)}1   Wat is${'   woord'.repeat(1_875 * times)}`,
    ],
  ])('hostile text is read in time that grows with its length alone: %s', (_, text) => {
    expect(growthFrom(text(1), text(eightTimes))).toBeLessThan(tooMuch)
  })
})

describe('a number or heading that is printed twice', () => {
  const asked = ['Wie beheert de kade?', 'Wat kost een steiger?', 'Wanneer komt het plan?', 'Hoeveel kaden zijn er?']
  const joint = 'Antwoord op vragen 2 en 3\nDat verschilt per plaats, en het plan volgt in mei.'

  it('a joint answer that stands again below each of its questions is one, though its lines are broken otherwise', () => {
    const again = joint.replace(' plaats', '\nplaats')
    const text = `Vraag 1\n${asked[0]}\nAntwoord 1\nDe gemeente.\nVraag 2\n${asked[1]}\nAntwoord 2\n${joint}\nVraag 3\n${asked[2]}\nAntwoord 3\n${again}`
    const [, second, third] = read(text)
    const answer = 'Dat verschilt per plaats, en het plan volgt in mei.'
    expect([second, third].map((one) => [one?.answer, one?.answeredWith, one?.doubts])).toEqual([
      [answer, ['2', '3'], []],
      [answer, ['2', '3'], []],
    ])
  })

  it('two answers under headings that name one question are doubted', () => {
    const text = `Vraag 1\n${asked[0]}\nAntwoord 1\nDe gemeente.\nVraag 2\n${asked[1]}\nAntwoord 1\nDat verschilt per plaats.`
    expect(read(text)[0]?.doubts).toEqual(['doubtful-split'])
  })

  it('both questions are kept, the second doubted; what does not ask between them is none', () => {
    const list = (numbers: readonly number[]) =>
      ['Vragen van het lid Bos (SP)', ...asked.map((one, at) => `${numbers[at]}. ${one}`)].join('\n\n')
    expect(read(list([1, 2, 2, 3])).map(({ number, question, doubts }) => [number, question, doubts])).toEqual([
      ['1', asked[0], []],
      ['2', asked[1], []],
      ['2', asked[2], ['repeated-number']],
      ['3', asked[3], []],
    ])
    expect(numbersOf(list([1, 1, 2, 3]))).toEqual(['1', '1', '2', '3'])
    const told = list([1, 2, 2, 3]).replace(asked[1] ?? '', 'Dat doet de gemeente.')
    expect(numbersOf(told)).toEqual(['1', '2', '3'])
  })
})

it('a number alone in its block before a question that ends with a stop is no mark of the note with that number', () => {
  const text =
    'Vragen van het lid Bos (SP)\n\n1\n\nKent u het bericht?1\n\n2\n\nWanneer kan de Kamer het plan verwachten.2\n\n3\n\nWie beheert de kade?\n\n1 NOS, 3 mei 2024, «Kade dicht»\n\n2 Kamerstuk 35 100, nr. 4'
  expect(read(text).map(({ number, footnotes }) => [number, footnotes.length])).toEqual([
    ['1', 1],
    ['2', 1],
    ['3', 0],
  ])
})
