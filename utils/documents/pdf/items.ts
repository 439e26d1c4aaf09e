import type { PageViewport } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { withSigns } from '../symbols.ts'
import type { Look } from './fonts.ts'
import { furtherSpaced, joinLetterSpaced } from './letter-spacing.ts'
import { exact, type PageText, type Run } from './run.ts'

type Matrix = readonly [number, number, number, number, number, number]

/** The direction that a run is drawn in: quarter turns clockwise, null for anything in between. */
type Turn = 0 | 1 | 2 | 3 | null

/**
 * Text items of pdf.js as upright runs. A page that is turned as a whole (its `Rotate` entry, or a landscape table
 * drawn sideways on an upright page) is turned back: the direction of most of its characters is the reading one.
 */
export function pageText(
  page: number,
  viewport: PageViewport,
  items: readonly TextItem[],
  lookOf: (font: string) => Look,
): PageText {
  const view = matrixOf(viewport.transform)
  const placed: Run[] = []
  const turns: Turn[] = []
  let spaced: Run | null = null
  for (const item of items) {
    const text = cleanText(item.str)
    if (text === '') continue
    const own = matrixOf(item.transform)
    const run = place(item, own, text, view, lookOf(item.fontName))
    const turn = turnOf(own, view)
    const heading: Run | null = spaced ? withNext(spaced, run, item.str) : null
    if (heading) placed[placed.length - 1] = heading
    else {
      placed.push(run)
      turns.push(turn)
    }
    spaced = heading ?? (text.length > 3 && furtherSpaced(item.str) === text ? run : null)
  }
  const turn = mainTurn(placed, turns)
  const { width, height } = viewport
  const runs: Run[] = []
  const sideways: Run[] = []
  for (let index = 0; index < placed.length; index += 1) {
    const run = placed[index]
    if (!run) continue
    if (turns[index] === turn) runs.push(turnBack(run, turn, width, height))
    else sideways.push(run)
  }
  return {
    page,
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    runs: exact(runs),
    sideways,
  }
}

/** Words of a heading with wide letter spacing lie no farther apart than so many of its letters. */
const widestSpaced = 1.7

/** A heading with wide letter spacing and the next word or number of its line (`VRAAG 1`, `ANTWOORD 1 EN 2`); null where none follows. */
function withNext(heading: Run, next: Run, printed: string): Run | null {
  const gap = next.x - heading.right
  const letter = (heading.right - heading.x) / heading.text.length
  const isNext = heading.y === next.y && heading.size === next.size && gap > 0 && gap < letter * widestSpaced
  const word = isNext ? furtherSpaced(printed) : null
  return word === null ? null : { ...heading, text: `${heading.text} ${word}`, right: next.right }
}

/** Most texts are words of two letters and more with one blank between them: of these there is nothing to clean or to join. */
function isPlain(text: string): boolean {
  let blank = -2
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x20) {
      if (at - blank < 3) return false
      blank = at
    } else if (code < 0x20 || (code > 0x7e && code < 0xa1) || code > lastOfLatin) return false
  }
  return blank !== text.length - 1
}

/** Up to here letters and signs alone, but for the control characters and the blank between ASCII and the rest. */
const lastOfLatin = 0x24f

/** What most other texts hold none of either: control characters, blanks other than a single space, blanks at the ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unclean = /[^\S ]|[\u0000-\u001f\u007f-\u009f\ufffe]|^ | $| {2}/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const blanks = /[\s\u0000-\u001f\u007f-\u009f\ufffe]+/g

/** Control characters stand for glyphs without a letter; they would only glue words together. */
function cleanText(text: string): string {
  // Between the texts of a line pdf.js puts one that is nothing else.
  if (text === ' ') return ''
  if (isPlain(text)) return text
  return joinLetterSpaced(withSigns(unclean.test(text) ? text.replace(blanks, ' ').trim() : text))
}

/** The list as it is: all of pdf.js' matrices have six values. */
const matrixOf = (values: readonly number[]) => values as unknown as Matrix

function place(item: TextItem, own: Matrix, text: string, view: Matrix, { bold, italic }: Look): Run {
  const x = view[0] * own[4] + view[2] * own[5] + view[4]
  const y = view[1] * own[4] + view[3] * own[5] + view[5]
  const scale = Math.hypot(view[0], view[1])
  // Fonts drawn by procedures may state absurd heights; the scale along the line tells the real size then.
  const along = Math.hypot(acrossX(own, view), acrossY(own, view))
  const upwards = Math.hypot(own[2], own[3]) * scale
  const size = along > 0 && upwards > along * 4 ? along : upwards
  const right = x + item.width * scale
  return { text, x, right, y, size, bold, italic, superscript: false, column: undefined, uncertain: undefined }
}

const acrossX = (own: Matrix, view: Matrix) => view[0] * own[0] + view[2] * own[1]
const acrossY = (own: Matrix, view: Matrix) => view[1] * own[0] + view[3] * own[1]

function turnOf(own: Matrix, view: Matrix): Turn {
  const quarters = Math.atan2(acrossY(own, view), acrossX(own, view)) / (Math.PI / 2)
  const nearest = Math.round(quarters)
  // Scans that were set straight by OCR lie up to a few degrees askew.
  if (Math.abs(quarters - nearest) > 0.06) return null
  const turn = ((nearest % 4) + 4) % 4
  return turn === 1 ? 1 : turn === 2 ? 2 : turn === 3 ? 3 : 0
}

function mainTurn(runs: readonly Run[], turns: readonly Turn[]): 0 | 1 | 2 | 3 {
  const weights: [number, number, number, number] = [0, 0, 0, 0]
  for (let index = 0; index < turns.length; index += 1) {
    const turn = turns[index] ?? null
    if (turn !== null) weights[turn] += runs[index]?.text.length ?? 0
  }
  const most = Math.max(...weights)
  const found = weights.indexOf(most)
  return most === 0 ? 0 : found === 1 ? 1 : found === 2 ? 2 : found === 3 ? 3 : 0
}

function turnBack(run: Run, turn: 0 | 1 | 2 | 3, width: number, height: number): Run {
  const length = run.right - run.x
  if (turn === 0) return run
  const [x, y] =
    turn === 1 ? [run.y, width - run.x] : turn === 2 ? [width - run.x, height - run.y] : [height - run.y, run.x]
  return { ...run, x, y, right: x + length }
}
