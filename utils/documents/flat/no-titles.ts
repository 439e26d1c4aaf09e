import type { Token } from './tokens.ts'

/** What recurs on pages and is no title of theirs: what each answer begins with, what heads each faction's questions. */

const longestBeginning = 24

/** Questions of one list begin alike. */
const beginsAsking =
  /^(?:Wat|Hoe|Hoeveel|Welke?|Waarom|Wanneer|Klopt|Graag|Zijn er|Is (?:er|het)|(?:Kunt|Bent|Heeft|Deelt|Kan|Kent) (?:u|de))\s/

/** What heads the questions of each faction alike, or begins them, and the titles of a consultation's parts, which its contents name too. */
const headsFaction =
  /\bleden van de$|-fractie De leden\b|^De leden van\b|\b(?:[Oo]pmerkingen|[Vv]ragen|[Ii]nbreng) van de (?:leden|fracties?)\b|\bI{1,3}\.? (?:Vragen|Reactie|Antwoord)/

/** «Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 3011»: what papers cite alike is no title. */
const citation = /^(?:Aanhangsel(?: van de)? Handelingen,|Kamerstuk(?:ken)?(?: I{1,2})?,? \d)/

const longestCited = 32

/** «De cijfers worden per kwartaal bijgewerkt.», «… in de tabel. 2020 2021»: what holds the end of a sentence recurs in answers. */
const endsWithin = /\p{Ll}{4}\.(?:\s|$)/u

/** Several answers begin alike. */
const tells = /^(?:Antwoord:? )?(?:Ja|Nee|Neen|Dat klopt|Ik)\b/

/** A title begins with a capital. */
export function opens(text: string, token: Token | undefined): boolean {
  if (token === undefined || !/^[^\p{L}\d]*\p{Lu}/u.test(text.slice(token.start, token.end))) return false
  return !citation.test(text.slice(token.start, token.start + longestCited))
}

/** Whether the print of words that recur may be a title: it asks nothing, and heads, cites or answers nothing. */
export const mayBeTitle = (print: string): boolean =>
  !/[?]/.test(print) && !beginsAsking.test(print) && !headsFaction.test(print) && !tells.test(print)

/** Whether a print of words that recur holds a sentence's end. */
export const isSentence = (print: string): boolean => endsWithin.test(print)

/** «Antwoord», where a title stands between a question and its answer on each page. */
const headingAlone = /^(?:Antwoord|ANTWOORD|Vraag|VRAAG):?$/

/** The run up to the heading or the number of the first question on a page, which follows its title: behind a wide gap, or before words that ask. */
export function beforeNumber([from, to]: [number, number], tokens: readonly Token[], text: string): [number, number] {
  for (let index = from + 1; index < to; index += 1) {
    const token = tokens[index]
    if (!token) continue
    const word = text.slice(token.start, token.end)
    if (headingAlone.test(word)) return [from, index]
    if (!/^\d{1,4}[.)]?$/.test(word)) continue
    const behind = text.slice(token.end, token.end + longestBeginning).trimStart()
    if (token.isApart || beginsAsking.test(behind)) return [from, index]
  }
  return [from, to]
}
