import { codeOf } from './code.ts'

/** The official page of a dossier that is followed; null for all else, which is a code. */
export function dossierPage(target: string): string | null {
  const number = /^dossier-(\d{5}(?:-[A-Z0-9]+)?)$/.exec(target)?.[1]
  return number === undefined ? null : `https://zoek.officielebekendmakingen.nl/dossier/${number}`
}

/** What is followed, as it is cited: `Kamerstuk 36 360 VIII, nr. 5`; a dossier by its number, `36 360 VIII`. */
export function shownTarget(target: string): string {
  const [, number = '', rest] = /^dossier-(\d{5})(?:-([A-Z0-9]+))?$/.exec(target) ?? []
  if (number === '') return codeOf(target)?.label ?? target
  return [number.slice(0, 2), number.slice(2), rest].filter(Boolean).join(' ')
}
