import { lineNumbersOf } from './line-numbers.ts'
import type { Measures } from './measures.ts'
import type { PageText, Run } from './run.ts'

/** Runs of one page, told apart: the text itself, and the boxes beside it. */
export interface Sides {
  readonly main: readonly Run[]
  readonly margin: readonly Run[]
}

/**
 * Words that head an entry of a letter's reference box (the state's house style). `Onze referentie` and `Ons kenmerk`
 * are DOMAIN §2, «ministry letter»; the others stand in the same box of the first page.
 */
const boxLabel =
  /^(?:(?:onze|ons|uw) (?:referentie|kenmerk|brief)|kenmerk|datum|bijlagen?|contactpersoon|inlichtingen|kopie aan|copy to)\b/i

/** «inlichtingen- en veiligheidsdiensten», «bijlage 3 van de begroting»: words of a cell, whose lines begin anywhere. */
const goesOn = /^(?:-|(?:\(n\))?,?\s+(?:\d{1,3}\s+)?\p{Ll}{2})/u

function isLabel(text: string): boolean {
  const label = boxLabel.exec(text)?.[0]
  if (label === undefined) return false
  return /^(?:datum|contactpersoon|kopie|copy)/i.test(label) || !goesOn.test(text.slice(label.length))
}

/**
 * Tells a page's margin boxes from the cells of a table that is wider than its text. What lies beside the main column
 * is a margin box when it is set smaller than the text, when it carries a box's label, or when the same words stand at
 * the same place, right of the text, on most pages, or when it counts the lines; otherwise it is a cell. (Left of the text the labels of an agenda or
 * of a list recur by chance: `Zaak:`, `Antwoord`.)
 */
export function splitMargins(pages: readonly PageText[], measures: Measures): Sides[] {
  const lineNumbers = lineNumbersOf(pages, measures.left)
  const ownEdges = edgesOfText(pages, measures)
  const outside = pages.map(({ runs }) => {
    const beside = runs.filter((run) => isOutside(run, runs, measures) && !ownEdges.has(Math.round(run.x)))
    if (beside.length === 0) return beside
    const notes = notesOf(runs, measures)
    return beside.filter((run) => !notes.has(run))
  })
  const places = new Map<string, number>()
  for (const runs of outside) {
    for (const key of new Set(runs.filter(hasName).map(placeOf))) places.set(key, (places.get(key) ?? 0) + 1)
  }
  const often = Math.max(2, (pages.length - 1) / 2)
  return pages.map(({ runs, sideways }, index) => {
    const boxes = boxesOf(outside[index] ?? []).filter(
      (box) =>
        (box.every((run) => run.size < measures.size * 0.85) && !isNote(box, runs)) ||
        box.some((run) => isLabel(run.text)) ||
        box.every((run) => run.x >= measures.right && hasName(run) && (places.get(placeOf(run)) ?? 0) >= often),
    )
    const counting = lineNumbers.size > 0 ? runs.filter((run) => lineNumbers.has(run)) : []
    if (boxes.length === 0 && counting.length === 0) return { main: runs, margin: sideways }
    const margin = new Set([...boxes.flat(), ...counting])
    return { main: runs.filter((run) => !margin.has(run)), margin: [...margin, ...sideways] }
  })
}

const fewestLines = 3
const shortestLine = 12

/** Where lines of the text begin though they stand left of its edge: answers beside the numbers of questions that are set in and larger. «Ja.» there is no box. */
function edgesOfText(pages: readonly PageText[], { left, size }: Measures): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { runs } of pages) {
    for (const { x, right } of runs) {
      if (x > left - size || right < left + shortestLine * size) continue
      const edge = Math.round(x)
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
    }
  }
  return new Set([...counts].flatMap(([edge, count]) => (count >= fewestLines ? edge : [])))
}

function isOutside(run: Run, runs: readonly Run[], { left, right, size }: Measures): boolean {
  if (run.x >= right) {
    // The end of a line that sticks out follows its line without a gap.
    return !runs.some(
      (other) => Math.abs(other.y - run.y) < 0.3 * size && other.right <= run.x + 1 && run.x - other.right < 0.8 * size,
    )
  }
  if (run.right > left - size) return false
  // The mark that opens a note, left of a text that is set in: its note follows it without a gap.
  return !runs.some(
    (other) => Math.abs(other.y - run.y) < 0.6 * size && other.x >= run.right - 1 && other.x - run.right < 0.5 * size,
  )
}

/** Notes are set at most so large, in parts of the size of the text, and begin so near behind their mark. */
const noteSize = 0.93
const widestTab = 2

/**
 * The notes of a page that stand below all of its text, each behind its mark and a tab. Where the measured text is the last column
 * of a table they are no box left of it.
 */
function notesOf(runs: readonly Run[], { size, left }: Measures): ReadonlySet<Run> {
  let lowest = 0
  for (const run of runs) if (run.size >= size * noteSize && run.y > lowest) lowest = run.y
  const small = runs.filter((run) => run.y > lowest && run.x < left)
  const opens = (mark: Run, note: Run) =>
    Math.abs(note.y - mark.y) < 0.6 * size &&
    note.x >= mark.right &&
    note.x - mark.right < widestTab * size &&
    hasName(note)
  const isMark = ({ text }: Run) => /^\d{1,3}$/.test(text)
  const marks = new Set(small.filter((run) => isMark(run) && small.some((note) => opens(run, note))))
  const first = [...marks].reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY)
  return new Set(small.filter((run) => marks.has(run) || (run.y >= first - 0.6 * size && !isMark(run))))
}

/** A page's notes, where its text is a table's last column and they end left of it: a raised mark opens them. */
function isNote(box: readonly Run[], runs: readonly Run[]): boolean {
  return box.some((run) =>
    runs.some(
      (mark) =>
        mark.size < run.size &&
        Math.abs(run.x - mark.right) < 0.5 * run.size &&
        mark.y < run.y &&
        run.y - mark.y < 0.7 * run.size &&
        /^\d{1,3}$/.test(mark.text),
    ),
  )
}

/** Bare page numbers recur at the same place of a regular table; a name or a reference recurs in boxes alone. */
function hasName(run: Run): boolean {
  return /\p{L}{3}|\d{6}/u.test(run.text)
}

function placeOf(run: Run): string {
  return `${Math.round(run.x / 4)} ${Math.round(run.y / 4)} ${run.text}`
}

/** Groups of runs below each other with no more than a line between them. */
function boxesOf(runs: readonly Run[]): Run[][] {
  const boxes: Run[][] = []
  for (const run of [...runs].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const box = boxes.find((each) => {
      const last = each[each.length - 1]
      return (
        last !== undefined &&
        run.y - last.y < 2.5 * Math.max(last.size, run.size) &&
        each.some((other) => other.x < run.right && run.x < other.right)
      )
    })
    if (box) box.push(run)
    else boxes.push([run])
  }
  return boxes
}
