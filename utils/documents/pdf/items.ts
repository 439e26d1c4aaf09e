import type { PageViewport } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import type { Look } from './fonts.ts'
import { joinLetterSpaced } from './letter-spacing.ts'
import { exact, type PageText, type Run } from './run.ts'

type Matrix = readonly [number, number, number, number, number, number]

/** A run with the direction that it is drawn in: quarter turns clockwise, null for anything in between. */
interface Placed {
  readonly run: Run
  readonly turn: 0 | 1 | 2 | 3 | null
}

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
  const placed: Placed[] = []
  for (const item of items) {
    const text = cleanText(item.str)
    if (text !== '') placed.push(place(item, text, view, lookOf(item.fontName)))
  }
  const turn = mainTurn(placed)
  const { width, height } = viewport
  const runs: Run[] = []
  const sideways: Run[] = []
  for (const each of placed) {
    if (each.turn === turn) runs.push(turnBack(each.run, turn, width, height))
    else sideways.push(each.run)
  }
  return {
    page,
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    runs: exact(runs),
    sideways,
  }
}

/** What most texts hold none of: control characters, blanks other than a single space, blanks at the ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unclean = /[\u0000-\u001f\u007f-\u00a0\ufffe\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|^ | $| {2}/

/** Control characters stand for glyphs without a letter; they would only glue words together. */
function cleanText(text: string): string {
  if (!unclean.test(text)) return joinLetterSpaced(text)
  let cleaned = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    cleaned += code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffe ? ' ' : character
  }
  return joinLetterSpaced(cleaned.replace(/\s+/g, ' ').trim())
}

function matrixOf(values: readonly number[]): Matrix {
  return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0]
}

function place(item: TextItem, text: string, view: Matrix, look: Look): Placed {
  const own = matrixOf(item.transform)
  const acrossX = view[0] * own[0] + view[2] * own[1]
  const acrossY = view[1] * own[0] + view[3] * own[1]
  const x = view[0] * own[4] + view[2] * own[5] + view[4]
  const y = view[1] * own[4] + view[3] * own[5] + view[5]
  const scale = Math.hypot(view[0], view[1])
  const width = item.width * scale
  // Fonts drawn by procedures may state absurd heights; the scale along the line tells the real size then.
  const along = Math.hypot(acrossX, acrossY)
  const upwards = Math.hypot(own[2], own[3]) * scale
  const size = along > 0 && upwards > along * 4 ? along : upwards
  const { bold, italic } = look
  const right = x + width
  const run: Run = {
    text,
    x,
    right,
    y,
    size,
    bold,
    italic,
    superscript: false,
    column: undefined,
    uncertain: undefined,
  }
  return { run, turn: quarterTurn(Math.atan2(acrossY, acrossX)) }
}

function quarterTurn(angle: number): 0 | 1 | 2 | 3 | null {
  const quarters = angle / (Math.PI / 2)
  const nearest = Math.round(quarters)
  // Scans that were set straight by OCR lie up to a few degrees askew.
  if (Math.abs(quarters - nearest) > 0.06) return null
  const turn = ((nearest % 4) + 4) % 4
  return turn === 1 ? 1 : turn === 2 ? 2 : turn === 3 ? 3 : 0
}

function mainTurn(placed: readonly Placed[]): 0 | 1 | 2 | 3 {
  const weights: [number, number, number, number] = [0, 0, 0, 0]
  for (const { run, turn } of placed) if (turn !== null) weights[turn] += run.text.length
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
