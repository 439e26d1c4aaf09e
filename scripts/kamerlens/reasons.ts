import { type ReadingError, ReadingFailure } from '#utils/documents/types.ts'

const readingReasons: Record<ReadingError, string> = {
  'empty-file': 'the file is empty',
  'too-large': 'the file is too large (over 100 MB, or it unpacks to far more than a document)',
  'unknown-format': 'this is no PDF, DOCX, XML, HTML or text file',
  'old-word': 'this is an old Word file (.doc); save it as .docx or PDF',
  'broken-pdf': 'the PDF is damaged and cannot be read',
  'broken-docx': 'the DOCX is damaged or cut off and cannot be read',
  'broken-xml': 'the XML is damaged or cut off and cannot be read',
  'too-complex': 'the file is nested or cut up beyond what can be read',
  'password-protected': 'the file is protected by a password',
  'image-only': 'the document consists of images without text',
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
