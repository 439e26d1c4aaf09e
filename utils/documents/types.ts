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
  /** The text has lost its line ends, and this line ends where a guess put one: its length tells of no paragraph. */
  readonly flows?: boolean
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
  /**
   * Question text. Paragraphs are separated by one empty line, items of a list by one line break, rows of a table by one
   * line break with a tab between their cells.
   */
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
  /** Who asked this one, where the document says so question by question; absent where only `DocumentFacts.askedBy` holds. */
  readonly askedBy?: readonly Asker[]
  /** Ids of the papers that question, answer and footnotes name, in order of first appearance, found by Kamerlens' own detector. */
  readonly references?: readonly string[]
  /** Baseline of the question’s first line: points from the top of its page; absent where the format has no positions. */
  readonly top?: number
}

/** Who put the questions, as the document names them. */
export interface Asker {
  /** «Daniëlle Jansen»; null where the document names only a party's members («de leden van de VVD-fractie»). */
  readonly name: string | null
  /** As printed: `VVD`, `Nieuw Sociaal Contract`; null where none is named. */
  readonly party: string | null
}

/** Who answers: «Minister Agema (Volksgezondheid, Welzijn en Sport)». */
export interface Answerer {
  readonly name: string | null
  /** `minister`, `staatssecretaris`, `minister-president`, `Algemene Rekenkamer`, as the document has it, in lower case where it is a function. */
  readonly function: string
  /** As printed, without «van» or «voor»; null where none is named. */
  readonly ministry: string | null
}

/** What kind of document of questions and answers it is (DOMAIN §1.3, §2). */
export type DocumentType =
  | 'written-questions' // written questions without answers: kv-tk
  | 'answers' // answers to written questions: Aanhangsel, pre-publication, a ministry's letter
  | 'postponement' // «Mededeling»: no answer, however much it looks like one
  | 'question-list' // a committee's list of questions, not answered yet
  | 'question-and-answer-list' // the list with its answers

/** What the document says of itself, beside its questions. All as printed, never guessed. */
export interface DocumentFacts {
  readonly type: DocumentType | null
  readonly askedBy: readonly Asker[]
  readonly answeredBy: readonly Answerer[]
  /** When the questions were sent in («ingezonden 30 oktober 2024»), ISO date, or null. */
  readonly askedOn: string | null
  /** When the answer was received or the letter dated («ontvangen 19 november 2024»), ISO date, or null. */
  readonly answeredOn: string | null
  /** `36360` or `36360-VIII`, or null. */
  readonly dossier: string | null
  /** What the questions are about («het bericht …»), without «over», or null. */
  readonly subject: string | null
  /** Codes that the document prints as its own or as its questions' (`2024Z18775` in its head), canonical: not as sure as `ownIds`. */
  readonly printedIds: readonly string[]
}

/**
 * A stretch of the document that stands in no record. `furniture`: running headers, footers, page marks, margin boxes;
 * `outside`: introduction, closing remarks; `between`: something inside the run of questions that no record took, which a reader
 * should look at.
 */
export interface Rest {
  readonly kind: 'furniture' | 'outside' | 'between'
  /** Page in this file, from 1. */
  readonly page: number
  readonly text: string
}

/**
 * `cut-off`: the input ends inside it. `number-gap`: the number does not follow. `doubtful-split`: where question and answer begin and
 * end was guessed, or their words look as if something were in them that belongs elsewhere, or missing. `repeated-number`: it was there before.
 */
export type Doubt = 'cut-off' | 'number-gap' | 'doubtful-split' | 'repeated-number'

export type DocumentFormat = 'pdf' | 'html' | 'text' | 'xml' | 'docx'

/** A document of questions and answers, read. */
export interface QuestionDocument {
  readonly format: DocumentFormat
  /** As the file states it, in its properties or markup. */
  readonly title: string | null
  /** What its printed head calls it («Beantwoording Kamervragen van het lid …»), where it says so. */
  readonly heading?: string
  /** Official codes that the document itself carries (meta data, address), canonical, best first; never guessed from running text. */
  readonly ownIds: readonly string[]
  readonly pages: number
  readonly questions: readonly Question[]
  /** Absent only in what an older Kamerlens read. */
  readonly facts?: DocumentFacts
  /** All that landed in no record, in the document's order. */
  readonly rest?: readonly Rest[]
}

/** Why a file could not be read as questions and answers. Each has a sentence for the user in the catalogue. */
export type ReadingError =
  | 'empty-file'
  | 'too-large'
  | 'unknown-format'
  | 'old-word' // a .doc of before 2007
  | 'broken-pdf'
  | 'broken-docx'
  | 'broken-xml'
  | 'too-complex' // nested or cut up beyond what any editor writes
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
