import { decodeText } from './encoding.ts'
import type { DocumentFormat } from './types.ts'

/** What the bytes are, by their content and never by a name. */
export type Content =
  | { readonly format: 'pdf' | 'docx' | 'old-word' | 'encrypted' | 'unknown' | 'empty' }
  | { readonly format: Exclude<DocumentFormat, 'pdf' | 'docx'>; readonly text: string }

/** A PDF's mark may stand behind other bytes, within the first kilobyte (ISO 32000-1, annex H). */
const pdfMarkWithin = 1024

export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { format: 'empty' }
  if (isPdf(bytes)) return { format: 'pdf' }
  const head = ascii(bytes.subarray(0, 4))
  if (head.startsWith('PK\u0003\u0004')) return { format: isDocx(bytes) ? 'docx' : 'unknown' }
  if (isCompoundFile(bytes)) return { format: compoundFormat(bytes) }
  const text = decodeText(bytes)
  if (text === null || /^\{\\rtf/.test(text)) return { format: 'unknown' }
  if (text.trim() === '') return { format: 'empty' }
  return { format: markupOf(text), text }
}

/** Told by the first bytes alone, however many are still to come. */
const isPdf = (bytes: Uint8Array): boolean => ascii(bytes.subarray(0, pdfMarkWithin + 5)).includes('%PDF-')

/**
 * A zip names its parts in its local headers and again at its end; of one that was cut off only the beginning is there. Cut off before
 * its first name ends it is told by nothing: of what can be read here it is a Word file, and a damaged one.
 */
function isDocx(bytes: Uint8Array): boolean {
  if (bytes.length < localHeader || bytes.length < localHeader + nameLength(bytes)) return true
  const part = 64 * 1024
  const names = `${ascii(bytes.subarray(0, part))}${ascii(bytes.subarray(-part))}`
  return names.includes('word/') || (names.includes('[Content_Types].xml') && !/\b(?:xl|ppt|visio)\//.test(names))
}

/** Bytes of a local header before the name of its part, and where it says how long that is (APPNOTE 4.3.7). */
const localHeader = 30
const nameLength = (bytes: Uint8Array): number => (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0)

const htmlTag = /^(?:html|head|body|div|p|table|h[1-6]|section|article|main|ul|ol|span|meta|title|pre|a|b|i|br|hr)$/i

function markupOf(text: string): 'html' | 'xml' | 'text' {
  // Some files carry their mark of order twice, or as the letters that it is in Windows-1252.
  const start = text.slice(0, 4096).replace(/^(?:\s|ï»¿)+/, '')
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

/** The container of Office before 2007, and of what Office encrypts since (MS-CFB 2.2). */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)
}

/** Its parts are named in UTF-16, in any of its blocks: an encrypted file keeps its zip in one (MS-OFFCRYPTO 2.3.4.4). */
function compoundFormat(bytes: Uint8Array): 'encrypted' | 'old-word' | 'unknown' {
  const text = ascii(bytes)
  if (text.includes(wide('EncryptedPackage'))) return 'encrypted'
  return text.includes(wide('WordDocument')) ? 'old-word' : 'unknown'
}

function wide(name: string): string {
  return [...name].map((letter) => `${letter}\0`).join('')
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
