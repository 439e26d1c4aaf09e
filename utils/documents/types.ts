/**
 * Every format becomes the same lines, and one parser turns lines into questions and answers: a layout is described
 * once, not once a format (DESIGN, «How data flows»).
 */

/** A run of characters with one look. Offsets are UTF-16, within `Line.text`. */
export interface StyleRun {
  readonly start: number
  readonly end: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly superscript?: boolean
  /** Font size in points, where the format knows it. */
  readonly size?: number
}

/**
 * A piece of a line that stands apart from its neighbours (a table cell, a column, a margin box), as the reader of
 * the format saw it. Offsets are UTF-16, within `Line.text`.
 */
export interface Cell {
  readonly start: number
  readonly end: number
  /** Left edge in points; where the format has columns but no positions, a hundred points a column. */
  readonly x: number
  /** Right edge, in the same unit. */
  readonly right: number
  /** As `Line.startsBlock`, for this cell's own text, where the reader tells the cells of a table's row apart. */
  readonly startsBlock?: boolean
}

/**
 * What the reader of the format knows of a line's place in the document, where the format says so.
 * `margin`: text beside the main column, such as a letter's reference box.
 */
export type LineRole = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'footnote' | 'header' | 'footer' | 'margin'

export interface Line {
  readonly text: string
  /** Page in this file, from 1; formats without pages have 1. */
  readonly page: number
  /** The line starts a new paragraph for sure (block element, blank line above, first-line indent). */
  readonly startsBlock: boolean
  readonly role?: LineRole
  /** Left edge, and distance of the baseline from the top of the page, in points; absent in plain text. */
  readonly x?: number
  readonly y?: number
  /** Main font size in points; absent in plain text. */
  readonly size?: number
  readonly cells?: readonly Cell[]
  readonly styles?: readonly StyleRun[]
  /** The reader guessed which row of a table this line belongs to: what is read from it needs checking. */
  readonly uncertain?: boolean
  /**
   * A heading that the markup itself names: `Vraag 1` as `{ type: 'question', numbers: ['1'] }`. Only where the
   * format is explicit (`div.vraag`, op-XML `vraag/nr`), never guessed from the text.
   */
  readonly marker?: { readonly type: 'question' | 'answer'; readonly numbers: readonly string[] }
}

export interface Footnote {
  readonly mark: string
  readonly text: string
}

/** A question with its answer, as it stands in one document. */
export interface Question {
  /** Position in the document, from 0: the identity together with the list, since real lists repeat numbers. */
  readonly order: number
  /** As printed: `155`, `2a`. */
  readonly number: string
  /** Printed code in canonical form (`2023D19158`) or null. An attribute, not the question's identity (DOMAIN §0). */
  readonly code: string | null
  /** Page of the document asked about, as printed (`216`, `12-14`), or null. */
  readonly page: string | null
  /** Page in this file where the question starts, from 1. */
  readonly ownPage: number
  /** Question text; paragraphs are separated by one empty line, lines of a list by one line break. */
  readonly question: string
  /** Answer text in the same shape; empty where there is no answer (yet). A joint answer stands under each of its questions. */
  readonly answer: string
  /** All numbers that were answered jointly, this one included; empty when answered alone. */
  readonly answeredWith: readonly string[]
  /** Number of the question that this answer only refers to («zie het antwoord op vraag 4»), or null. */
  readonly pointsTo: string | null
  readonly footnotes: readonly Footnote[]
  /** False where the input ends inside the answer (or the question). */
  readonly complete: boolean
  /** What a reader should check, as codes of a closed set; empty when nothing is doubtful. */
  readonly doubts: readonly Doubt[]
}

export type Doubt = 'cut-off' | 'number-gap' | 'doubtful-split' | 'repeated-number'

export type DocumentFormat = 'pdf' | 'html' | 'text' | 'xml' | 'docx'

/** A document of questions and answers, read. */
export interface QuestionDocument {
  readonly format: DocumentFormat
  readonly title: string | null
  /** Official codes that the document itself carries (meta data, address), canonical, best first; never guessed from running text. */
  readonly ownIds: readonly string[]
  readonly pages: number
  readonly questions: readonly Question[]
}

/** Why a file could not be read as questions and answers. Each has a sentence for the user in the catalogue. */
export type ReadingError =
  | 'empty-file'
  | 'too-large'
  | 'not-readable-yet' // DOCX and XML, until their readers exist
  | 'unknown-format'
  | 'broken-pdf'
  | 'password-protected'
  | 'image-only'
  | 'unreadable-text' // fonts that do not say which letters they draw
  | 'no-questions'
  | 'unreachable'
  | 'not-official'
  | 'cancelled'

export class ReadingFailure extends Error {
  readonly code: ReadingError
  constructor(code: ReadingError, detail?: string) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'ReadingFailure'
    this.code = code
  }
}
