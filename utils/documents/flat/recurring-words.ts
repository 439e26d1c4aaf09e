import { beforeNumber, isSentence, mayBeTitle, opens } from './no-titles.ts'
import type { PageMark } from './page-marks.ts'
import { besideMark } from './title-places.ts'
import type { Token } from './tokens.ts'

/** Words of a title that are compared at once: fewer recur by chance. */
const shingle = 4
const shortestTitle = 5
const longestTitle = 60
/** Share of a title's words that the head of the document must hold. */
const enoughInHead = 0.6

/** The words of the title that recurs most, or null where nothing does. */
export function titleOf(
  tokens: readonly Token[],
  taken: readonly boolean[],
  needed: number,
  { apart, text, marks, headEnds }: { apart: number; text: string; marks: readonly PageMark[]; headEnds: number },
): readonly string[] | null {
  const seen = new Map<string, { count: number; first: number; last: number }>()
  const shingles: (string | null)[] = []
  for (let index = 0; index + shingle <= tokens.length; index += 1) {
    const key = shingleAt(tokens, taken, index)
    shingles.push(key)
    if (key === null) continue
    const start = tokens[index]?.start ?? 0
    const entry = seen.get(key)
    if (!entry) seen.set(key, { count: 1, first: start, last: start })
    else if (start - entry.last >= apart) {
      entry.count += 1
      entry.last = start
    }
  }
  const runs = runsOf(shingles, (key) => (seen.get(key)?.count ?? 0) >= needed)
  const groups = new Map<
    string,
    { readonly keys: readonly string[]; readonly from: number; readonly starts: number[]; readonly holdsEnd: boolean }
  >()
  for (const [from, to] of runs.map((run) => beforeNumber(run, tokens, text))) {
    const words = tokens.slice(from, to)
    if (words.length < shortestTitle || words.length > longestTitle) continue
    const first = words[0]?.start ?? 0
    const print = text.slice(first, words.at(-1)?.end)
    if (!mayBeTitle(print) || !opens(text, words[0])) continue
    const keys = words.map(({ key }) => key)
    const group = groups.get(keys.join(' '))
    if (group) group.starts.push(first)
    else groups.set(keys.join(' '), { keys, from, starts: [first], holdsEnd: isSentence(print) })
  }
  let best: readonly string[] | null = null
  let score = 0
  for (const { keys, starts, from, holdsEnd } of groups.values()) {
    const total = starts.length * keys.length
    if (total <= score) continue
    // The head of the document holds its title: what merely recurs in answers is none.
    let inHead = 0
    for (let index = from; index + shingle <= from + keys.length; index += 1) {
      const first = seen.get(shingles[index] ?? '')?.first
      if (first !== undefined && first < headEnds) inHead += 1
    }
    const beside = starts.filter((start) => marks.some((mark) => Math.abs(mark.start - start) < besideMark)).length
    const isInHead = inHead >= (keys.length - shingle + 1) * enoughInHead
    const isBeside = beside >= needed && beside >= starts.length * 0.8
    if (holdsEnd ? isInHead && isBeside : isInHead || isBeside) {
      best = keys
      score = total
    }
  }
  return best
}

function shingleAt(tokens: readonly Token[], taken: readonly boolean[], index: number): string | null {
  let key = ''
  let letters = 0
  for (let offset = 0; offset < shingle; offset += 1) {
    if (taken[index + offset]) return null
    const word = tokens[index + offset]?.key ?? ''
    letters += word.replaceAll('#', '').length
    key += `${word} `
  }
  return letters >= 8 || /# #|nr #/.test(key) ? key : null
}

/** Runs of tokens that recurring shingles cover, as `[from, to)`. */
function runsOf(shingles: readonly (string | null)[], recurs: (key: string) => boolean): [number, number][] {
  const runs: [number, number][] = []
  let open: [number, number] | null = null
  shingles.forEach((key, index) => {
    if (key === null || !recurs(key)) return
    if (open && index <= open[1]) open[1] = index + shingle
    else {
      open = [index, index + shingle]
      runs.push(open)
    }
  })
  return runs
}
