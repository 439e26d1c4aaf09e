import { type ReadingError, ReadingFailure } from '#utils/documents/types.ts'

const readingReasons: Record<ReadingError, string> = {
  'empty-file': 'the file is empty',
  'too-large': 'the file is too large (over 100 MB, or a PDF beyond all measure)',
  'not-readable-yet': 'XML and DOCX cannot be read yet; PDF, HTML and text can',
  'unknown-format': 'this is no PDF, HTML or text file',
  'broken-pdf': 'the PDF is damaged and cannot be read',
  'password-protected': 'the PDF is protected by a password',
  'image-only': 'the PDF consists of images without text',
  'unreadable-text': 'the letters in this file cannot be read as text',
  'no-questions': 'there are no numbered questions in this document',
  unreachable: 'the document could not be fetched',
  'not-official': 'the address is not of an official site',
  cancelled: 'stopped',
}

const systemReasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a directory',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
}

/** Why a file was not done, on one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof ReadingFailure) return readingReasons[error.code]
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return systemReasons[error.code] ?? error.code
  }
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')
}
