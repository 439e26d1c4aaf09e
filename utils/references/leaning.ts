import { dashes, ignorables, noWordBefore, numberWord, space } from './characters.ts'
import { nameOfWritten } from './ids.ts'
import { pagesAfter, pieceAfterComma, piecesAt } from './kamerstuk-numbers.ts'
import { matchAt } from './look.ts'
import type { Leaning, Mention } from './types.ts'

/** Characters of the text between a short form and the citation before it that `resolveLeaning` wants to see. */
export const longestLean = 240

/** The same for those that say the least. */
const nearby = 60

/** `idem`, `ibid.`, `ibidem`: the same again, or another number of it. */
const again = new RegExp(`${noWordBefore}(?:[Ii]dem|[Ii]bid(?:em)?\\.?)(?![A-Za-z])`, 'y')
/** The words before «nr.» of the forms below; group 1 is all of the form that stands before it. */
const wordsBefore = (words: string) => new RegExp(`(?<=(${words},?\\s{1,64}))[Nn]`, 'y')
/** `dat Kamerstuk, nr. 6` */
const thatPaper = wordsBefore(
  '(?:[Dd]at|[Dd]it|[Hh]et|[Dd]ie|[Dd]eze|[Vv]oornoemde?|[Gg]enoemde?|[Bb]ovengenoemde?|[Hh]etzelfde|[Dd]ezelfde)\\s[Kk]amerstuk(?:ken)?',
)
/** «Zie ook nr. 6»: close behind the citation that it leans on. */
const seeAlso = wordsBefore('[Zz]ie(?:\\s(?:ook|verder|tevens))?')
/** `stuk nr. 28`, also as the end of `op stuk nr. 28`. */
const paper = wordsBefore('(?<![A-Za-z])(?:[Kk]amer)?[Ss]tuk(?:ken)?')
/** «gedrukt onder nr. 8»: in the head of what takes its place. */
const printedUnder = /(?<=(?:[Gg]edrukt|GEDRUKT)\s((?:onder|ONDER)\s{1,64}))[Nn]/y
/** «het lid … c.s. (nr. 28)»: in brackets behind whoever or whatever it is of. */
const inBrackets = new RegExp(
  `(?<=(?:motie|amendement|[Ll]id|[Ll]eden|c\\.s\\.|stuk|voorstel)(?![a-z]{0,3}nummer)[^().!?]{0,120}(?:\\.s\\.)?\\s?\\()(?=${numberWord}${space}[1-9])`,
  'y',
)

/** «brief van 21 maart 2022 (nr. 1254)»: behind another letter in the same dossier. */
const behindDate = new RegExp(`(?<=\\s(?:19|20)\\d\\d\\s?\\()(?=${numberWord}${space}[1-9])`, 'y')

/** The short forms at a place that `candidateIndexes` found: «idem» or «ibid.» itself, or the «nr.» of the others. */
export function leaningAt(text: string, index: number): readonly Leaning[] {
  const same = matchAt(again, text, index)
  if (same) return sameAgain(text, index, index + same[0].length)
  const that = matchAt(thatPaper, text, index)
  if (that?.[1]) return named(text, index - that[1].length, index, 'previous')
  const see = matchAt(seeAlso, text, index)
  if (see?.[1]) return named(text, index - see[1].length, index, 'previous').map((each) => ({ ...each, close: true }))
  const local = matchAt(paper, text, index) ?? matchAt(printedUnder, text, index)
  if (local?.[1]) return unlessTold(text, named(text, index - local[1].length, index, 'page'))
  const dated = matchAt(behindDate, text, index)
  if (!dated && !matchAt(inBrackets, text, index)) return []
  const inside = named(text, index, index, dated ? 'previous' : 'page')
  const end = inside.at(-1)?.end ?? index
  return /^[\s,)]/.test(text.slice(end, end + 1)) ? inside : []
}

/** What is followed by its dossier in brackets leans on nothing: `stuk nr. 44 (35 570-IX)`. */
function unlessTold(text: string, leaning: readonly Leaning[]): readonly Leaning[] {
  return matchAt(dossierInBrackets, text, leaning.at(-1)?.end ?? text.length) ? [] : leaning
}

const dossierInBrackets = /(?:,?\s?\(?was (?:nr\. )?\d{1,4}\)?)?\s{1,3}\([1-3]\d[.\s\u00a0]?\d{3}(?!\d)/y

function sameAgain(text: string, start: number, end: number): readonly Leaning[] {
  const others = named(text, start, end, 'previous')
  if (others.length > 0) return others
  const pages = pagesAfter(text, end)
  return [{ on: 'previous', ondernummer: null, start, end, ...(pages ? { pages } : {}) }]
}

function named(text: string, start: number, end: number, on: Leaning['on']): readonly Leaning[] {
  const pieces = piecesAt(text, end)
  const all = pieces.length > 0 || on === 'page' ? pieces : pieceAfterComma(text, end)
  return all.map(({ ondernummer, pages, ...place }, index) => ({
    on,
    ondernummer,
    start: index === 0 ? start : place.start,
    end: place.end,
    ...(pages ? { pages } : {}),
  }))
}

/** What may stand between a citation and a bare «Ibid.»: its pages, the end of its note and the mark of the next. */
const betweenNotes = new RegExp(
  `^[\\s.,;:)\\]»”"’${ignorables}]{0,20}(?:(?:pp?\\.?|blz\\.?|pag\\.?|bladzijde|pagina)?\\s?\\d{1,5}(?:\\s?[${dashes}]\\s?\\d{1,5})?)?[\\s.,;:)\\]»”"’↩${ignorables}]{0,20}\\[?(?:\\d{1,3}|[*†])?[\\s.)\\]${ignorables}]{0,12}(?:[Zz]ie )?$`,
)

/** Kinds whose ids end in a number that another number can take the place of. */
const numbered: ReadonlySet<string> = new Set([
  'kamerstuk',
  'aanhangsel',
  'staatsblad',
  'staatscourant',
  'tractatenblad',
])

/**
 * The reference that a short form stands for, or null where that is not known.
 *
 * @param previous the reference before it in the order of the document, and the text between the two (at most
 *   `longestLean` characters; null where there is more)
 * @param dossier the one dossier of the page (`Mentions.dossiers`); null where it has none or several
 */
export function resolveLeaning(
  leaning: Leaning,
  previous: { readonly reference: Mention; readonly between: string } | null,
  dossier: string | null,
): Mention | null {
  const { on, ondernummer, start, end, pages } = leaning
  const place = { start, end, ...(pages ? { pages } : {}) }
  if (on === 'page') {
    const code = dossier === null || ondernummer === null ? null : nameOfWritten(`kst-${dossier}-${ondernummer}`)
    return code && { ...code, ...place, certainty: 'local' }
  }
  if (previous === null || (leaning.close && previous.between.length > nearby)) return null
  const { kind, id } = previous.reference
  if (ondernummer === null) {
    return betweenNotes.test(previous.between) ? { kind, id, ...place, certainty: 'citation' } : null
  }
  const code = numbered.has(kind) ? nameOfWritten(id.replace(/(?:-[bhnv]\d{1,3})?-[^-]+$/, `-${ondernummer}`)) : null
  return code && { ...code, ...place, certainty: 'citation' }
}
