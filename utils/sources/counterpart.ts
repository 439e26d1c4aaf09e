import type { DocumentType } from '#utils/documents/types.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf } from '#utils/references/code.ts'
import { typeOfKind } from './kinds.ts'
import type { OfficialDocument, RelatedDocument } from './official-document.ts'

/** The paper in which what a record asks is answered, or what it answers is asked. */
export interface Counterpart {
  /** Names of it, best first. */
  readonly aliases: readonly string[]
  /**
   * `answers`, `question-and-answer-list` or `written-questions`; null of a publication whose mention does not say whether
   * it answers or puts the answer off: its own look-up tells.
   */
  readonly type: DocumentType | null
  readonly title: string | null
  readonly date: string | null
}

/**
 * The counterpart of a record: of written questions and of a list of questions their first answer, once there is one;
 * of an answer the answer itself where it repeats its questions, as an Aanhangsel does, else the questions. Null where
 * there is none (yet).
 *
 * @param repeats whether the answer repeats its questions, where its text is known
 */
export function counterpartOf(document: OfficialDocument, repeats = isAanhangsel(document)): Counterpart | null {
  switch (typeOf(document)) {
    case 'written-questions':
    case 'postponement':
      return answerOf(document)
    case 'question-list':
      return first(document.related.filter((paper) => isAnswered(paper, document)))
    case 'answers':
      return repeats ? document : first(document.related.filter(isOf('written-questions')))
    default:
      return null
  }
}

/** Whether what is at a record can be read as a counterpart: questions or answers, and no notice of delay. */
export function isReadable({ type }: Pick<OfficialDocument, 'type'>): boolean {
  return type === 'answers' || type === 'question-and-answer-list' || type === 'written-questions'
}

/**
 * Where a paper is read, best first: as HTML from the official publications, then the file of the Tweede Kamer, then any other.
 * What is not published yet has no page there, so the first may fail where the second does not.
 */
export function readingAddresses({ aliases, file }: Pick<OfficialDocument, 'aliases' | 'file'>): readonly string[] {
  // The newest answers are published under an id of their own; the one of session and number leads nowhere then.
  const published = aliases.filter((alias) => /^(?:ah|kv|kst|nds)-/.test(alias))
  const own = published.filter((alias) => /^ah-\d{6,7}$/.test(alias))
  const pages = (own.length > 0 ? own : published).flatMap((alias) => codeOf(alias)?.url ?? [])
  const numbers = aliases.filter((alias) => /^\d{4}D\d{5}$/.test(alias))
  const files = numbers.map((number) => `https://www.tweedekamer.nl/downloads/document?id=${number}`)
  const all = [...pages.slice(0, 1), ...files.slice(0, 1), ...(file === null ? [] : [file.url])]
  return [...new Set(all)].filter(isOfficialUrl)
}

function typeOf({ is, type, kind }: OfficialDocument): DocumentType | null {
  if (is !== 'zaak') return type
  // The papers of a zaak are its questions and answers; the zaak itself is what is asked.
  return typeOfKind(kind) === 'written-questions' ? 'written-questions' : null
}

/** The questions of one zaak may be answered twice, the second time «nader»: the first answer is what was asked for. */
function answerOf({ related }: OfficialDocument): Counterpart | null {
  const said = first(related.filter(isOf('answers')))
  if (said !== null) return said
  return first(
    related.filter(
      ({ by, type, aliases }) =>
        by === 'publication' && type === null && aliases.some((alias) => alias.startsWith('ah-')),
    ),
  )
}

const isOf = (wanted: DocumentType) => (paper: RelatedDocument) =>
  paper.type === wanted && (paper.by === 'zaak' || paper.by === 'publication')

/** The list with answers to a list of questions shares its zaak or its dossier, and is no older. */
function isAnswered({ type, date }: RelatedDocument, list: OfficialDocument): boolean {
  return type === 'question-and-answer-list' && (date === null || list.date === null || date >= list.date)
}

function isAanhangsel({ aliases }: OfficialDocument): boolean {
  return aliases.some((alias) => alias.startsWith('ah-'))
}

/** Those without a date last. */
function first(papers: readonly RelatedDocument[]): Counterpart | null {
  const [paper] = papers.toSorted((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'))
  return paper ?? null
}
