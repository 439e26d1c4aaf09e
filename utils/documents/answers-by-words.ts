/** A paragraph or sentence of a column of answers. */
export interface AnswerUnit {
  readonly text: string
  /** The first of its lines, where it has some. */
  readonly line: string
  /** What parts it from the one before: an empty line, a line that was not filled, or nothing but the end of a sentence. */
  readonly border: 'apart' | 'line' | 'sentence'
}

/** More than this is no page of a table. */
const mostUnits = 160
/** Looks at a word. */
const mostWork = 8_000_000
/** Letters by which forms of a word are alike: «gemeente», «gemeentelijk». */
const stemLetters = 6
const shortestWord = 4

/** What an answer begins with, and what goes on in one. */
const opens =
  /^(?:Zie (?:het|ook het|mijn|de) antwoord|Dat klopt|Dat is (?:juist|onjuist|correct|niet)|Nog niet|Hierover|Op dit moment)\b/
const yesOrNo = /^(?:Ja|Nee|Neen)[.,;]/
/** What is answered with yes or no. */
const polar =
  /^(?:\d{1,3}[.)]? )?(?:Acht|Bent|Deelt|Erkent|Gaat|Had|Heeft|Herinnert|Herkent|Is|Kan|Kent|Klopt|Kunnen|Kunt|Onderschrijft|Vindt|Was|Wilt|Ziet|Zijn)\b/
const goesOn =
  /^(?:[•▪–-]|\p{Ll}|\d|(?:Bovendien|Daar(?:bij|door|mee|naast|om|van|voor)|Deze|Dit|Die|Een verklaring|Hier(?:bij|door|mee|op|van|voor)|Het gaat|Ik zal|In (?:mijn|totaal)|Ook|Overigens|Per saldo|Ten (?:eerste|tweede|derde|slotte)|Tevens|Tot (?:slot|op heden)|Van de|Verder|Voor andere|Voorts|Wel|Zij)\b)/u
/** A cell of a table that stands in an answer. */
const isCell = (text: string) => text.length < 40 && !/[.?!:;]$/.test(text)

/** What the paragraphs say, each by its place. */
interface Said {
  /** Beginnings of its words. */
  readonly stems: readonly ReadonlySet<string>[]
  /** How likely an answer begins with it. */
  readonly begins: readonly number[]
  readonly answersYes: readonly boolean[]
}

/** A question, and by each of its words how many questions have it: the more do, the less it tells. */
interface Asked {
  readonly isPolar: boolean
  readonly sharing: ReadonlyMap<string, number>
}

/** How well the first questions fit the first paragraphs, by the number of these, and where the last question's answer begins then. */
interface Fitting {
  readonly scores: readonly number[]
  readonly starts: readonly number[]
}

const impossible = Number.NEGATIVE_INFINITY

/**
 * Which paragraphs answer which question, in their order: each question has one or more, and has as many of its own words in them as can
 * be. `mayGoOn`: an answer that began before may end in the first paragraphs. Null where there are fewer paragraphs than questions, or too many to tell.
 *
 * @returns for each question the first of its paragraphs and the one behind its last
 */
export function answersOf(
  questions: readonly string[],
  units: readonly AnswerUnit[],
  mayGoOn: boolean,
): readonly (readonly [from: number, to: number])[] | null {
  const count = units.length
  if (count < questions.length || count > mostUnits) return null
  const stems = units.map(({ text }) => stemsOf(text))
  const looks = stems.reduce((sum, { size }) => sum + size + 1, 0)
  if (count * looks * questions.length > mostWork) return null
  const said = { stems, begins: units.map(beginning), answersYes: units.map(({ text }) => yesOrNo.test(text)) }
  let scores: readonly number[] = [0, ...units.map((_, index) => goingOn(said.begins, mayGoOn && index < mostGoingOn))]
  const starts = askedOf(questions).map((question) => {
    const fitting = withAnswerTo(question, said, scores)
    scores = fitting.scores
    return fitting.starts
  })
  return scores[count] === impossible ? null : answersBack(starts, count)
}

function askedOf(questions: readonly string[]): readonly Asked[] {
  const words = questions.map(stemsOf)
  const inQuestions = new Map<string, number>()
  for (const own of words) for (const word of own) inQuestions.set(word, (inQuestions.get(word) ?? 0) + 1)
  return questions.map((question, place) => ({
    isPolar: polar.test(question),
    sharing: new Map([...(words[place] ?? [])].map((word) => [word, inQuestions.get(word) ?? 1])),
  }))
}

/** The same with one question more. */
function withAnswerTo(question: Asked, said: Said, before: readonly number[]): Fitting {
  const scores = before.map(() => impossible)
  const starts = before.map(() => 0)
  before.slice(0, -1).forEach((score, first) => {
    if (score === impossible) return
    scoresFrom(question, said, first, score).forEach((after, length) => {
      const end = first + length + 1
      if (after <= (scores[end] ?? impossible)) return
      scores[end] = after
      starts[end] = first
    })
  })
  return { scores, starts }
}

/** The scores once a question is answered by one, two, … paragraphs from `first` on; `before` is that of all before it. */
function scoresFrom(
  { isPolar, sharing }: Asked,
  { stems, begins, answersYes }: Said,
  first: number,
  before: number,
): number[] {
  const seen = new Set<string>()
  let score = before + (begins[first] ?? 0)
  return stems.slice(first).map((words, place) => {
    const isFirst = place === 0
    if (answersYes[first + place]) score += isFirst ? (isPolar ? yesToPolar : yesToOther) : yesWithin
    for (const word of words) {
      const questions = sharing.get(word)
      if (questions === undefined || seen.has(word)) continue
      seen.add(word)
      score += (isFirst ? ofFirst : 1) / questions
    }
    return score
  })
}

/** From the last question back to the first. */
function answersBack(starts: readonly (readonly number[])[], count: number): (readonly [number, number])[] {
  let end = count
  return starts
    .toReversed()
    .map((ofQuestion) => {
      const to = end
      end = ofQuestion[end] ?? 0
      return [end, to] as const
    })
    .reverse()
}

/** How likely the first paragraphs end an answer of the page before. */
const goingOn = ([first = 0]: readonly number[], may: boolean) => (may ? (first < 0 ? -0.5 : -2) : impossible)
const mostGoingOn = 5

const yesToPolar = 2
const yesToOther = -1
const yesWithin = -2.5
/** An answer's first words say the question's again. */
const ofFirst = 1.2
const ofBorder = { apart: 0.3, line: 0, sentence: -0.7 } as const

/** How likely an answer begins with a paragraph. */
function beginning(
  { text, line, border }: AnswerUnit,
  index: number,
  { [index - 1]: before }: readonly AnswerUnit[],
): number {
  let score = ofBorder[border]
  if (opens.test(text)) score += 1
  if (goesOn.test(text)) score -= 1.5
  if (isCell(line)) score -= 1.5
  if (before && /[:;]$/.test(before.text)) score -= 2
  return score
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
      .filter((word) => word.length >= shortestWord && !common.has(word))
      .map((word) => word.slice(0, stemLetters)),
  )
}

/** Words that questions and answers hold whatever they are about. */
const common = new Set(
  'aangeven antwoord antwoorden bent deze door dient echter eens geen graag haar heeft hebben hebt hierbij hierover hoeveel ieder indien kunnen kunt maar meer moet naar niet onder over reden sinds tegen toelichten toelichting tussen verder voor vraag vragen waar waarom wanneer waren wanneer wordt worden welke wijze worden zijn zoals zonder zowel zullen'.split(
    ' ',
  ),
)
