/** Headings that are no whole words, in a text without lines: they count on from 1, or they are none. */

/** «V1: … A1: …», and «Vr. 1 … Antw. 1 …», of which the other may stand in a sentence: «bij vr. 1 ging het om». */
const abbreviated = [
  /(?<=\s)([VQA])\s?(\d{1,3})(?::|\.(?=\s\p{Lu}))(?=\s)/gu,
  /(?<=\s)([Vv]r\.?|[Aa]ntw\.?)\s?(\d{1,3})(?::|\.(?=\s\p{Lu})|(?<=\.\s?\d{1,3}))(?=\s)/gu,
]
/** «Nummer 3 Vraag: …», «#3 Vraag: …»; group 1 is the number. */
const aboveQuestion = /(?<=\s)(?:N(?:[Oo]\.|ummer:?)|Onderdeel|#)\s?(\d{1,3})(?=\s{1,4}(?:\d{1,3}\s)?Vraag\s?:)/gu
/** «[3] …», «(3) …». */
const bracketed = /(?<=\s)(?:\[(?=\d{1,3}\])|\((?=\d{1,3}\)))(\d{1,3})[\])](?=\s[\p{Lu}«“])/gu
const answer = /\s(?:Antwoord|ANTWOORD)(?:\s[^.?!:]{1,40})?[.:]\s/
const fewest = 2

/** Where such headings begin, and what stands below «Nummer 3»; none where a number breaks their order: «A12:» is a road too. */
export function abbreviatedHeadings(text: string): readonly number[] {
  for (const pattern of abbreviated) {
    const byTurns = headingsByTurns(text, pattern)
    if (byTurns.length > 0) return byTurns
  }
  const above = countingOn(text, aboveQuestion)
  return above.length > 0 ? above : countingOn(text, bracketed)
}

/** Those of questions and answers by turns. */
function headingsByTurns(text: string, pattern: RegExp): readonly number[] {
  let last = 0
  let answers = 0
  const found: number[] = []
  for (const { index, 1: letter = '', 2: digits } of text.matchAll(pattern)) {
    const isAnswer = /^a/i.test(letter)
    const number = Number(digits)
    if (isAnswer ? number !== last : number !== last + 1) return []
    if (isAnswer) answers += 1
    last = number
    found.push(index)
  }
  return answers >= fewest && answers * 2 === found.length ? found : []
}

/**
 * The numbers that count on from 1, with an answer between each two but where several are answered at once. Where a number stands twice,
 * an answer counts something too («(1) … (2) …»), and the one with an answer behind it heads a question.
 */
function countingOn(text: string, pattern: RegExp): readonly number[] {
  const found: number[] = []
  const ends: number[] = []
  let answered = 0
  const all = [...text.matchAll(pattern)].map(({ 0: heading, index, 1: digits }) => ({
    heading,
    index,
    number: Number(digits),
  }))
  const isAnswered = all.map(({ index }, place) => answer.test(text.slice(index, all[place + 1]?.index)))
  const lastAnswered = new Map(all.flatMap(({ number }, place) => (isAnswered[place] ? [[number, place]] : [])))
  for (const [place, { heading, index, number }] of all.entries()) {
    if (number !== found.length + 1) continue
    if (!isAnswered[place] && (lastAnswered.get(number) ?? -1) > place) continue
    if (answer.test(text.slice(found.at(-1) ?? index, index))) answered += 1
    found.push(index)
    if (pattern === aboveQuestion) ends.push(index + heading.length)
  }
  if (answered < fewest || answered * 2 < found.length) return []
  return [...found, ...ends]
}
