import { longestGap } from './characters.ts'

/** Ways of looking at one place of a text, which the forms share. */

/** Tries a sticky expression at an index, for its groups. */
export function matchAt(expression: RegExp, text: string, index: number): RegExpExecArray | null {
  expression.lastIndex = index
  return expression.exec(text)
}

/** Where the match of a sticky expression at an index ends; -1 where there is none. No groups are made, which are dear. */
export function endAt(expression: RegExp, text: string, index: number): number {
  expression.lastIndex = index
  return expression.test(text) ? expression.lastIndex : -1
}

/** Whether a sticky expression matches at an index. */
export function isAt(expression: RegExp, text: string, index: number): boolean {
  expression.lastIndex = index
  return expression.test(text)
}

/** The first character behind the white space at an index: what can't begin there need not be tried. */
export function nextSign(text: string, index: number): string {
  let at = index
  while (at < index + longestGap && isBlank(text.charCodeAt(at))) at += 1
  return text.charAt(at)
}

/** The last character before an index that is no white space; looks back no further than one gap. */
export function signBefore(text: string, index: number): string {
  let at = index - 1
  while (at >= index - longestGap && isBlank(text.charCodeAt(at))) at -= 1
  return text.charAt(at)
}

/** The common ones are told by their number: this is asked at every part of every citation. */
function isBlank(character: number): boolean {
  if (character === 0x20 || character === 0x0a || character === 0xa0) return true
  return (character < 0x20 || character > 0xa0) && /\s/.test(String.fromCharCode(character))
}
