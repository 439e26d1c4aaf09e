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
  const said = units.map(({ text }) => stemsOf(text))
  const looks = said.reduce((sum, { size }) => sum + size + 1, 0)
  if (count * looks * questions.length > mostWork) return null
  const words = questions.map(stemsOf)
  const inQuestions = new Map<string, number>()
  for (const own of words) for (const word of own) inQuestions.set(word, (inQuestions.get(word) ?? 0) + 1)
  const begins = units.map(beginning)
  const answersYes = units.map(({ text }) => yesOrNo.test(text))
  /** Best score of the first questions with the first paragraphs, and where the last of these questions' answer begins. */
  let best = [0, ...units.map((_, index) => goingOn(begins, mayGoOn && index < mostGoingOn))]
  const from: number[][] = []
  for (const [place, own] of words.entries()) {
    const isPolar = polar.test(questions[place] ?? '')
    const next = best.map(() => Number.NEGATIVE_INFINITY)
    const start = best.map(() => 0)
    for (let first = 0; first < count; first += 1) {
      if (best[first] === Number.NEGATIVE_INFINITY) continue
      const seen = new Set<string>()
      const bySaying = answersYes[first] ? (isPolar ? yesToPolar : yesToOther) : 0
      let score = (best[first] ?? 0) + (begins[first] ?? 0) + bySaying
      for (let last = first; last < count; last += 1) {
        if (last > first && answersYes[last]) score += yesWithin
        for (const word of said[last] ?? []) {
          if (!own.has(word) || seen.has(word)) continue
          seen.add(word)
          score += (last === first ? ofFirst : 1) / (inQuestions.get(word) ?? 1)
        }
        if (score <= (next[last + 1] ?? Number.NEGATIVE_INFINITY)) continue
        next[last + 1] = score
        start[last + 1] = first
      }
    }
    best = next
    from.push(start)
  }
  if (best[count] === Number.NEGATIVE_INFINITY) return null
  const found: (readonly [number, number])[] = []
  let end = count
  for (const start of from.reverse()) {
    found.unshift([start[end] ?? 0, end])
    end = start[end] ?? 0
  }
  return found
}

/** How likely the first paragraphs end an answer of the page before. */
const goingOn = ([first = 0]: readonly number[], may: boolean) =>
  may ? (first < 0 ? -0.5 : -2) : Number.NEGATIVE_INFINITY
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
