import { findReferences } from './find.ts'
import type { Reference } from './types.ts'

/** Letters that are typed, or read by a scan, for a digit. */
const digits: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }
/** Such letters beside a digit: only there can they stand for one. */
const lookAlikes = /(?<=\d)[OoIl]{1,4}|[OoIl]{1,4}(?=\d)/g
/** A registration number with fewer or more digits than the five that all of them have (DOMAIN §1.1). */
const miscounted = /(?<![0-9A-Za-z_-])20\d\d[DZA](?:\d{2,4}|\d{6,8})(?![0-9A-Za-z_-])/g

/** A piece of a text that looks like a code and is none. */
export interface SpoiltCode {
  readonly written: string
  /** The label of the code that it certainly stands for; null where a digit is missing or too many. */
  readonly meant: string | null
}

export interface SpoiltText {
  /** In the order of the text, each once. */
  readonly spoilt: readonly SpoiltCode[]
  /** The text with all that is certain put right. */
  readonly mended: string
}

/**
 * What a typed or pasted text writes almost like a code: with a letter for a digit (`2O23D19158`, `36 36O VIII, nr. 5`), or with a
 * digit too few or too many (`2023D1915`). For texts that a reader enters alone: pages are full of such look-alikes.
 */
export function spoiltIn(text: string): SpoiltText {
  const put = text.replace(lookAlikes, (run) => Array.from(run, (letter) => digits[letter]).join(''))
  const isChanged = ({ start, end }: Reference) => text.slice(start, end) !== put.slice(start, end)
  const certain = put === text ? [] : findReferences(put).filter(isChanged)
  const found: [number, SpoiltCode][] = certain.map(({ start, end, label }) => [
    start,
    { written: text.slice(start, end), meant: label },
  ])
  for (const { 0: written, index } of text.matchAll(miscounted)) {
    const isCertain = certain.some(({ start, end }) => start < index + written.length && index < end)
    if (!isCertain) found.push([index, { written, meant: null }])
  }
  const inOrder = found.toSorted(([one], [other]) => one - other).map(([, one]) => [one.written, one] as const)
  let mended = text
  for (const { start, end } of certain) mended = mended.slice(0, start) + put.slice(start, end) + mended.slice(end)
  return { spoilt: [...new Map(inOrder).values()], mended }
}
