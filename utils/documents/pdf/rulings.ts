import type { PDFPageProxy } from 'pdfjs-dist'
import { loadPdfjs } from './pdfjs.ts'

/** A horizontal line that the page draws: the edge of a table's cell, or a rule. Points from the page's top left corner. */
export interface Ruling {
  readonly y: number
  readonly x: number
  readonly right: number
}

type Matrix = readonly [number, number, number, number, number, number]

/** Lines are at most so thick, and edges of cells at least so long, in points. */
const thickest = 2
const shortest = 12
/** More than this on one page is a drawing, not a table. */
const mostRulings = 2_000

/**
 * The horizontal lines of a page: strokes, thin filled boxes (as word processors and browsers draw borders), and the top
 * and bottom edges of boxes (cells with a ground). Costs about as much as reading the page's text, so it is only asked
 * for where the text alone leaves a table's rows open.
 */
export async function rulingsOf(page: PDFPageProxy): Promise<Ruling[]> {
  const { OPS } = await loadPdfjs()
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: Ruling[] = []
  let matrix = matrixOf(page.getViewport({ scale: 1 }).transform)
  const saved: Matrix[] = []
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (operator === OPS.transform) matrix = times(matrix, matrixOf(args))
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = times(matrix, matrixOf(Array.isArray(args) ? args[0] : null))
    } else if (operator === OPS.constructPath && Array.isArray(args) && args[0] !== OPS.endPath) {
      for (const box of boxesOf(args[1])) found.push(...edgesOf(box, matrix))
      if (found.length > mostRulings) return []
    }
  }
  return found
}

function matrixOf(values: unknown): Matrix {
  const list: readonly unknown[] = Array.isArray(values) ? values : []
  const at = (index: number, other: number) => {
    const value = list[index]
    return typeof value === 'number' ? value : other
  }
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)]
}

function times(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[2] * other[1],
    one[1] * other[0] + one[3] * other[1],
    one[0] * other[2] + one[2] * other[3],
    one[1] * other[2] + one[3] * other[3],
    one[0] * other[4] + one[2] * other[5] + one[4],
    one[1] * other[4] + one[3] * other[5] + one[5],
  ]
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** How many numbers follow each instruction of pdf.js' path buffers: move, line, cubic and quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0]

/** The bounding boxes of a path's parts, in its own units; parts with curves are no edges of cells. */
function boxesOf(path: unknown): Box[] {
  const buffer: unknown = Array.isArray(path) ? path[0] : null
  if (!(buffer instanceof Float32Array) && !Array.isArray(buffer)) return []
  const boxes: Box[] = []
  let open: [number, number, number, number] | null = null
  for (let at = 0; at < buffer.length; ) {
    const instruction = Number(buffer[at])
    const length = lengths[instruction]
    if (length === undefined) return boxes
    const [x, y] = [Number(buffer[at + 1]), Number(buffer[at + 2])]
    if (instruction === 0) {
      if (open) boxes.push(open)
      open = [x, y, x, y]
    } else if (length > 2) open = null
    else if (open && length === 2) {
      open = [Math.min(open[0], x), Math.min(open[1], y), Math.max(open[2], x), Math.max(open[3], y)]
    }
    at += 1 + length
  }
  if (open) boxes.push(open)
  return boxes
}

function edgesOf([left, top, right, bottom]: Box, matrix: Matrix): Ruling[] {
  const corner = (x: number, y: number) =>
    [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]] as const
  const [one, other] = [corner(left, top), corner(right, bottom)]
  const x = Math.min(one[0], other[0])
  const end = Math.max(one[0], other[0])
  const high = Math.min(one[1], other[1])
  const low = Math.max(one[1], other[1])
  if (end - x < shortest) return []
  if (low - high <= thickest) return [{ y: (high + low) / 2, x, right: end }]
  return [high, low].map((y) => ({ y, x, right: end }))
}
