import type { DocumentFormat } from './types.ts'

/** What the bytes are, by their content and never by a name: XML and DOCX are told apart, though not read yet. */
export type Content =
  | { readonly format: 'pdf' | 'docx' | 'unknown' | 'empty' }
  | { readonly format: Exclude<DocumentFormat, 'pdf' | 'docx'>; readonly text: string }

/** A PDF's mark may stand behind other bytes, within the first kilobyte (ISO 32000-1, annex H). */
const pdfMarkWithin = 1024

export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { format: 'empty' }
  const head = ascii(bytes.subarray(0, pdfMarkWithin + 5))
  if (head.includes('%PDF-')) return { format: 'pdf' }
  if (head.startsWith('PK\u0003\u0004')) return { format: isDocx(bytes) ? 'docx' : 'unknown' }
  const text = decode(bytes)
  if (text === null || /^\{\\rtf/.test(text)) return { format: 'unknown' }
  if (text.trim() === '') return { format: 'empty' }
  return { format: markupOf(text), text }
}

/** A zip names its parts in its local headers and again at its end. */
function isDocx(bytes: Uint8Array): boolean {
  const part = 64 * 1024
  return ascii(bytes.subarray(0, part)).includes('word/') || ascii(bytes.subarray(-part)).includes('word/')
}

const htmlTag = /^(?:html|head|body|div|p|table|h[1-6]|section|article|main|ul|ol|span|meta|title|pre|a|b|i|br|hr)$/i

function markupOf(text: string): 'html' | 'xml' | 'text' {
  const start = text.slice(0, 4096).trimStart()
  if (!start.startsWith('<')) return 'text'
  if (/<!doctype\s+html|<html[\s>]/i.test(start)) return 'html'
  if (start.startsWith('<?xml')) return 'xml'
  const name = /^(?:<!--[\s\S]*?-->\s*)*<([a-z][\w.:-]*)/i.exec(start)?.[1]
  if (name === undefined) return 'text'
  return htmlTag.test(name)
    ? 'html'
    : /^(?:kamervragen|kamerstuk|officiele-publicatie|handelingen)$/i.test(name)
      ? 'xml'
      : 'text'
}

/** UTF-8, UTF-16 with its mark, else Windows-1252 as old exports are; null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (isBinary(bytes)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const sample = 64 * 1024
const controlsAllowed = 0.01

/** Text holds no NUL and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, sample)
  let controls = 0
  for (const byte of part) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 11 && byte !== 27)
      controls += 1
  }
  return controls > part.length * controlsAllowed
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
