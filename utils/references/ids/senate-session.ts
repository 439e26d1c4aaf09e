import { houseOf, sessionOf, sessionYears } from '../text/characters.ts'

const years = new RegExp(sessionYears, 'g')

/**
 * The session (vergaderjaar) by which a paper of the Senate is published, from the words before its dossier: «Kamerstukken I 2003/04, »;
 * of several the last, with its own chamber: «Kamerstukken II 2002/03, I 2003/04, ».
 *
 * @returns `20032004`; empty for the other chamber, and outside 1994–1995, when the publications begin, to 2009–2010
 */
export function senateSessionOf(words: string): string {
  const [last, former] = [...words.matchAll(years)].reverse()
  const session = sessionOf(last?.[1] ?? '', last?.[2] ?? '')
  const own = former ? words.slice(former.index + former[0].length) : words
  return session > '1994' && session < '2010' && houseOf(own) === 'ek' ? session : ''
}

/**
 * The id with the years of a session that a paper of the Senate is published under: `kst-28867-C` → `kst-20032004-28867-C`,
 * `kst-27485-R1669-289` → `kst-20032004-27485-289`. Some of 2009–2010 have none: only a look-up decides.
 */
export const withSession = (id: string, session: string): string =>
  id.replace('kst', `kst-${session}`).replace(/-R\d{3,4}/, '')

/** Whether an id is another with the years of a session. */
export const isWithSession = (id: string, other: string): boolean => id === withSession(other, id.slice(4, 12))

/**
 * The id that a paper of a roman dossier has in the publications, from the one that its citation gives: in 2007–2008 noughts fill up LXI to
 * LXX (`kst-20072008-00LXI-A`), in 2008–2009 the years are left out (`kst-LXXX-A`).
 */
export const publishedId = (id: string): string =>
  id
    .replace(/(?<=^kst-20072008-)LX[IVX]+(?=-)/, (roman) => roman.padStart(5, '0'))
    .replace(/(?<=^kst-)20082009-(?=[LX])/, '')
