import { ReadingFailure } from '../types.ts'

/** What pdf.js knows of the text that comes next while it reads a page: font, size, matrices. */
interface TextState {
  /** By this name the page's texts speak of the font. */
  readonly loadedName: string | null
  readonly font: object | null
  readonly textMatrix: readonly number[]
  readonly textLineMatrix: readonly number[]
  readonly fontMatrix: readonly number[]
}

const makeFrom = Object.create
let isKnown = false
let openDocuments = 0

/** Fonts of the open documents, as far as they were met in a text state, by their names in the page's texts. */
const fonts = new Map<string, object>()
/** The states that took part in the last copying: before the next one, or the page's end, a font may be set in either. */
let latest: readonly TextState[] = []

/**
 * Lets pdf.js copy its text states into objects of one shape. It makes each copy an heir of the state it was copied from, although
 * the copy gets all of its fields; to an engine every one of them is then of a kind of its own, so that what reads a page's
 * text is compiled anew for page after page: a good third of the time that reading the text takes, and a sixth of the memory.
 *
 * Their class is not to be had from pdf.js; so `Object.create`, by which it copies, is listened to until the first of them
 * comes along, and is then put back: at the first word of the first page as a rule.
 *
 * @returns what is called when the document is closed: ends the listening, where nothing came along, and lets go of fonts
 */
export function listenForTextStates(): () => void {
  openDocuments += 1
  countCopiesAnew()
  if (!isKnown) Object.create = listening
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    openDocuments -= 1
    if (openDocuments > 0) return
    putBack()
    latest = []
    fonts.clear()
  }
}

/** The font of a page's texts as pdf.js' worker half knows it, if it was met: most stretches of text begin with a copy of the state. */
export function fontMet(name: string): object | undefined {
  noteFonts()
  return fonts.get(name)
}

function noteFonts(): void {
  for (const { loadedName, font } of latest) if (loadedName !== null && font !== null) fonts.set(loadedName, font)
}

const listening: typeof Object.create = (from: object | null, fields?: PropertyDescriptorMap) => {
  const kind = isTextState(from) ? Object.getPrototypeOf(from) : null
  if (Object.hasOwn(kind ?? {}, 'clone')) {
    putBack()
    isKnown = true
    kind.clone = copied
  }
  return fields === undefined ? makeFrom(from) : makeFrom(from, fields)
}

function putBack(): void {
  if (Object.create === listening) Object.create = makeFrom
}

function isTextState(value: object | null): value is TextState {
  return value !== null && Object.hasOwn(value, 'textLineMatrix') && Object.hasOwn(value, 'fontMatrix')
}

/** No page that people read copies so many: what saves its state without end would fill the memory long before its time is over. */
const mostCopies = 1_000_000
let copies = 0

/** Counts the copies anew, for the next page. */
export function countCopiesAnew(): void {
  copies = 0
}

/**
 * Told apart from what pdf.js returns, since it takes errors in a form for faults of the file.
 *
 * @throws ReadingFailure `too-complex`
 */
export function throwIfTooManyCopies(): void {
  if (copies > mostCopies) throw new ReadingFailure('too-complex', 'text states')
}

/** As pdf.js does it: all fields, the matrices that are changed in place as copies. */
function copied(this: TextState): TextState {
  noteFonts()
  copies += 1
  throwIfTooManyCopies()
  const twin = Object.assign(makeFrom(Object.getPrototypeOf(this)), this)
  twin.textMatrix = this.textMatrix.slice()
  twin.textLineMatrix = this.textLineMatrix.slice()
  twin.fontMatrix = this.fontMatrix.slice()
  latest = [this, twin]
  return twin
}
