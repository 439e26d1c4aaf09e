import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'

const read = (text: string) => parseQuestions(linesOfText(text)).map(({ number, question }) => [number, question])
const flat = (text: string) => text.replace(/\s+/g, ' ')

const list = (...questions: readonly string[]) => questions.map((text, index) => `${index + 1}. ${text}`).join('\n')
/** Text without lines is told by its length. */
const long =
  'Hoe houdt u de gemeenten, de provincies, de waterschappen en de schippers die daarbij betrokken zijn op de hoogte van de voortgang, van de planning, van de kosten en van de gevolgen die dit alles heeft voor hun inwoners, hun bedrijven en hun werk?'
const ofReader = list(
  'Bent u schipper, havenbedrijf of anders?',
  'Vindt u de voorgestelde bedieningstijden duidelijk? Zo nee, wat kan beter?',
  'Welke kosten verwacht u voor uw bedrijf?',
  long,
)
const ofWriter = list(
  'Varen er meer schepen? Ja, een tiende meer dan in 2019.',
  'Wat is nodig? Ruimte om te wachten.',
  'Wie is aan zet? De provincie.',
  long,
)

describe('what a paper asks of its readers, or its writer asks himself, is no list of a parliament', () => {
  it.each([
    ['what may be asked', `Verslag van de rapporteur\n\nMogelijke vragen aan de minister\n\n${ofReader}\n`],
    [
      'what a committee is given to think about',
      `Sluizen en schippers\n\nWij geven uw Kamer de volgende vragen in overweging:\n\n${ofReader}\n`,
    ],
    [
      'who may react',
      `Wet bediening sluizen\n\nU kunt tot 1 mei reageren. Betrek daarbij deze vragen.\n\n${ofReader}\n`,
    ],
    [
      'what readers are asked to react to',
      `Sluizen en schippers\n\nWij vragen u op deze vragen te reageren:\n\n${ofReader}\n`,
    ],
    ['what a group talks about', `Gespreksleidraad sluizen\n\nWij bespreken de onderstaande vragen.\n\n${ofReader}\n`],
    ['what an office judges by', `Toetsingskader sluizen\n\nBeantwoord de volgende vragen.\n\n${ofReader}\n`],
    [
      'what a reaction takes in',
      `Wet sluizen\n\nWij verzoeken u bij uw reactie de volgende vragen te betrekken.\n\n${ofReader}\n`,
    ],
    [
      'that reactions are published',
      `Wet sluizen: enkele vragen\n\n${ofReader}\n\nUw reactie wordt openbaar, tenzij u bezwaar maakt.\n`,
    ],
    [
      'a consultation by its title',
      `Internetconsultatie Wet sluizen\n\nWij leggen u deze vragen voor.\n\n${ofReader}\n`,
    ],
    [
      'a position paper',
      `Position paper rondetafelgesprek sluizen\n\nDe schippersbond beantwoordt drie vragen.\n\n${ofWriter}\n`,
    ],
    [
      'a citizen’s letter',
      `Geachte Kamerleden,\n\nIk heb een paar vragen over de sluis.\n\n${ofReader}\n\nMet vriendelijke groet,\nJ. Bakker\n`,
    ],
    [
      'an agenda that speaks of a list',
      `Agenda\nOnderwerp: inbreng feitelijke vragen sluizen\n\n${list('Feitelijke vragen kunnen tot 3 mei worden ingediend.', 'De antwoorden worden verwacht op 4 juni.', 'Welke fracties nemen deel? VVD, SP.', long)}\n`,
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
    expect(read(flat(text))).toEqual([])
  })

  const asked = list(
    'Bent u bekend met de internetconsultatie over sluizen?',
    'Hoeveel reacties verwacht u daarop?',
    'Wanneer wordt het wetsvoorstel ingediend?',
    long,
  )
  it.each([
    [
      'members’ questions about a consultation',
      `Vragen van het lid Bakker over «U kunt tot 1 mei reageren» op de internetconsultatie\n\n${asked}\n`,
    ],
    ['a list about a guide', `Toetsingskader sluizen: lijst van vragen en antwoorden\n\n${asked}\n`],
    ['a list about one', `Consultatie sluizen: lijst van vragen en antwoorden\n\n${asked}\n`],
    [
      'a committee that wants a reaction',
      `De commissie ontvangt graag uw reactie op de volgende vragen.\n\n${asked}\n`,
    ],
    [
      'what a committee asks the government to react to',
      `De vaste commissie heeft vragen aan de regering. Wij verzoeken u op de volgende vragen te reageren:\n\n${asked}\n`,
    ],
    [
      'what a committee asked of the writer of a position paper',
      `Position paper rondetafelgesprek sluizen\n\nDe commissie heeft ons de volgende vragen voorgelegd.\n\n${asked}\n`,
    ],
    [
      'a letter to members with what one of them asked',
      `Geachte leden van de Kamer,\n\nHierbij beantwoord ik de vragen van het lid Bakker.\n\n${asked}\n`,
    ],
  ])('%s stay', (_, text) => {
    expect(read(text).map(([number]) => number)).toEqual(['1', '2', '3', '4'])
    expect(read(flat(text)).map(([number]) => number)).toEqual(['1', '2', '3', '4'])
  })

  it('where headings tell that each was answered, the paper is one of questions and answers', () => {
    const text = `Internetconsultatie Wet sluizen\n\nU kunt reageren tot 1 mei.\n\nVraag 1\nWelke kosten verwacht u?\n\nAntwoord 1\nGeen.\n\nVraag 2\nWanneer begint dat?\n\nAntwoord 2\nIn mei.\n`
    expect(read(text).map(([number]) => number)).toEqual(['1', '2'])
  })
})
