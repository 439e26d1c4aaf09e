import { codeOfUrl } from '#utils/references/code.ts'
import { throwIfCancelled } from './cancelled.ts'
import { contentOf } from './decode.ts'
import { documentsOfDelimited, together } from './delimited-documents.ts'
import { linesOfWord } from './docx/lines.ts'
import { largestFile } from './largest-file.ts'
import { isLegible } from './legible.ts'
import { linesOfOfficialXml } from './op-xml/lines.ts'
import { parseDocument } from './parse/questions.ts'
import { previewer } from './preview.ts'
import { type DocumentFormat, type Line, type Question, type QuestionDocument, ReadingFailure } from './types.ts'

export interface ReadingOptions {
  /** Where the bytes came from: names the document when it is an official address. */
  readonly url?: string
  readonly signal?: AbortSignal
  /** Pages read so far, and how many questions are known by now; the last call, after parsing, carries the number of all. */
  readonly onProgress?: (progress: {
    readonly done: number
    readonly total: number
    readonly questions: number
  }) => void
  /**
   * Questions on the first pages of a long document, told a few times before the rest is read. Nothing is settled yet: the
   * last of them may go on overleaf, and more pages may tell columns and running titles better.
   */
  readonly onQuestions?: (questions: readonly Question[]) => void
}

/**
 * Readers that are large, those of PDF and HTML with their libraries: each is loaded with the first document of its format. What reads
 * Word files and official XML is small, and comes with the rest.
 */
const load = {
  pdf: async () => {
    const reader = await import('./pdf/lines.ts')
    await reader.loadPdfjs()
    return reader
  },
  html: () => import('./html/lines.ts'),
  text: () => import('./text.ts'),
} as const

/**
 * Loads what reading a document takes, while most of it is still to come: its first bytes tell the format. What can't be loaded is told
 * when the document is read.
 */
export async function prepareToRead(first: Uint8Array): Promise<void> {
  const { format } = contentOf(first)
  if (format === 'pdf' || format === 'html' || format === 'text') await load[format]().catch(() => undefined)
}

/** What a format's reader makes of the bytes. */
export interface DocumentText {
  readonly format: DocumentFormat
  readonly lines: readonly Line[]
  readonly pages: number
  readonly title: string | null
  readonly ownIds: readonly string[]
  /** The lines of each, where a file holds several documents; a page is one of these. */
  readonly parts?: readonly (readonly Line[])[]
}

export interface TextOptions extends ReadingOptions {
  /** All of an HTML page, not only the document's own text: for finding codes. */
  readonly whole?: boolean
}

/**
 * Reads a document of questions and answers from its bytes; the format is told by content. A notice of delay may come
 * without questions; any other document has some.
 *
 * @throws ReadingFailure `empty-file`, `too-large`, `too-complex`, `unknown-format`, `old-word`, `password-protected`,
 *   `broken-pdf`, `broken-docx`, `broken-xml`, `image-only`, `no-questions`, `unreadable-text` or `cancelled`
 */
export async function readDocument(bytes: Uint8Array, options: ReadingOptions = {}): Promise<QuestionDocument> {
  const { format, lines, pages, title, ownIds, parts } = await readText(bytes, options)
  const { questions, facts, heading, rest } = parts ? together(parts.map(parseDocument)) : parseDocument(lines)
  throwIfCancelled(options.signal)
  // A notice of delay is an answer of its own kind to whoever waits for one: it is kept, with what it says of itself.
  // Signs at random have numbers at the start of lines too.
  if (!isLegible(lines)) throw new ReadingFailure('unreadable-text')
  if (questions.length === 0 && facts.type !== 'postponement') throw new ReadingFailure('no-questions')
  options.onProgress?.({ done: pages, total: pages, questions: questions.length })
  const named = options.url === undefined ? null : codeOfUrl(options.url)
  return {
    format,
    title,
    ...(heading === null ? {} : { heading }),
    ownIds: [...new Set([...(named ? [named.id] : []), ...ownIds])],
    pages,
    questions,
    facts,
    rest,
  }
}

/** The lines of a document in any readable format, without looking for questions; errors as `readDocument`. */
export async function readText(bytes: Uint8Array, options: TextOptions = {}): Promise<DocumentText> {
  throwIfCancelled(options.signal)
  if (bytes.length > largestFile) throw new ReadingFailure('too-large', `${bytes.length} bytes`)
  const content = contentOf(bytes)
  switch (content.format) {
    case 'empty':
      throw new ReadingFailure('empty-file')
    case 'unknown':
      throw new ReadingFailure('unknown-format')
    case 'old-word':
      throw new ReadingFailure('old-word')
    case 'encrypted':
      throw new ReadingFailure('password-protected')
    case 'pdf':
      return readPdf(bytes, options)
    case 'docx':
      return { format: 'docx', ...linesOfWord(bytes), ownIds: [] }
    case 'xml':
      return { format: 'xml', pages: 1, ...linesOfOfficialXml(content.text) }
    case 'html': {
      const { linesOfHtml } = await load.html()
      return { format: 'html', pages: 1, ...linesOfHtml(content.text, { whole: options.whole ?? false }) }
    }
    case 'text': {
      const { linesOfText, pagesOfText } = await load.text()
      const documents = documentsOfDelimited(content.text)
      if (documents) {
        const parts = documents.map((text, index) => linesOfText(text).map((line) => ({ ...line, page: index + 1 })))
        return { format: 'text', lines: parts.flat(), pages: parts.length, title: null, ownIds: [], parts }
      }
      const pages = pagesOfText(content.text)
      return { format: 'text', lines: linesOfText(content.text), pages, title: null, ownIds: [] }
    }
  }
}

async function readPdf(bytes: Uint8Array, { signal, onProgress, onQuestions }: TextOptions): Promise<DocumentText> {
  const { linesOfPdf } = await load.pdf()
  let found = 0
  const preview = previewer((questions) => {
    found = questions.length
    onQuestions?.(questions)
  })
  const read = await linesOfPdf(bytes, {
    ...(signal ? { signal } : {}),
    onPage: (done, total, linesSoFar) => {
      if (onProgress || onQuestions) preview(done, total, linesSoFar)
      onProgress?.({ done, total, questions: found })
    },
  })
  return { format: 'pdf', ...read, ownIds: [] }
}
