import type { Answerer, Asker, DocumentFacts } from '../documents/types.ts'
import { codeOf } from '../references/code.ts'
import { type FamilyName, familyOf } from '../references/ids/ids.ts'
import type { Code } from '../references/types.ts'
import { headingOf } from '../sources/heading.ts'
import type { OfficialDocument } from '../sources/official-document.ts'
import { peopleOf } from '../sources/people.ts'

/** What a citation is made of, in whatever form. Single facts are null where they are not known. */
export interface CitedPaper {
  /** The code that it is cited by: of its publication where it has one, else its number. */
  readonly code: Code
  /** The address that leads to it: an official page. */
  readonly url: string
  readonly title: string | null
  /** In the words of the service: «Antwoord schriftelijke vragen». */
  readonly kind: string | null
  /** A day, `2023-05-22`. */
  readonly date: string | null
  /** Vergaderjaar, `2022-2023`. */
  readonly session: string | null
  readonly chamber: OfficialDocument['chamber']
  readonly authors: readonly Author[]
}

/** What is kept of a paper, as far as a citation goes. */
export interface KeptPaper {
  readonly aliases: readonly string[]
  readonly title: string
  readonly date?: string
  readonly facts?: DocumentFacts
}

/** Who wrote it: a person whose name can be taken apart for sure, or a name as it stands. */
export type Author =
  | { readonly family: string; readonly given: string; readonly particle: string | null }
  | { readonly literal: string }

/**
 * What papers are cited by, best first: their place in a printed series says what they are and where they are found by
 * itself, a number of the registration does not (DOMAIN §1).
 */
const ranks: readonly FamilyName[] = [
  'kamerstuk',
  'senate',
  'senate-session',
  'aanhangsel',
  'handelingen',
  'stb',
  'stcrt',
  'trb',
  'kamervraag',
  'kvr',
  'ah',
  'kst',
  'bijlage',
  'document',
  'nds',
]

/**
 * The facts of a paper for its citation, from the official record and, where that is missing or silent, from what is kept.
 *
 * @param code that the paper was opened by
 */
export function citedPaper(code: Code, official: OfficialDocument | null, kept: KeptPaper | null): CitedPaper {
  const names = [...new Set([code.id, ...(official?.aliases ?? []), ...(kept?.aliases ?? [])])]
  const cited = bestOf(names) ?? code
  const links = official?.links ?? []
  const published = links.find((url) => /^https:\/\/zoek\.officielebekendmakingen\.nl\//.test(url))
  const facts = kept?.facts
  const type = official?.type ?? facts?.type ?? null
  const people = peopleOf(facts, official)
  return {
    code: cited,
    // The newest answers are not found under the number that they are cited by.
    url: links.length === 0 || links.includes(cited.url) ? cited.url : (published ?? links[0] ?? cited.url),
    title: headingOf(official) ?? (kept?.title.trim() || null),
    kind: official?.kind ?? null,
    date: official?.date ?? kept?.date ?? null,
    session: official?.session ?? null,
    chamber: official?.chamber ?? null,
    authors:
      type === 'answers' || type === 'postponement'
        ? people.answeredBy.map(answererOf)
        : type === 'written-questions'
          ? people.askedBy.flatMap(askerOf)
          : [],
  }
}

function bestOf(names: readonly string[]): Code | null {
  const known = names.flatMap((id) => {
    const rank = ranks.indexOf(familyOf(id)?.family.name ?? 'dossier')
    const code = rank < 0 ? null : codeOf(id)
    return code === null ? [] : [{ code, rank }]
  })
  return known.toSorted((a, b) => a.rank - b.rank)[0]?.code ?? null
}

function askerOf({ name, party }: Asker): readonly Author[] {
  if (name !== null) return [authorOf(name)]
  return party === null ? [] : [{ literal: party }]
}

function answererOf({ name, function: post, ministry }: Answerer): Author {
  return name === null ? { literal: ministry === null ? post : `${post} van ${ministry}` } : authorOf(name)
}

/** `F. van Zuilen` says which part is the family name; «Daniëlle Jansen» and «De Vries» do not. */
function authorOf(name: string): Author {
  const written = name.replace(/\s+/g, ' ').trim()
  const [, given, rest = ''] = /^((?:\p{Lu}\p{L}?\. ?)+)(\p{L}.*)$/u.exec(written) ?? []
  const [, particle, family] = /^((?:[’']?\p{Ll}[\p{L}’']*\.? )*)(\p{L}.*)$/u.exec(rest) ?? []
  if (given === undefined || family === undefined) return { literal: written }
  return { given: given.trim(), family, particle: particle?.trim() || null }
}
