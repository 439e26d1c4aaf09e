import type { PdfView } from './pdf-view.ts'

/** Why a document is not shown. A closed set: each has a sentence in the catalogue. */
export type ReaderError =
  | 'offline'
  | 'missing'
  | 'unreachable'
  | 'no-permission'
  | 'not-official'
  | 'not-pdf'
  | 'empty'
  | 'broken'
  | 'password'
  | 'too-large'
  | 'gone'
  | 'nothing'
  | 'unknown'

/** What the middle of the reader shows. */
export type ReaderState =
  /** Bytes come in; `total` 0 while unknown. */
  | { readonly type: 'loading'; readonly done: number; readonly total: number }
  | { readonly type: 'open'; readonly view: PdfView }
  | { readonly type: 'failed'; readonly error: ReaderError }

/** How far the reading of the questions is. */
export type QuestionsState =
  /** The bytes are not all there yet. */
  | { readonly type: 'waiting' }
  /** In a private window nothing is kept unless the user asks for it. */
  | { readonly type: 'asked' }
  /** `job` is null where the document was kept already and nothing is to be read. */
  | { readonly type: 'begun'; readonly document: string; readonly job: string | null }
  | { readonly type: 'failed' }
