import { lookup } from '#utils/database/lookup/lookup.ts'
import { type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import type { DocumentRow, LookupRow, QuestionRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { randomFrom } from '../random.ts'

/**
 * What is kept for measuring look-ups: half of it written questions, each with its answer, which is kept too; of each the
 * document and what the services said. Texts are of the length of real ones.
 */

const at = '2023-06-01T09:00:00.000Z'
const never = '2093-06-01T09:00:00.000Z'
const digits = (pair: number) => String(pair).padStart(5, '0')
const guid = (number: number) => `5ca1ab1e-0001-4000-8000-${String(number).padStart(12, '0')}`

/** Names of the questions and of the answer of a pair; the answer is a paper of a dossier besides, of some twenty in each. */
const questionNames = (pair: number) => [`2021D${digits(pair)}`, `kv-tk-2021Z${digits(pair)}`, guid(2 * pair)]
const answerNames = (pair: number) => [
  `2022D${digits(pair)}`,
  `ah-tk-20212022-${pair + 1}`,
  guid(2 * pair + 1),
  `kst-${33_000 + (pair % 2_500)}-${2 + Math.floor(pair / 2_500)}`,
]

const subject = 'de begeleiding van studenten tijdens hun stage, de wachttijden en de meldingen daarover'

function record(
  names: readonly string[],
  other: readonly string[],
  type: 'written-questions' | 'answers',
): OfficialDocument {
  const kind = type === 'answers' ? 'Antwoord schriftelijke vragen' : 'Schriftelijke vragen'
  const asked = { name: 'F. van Zuilen', party: 'LKP' }
  const answers = { name: 'J. van der Laken', function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }
  const from = `https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document(${names[2]})`
  const facts = ['kind', 'type', 'title', 'subject', 'date', 'askedBy', 'askedOf', 'zaken', 'related', 'file'] as const
  return {
    ...nothingOf('document', names[0] ?? ''),
    aliases: names,
    kind,
    type,
    chamber: 'Tweede Kamer',
    subject: `${kind} over ${subject}`,
    date: '2022-05-22',
    session: '2021-2022',
    askedBy: [asked],
    askedOf: [answers],
    answeredBy: type === 'answers' ? [answers] : [],
    zaken: [
      { id: '2021Z00001', kind, subject, status: 'Vrijgegeven', startedOn: '2022-05-03', term: null, settled: true },
    ],
    related: [
      {
        aliases: other,
        by: 'zaak',
        kind: null,
        type: type === 'answers' ? 'written-questions' : 'answers',
        title: subject,
        date: '2022-05-22',
      },
    ],
    file: {
      url: `https://www.tweedekamer.nl/downloads/document?id=${names[0]}`,
      contentType: 'application/pdf',
      size: 48_213,
    },
    links: names.slice(0, 2).flatMap((name) => codeOf(name)?.url ?? []),
    provenance: facts.map((fact) => ({ fact, from, at })),
  }
}

function documentOf(names: readonly string[]): DocumentRow {
  const [id = ''] = names
  const title = `Vragen en antwoorden over ${subject}`
  const links = [{ rel: 'publication', url: codeOf(names[1] ?? '')?.url ?? '' }] as const
  const provenance = [{ fact: 'questions', from: links[0].url, at }]
  return {
    id,
    kind: 'document',
    title,
    aliases: names,
    date: '2022-05-22',
    links,
    provenance,
    createdAt: at,
    updatedAt: at,
  }
}

function questionsOf(list: string): QuestionRow[] {
  return ['1', '2'].map((number, order) => ({
    list,
    order,
    number,
    code: null,
    page: null,
    ownPage: 1,
    question: `Kunt u aangeven hoe ${subject} zich in de afgelopen vier jaar ontwikkelden, en wat daarvan de reden is?`,
    answer: `Opleidingen meldden 214 gevallen. ${`Het beeld verschilt per regio, ook waar het gaat om ${subject}. `.repeat(4)}`,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
    complete: true,
    doubts: [],
  }))
}

function lookupOf(names: readonly string[], document: OfficialDocument): LookupRow {
  return { id: names[0] ?? '', aliases: names, document, askedAt: at, expiresAt: never, failed: [] }
}

/** Keeps so many documents, half of them questions and half their answers. */
async function fill(db: KamerlensDatabase, documents: number): Promise<void> {
  const step = 1_000
  for (let first = 0; first < documents / 2; first += step) {
    const pairs = Array.from({ length: Math.min(step, documents / 2 - first) }, (_, index) => first + index)
    const papers = pairs.flatMap((pair) => [questionNames(pair), answerNames(pair)])
    await db.documents.bulkPut(papers.map(documentOf))
    await db.questions.bulkPut(papers.flatMap(([id = '']) => questionsOf(id)))
    await db.lookups.bulkPut(
      pairs.flatMap((pair) => {
        const [asked, answer] = [questionNames(pair), answerNames(pair)]
        return [
          lookupOf(asked, record(asked, answer, 'written-questions')),
          lookupOf(answer, record(answer, asked, 'answers')),
        ]
      }),
    )
  }
}

/** Codes that are looked up, by what they are. */
const kinds = {
  'questions, by number': (pair: number) => questionNames(pair)[0],
  'questions, by publication': (pair: number) => questionNames(pair)[1],
  'an answer, by publication': (pair: number) => answerNames(pair)[1],
  'a paper of a dossier': (pair: number) => answerNames(pair)[3],
  'nothing kept': (pair: number) => `2019D${digits(pair)}`,
} as const satisfies Readonly<Record<string, (pair: number) => string | undefined>>

/** The yardstick: what other programs on the machine do slows both down. */
const floor = 'one row, read alone'

/** Milliseconds of each of so many look-ups of a kind, of codes all over what is kept, and of as many bare reads. */
async function measure(db: KamerlensDatabase, documents: number, count: number): Promise<Record<string, number[]>> {
  const roll = randomFrom(20230523)
  const times: Record<string, number[]> = {}
  for (let index = 0; index < count; index += 1) {
    for (const [kind, idOf] of Object.entries(kinds)) {
      const code = codeOf(idOf(Math.floor(roll() * (documents / 2))) ?? '')
      if (code === null) throw new Error('no code')
      const bare = performance.now()
      await db.documents.get(code.id)
      times[floor] = [...(times[floor] ?? []), performance.now() - bare]
      const start = performance.now()
      const found = await lookup(db, code)
      const time = performance.now() - start
      // A look-up that finds nothing is quick, and measures nothing.
      const isWhole = found.document !== null && found.official !== null && found.counterpart?.questions.length === 2
      if (isWhole !== (kind !== 'nothing kept')) throw new Error(`${code.id}: ${JSON.stringify(found).slice(0, 500)}`)
      times[kind] = [...(times[kind] ?? []), time]
    }
  }
  return times
}

/** What the page that measures is asked for; the database is opened anew, so that nothing of it is in memory. */
async function run(documents: number, count: number): Promise<Record<string, number[]>> {
  const filling = openDatabase()
  if ((await filling.documents.count()) < documents) await fill(filling, documents)
  filling.close()
  const db = openDatabase()
  const code = codeOf(questionNames(1)[0] ?? '')
  const start = performance.now()
  if (code !== null) await lookup(db, code)
  const first = performance.now() - start
  const times = await measure(db, documents, count)
  db.close()
  return { 'opening the database and the first': [first], ...times }
}

Object.assign(globalThis, { run })
