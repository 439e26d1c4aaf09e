import type { OfficialDocument, RelatedDocument } from './official-document.ts'
import { type QuestionStatus, questionStatus } from './question-status.ts'

/** What can happen to something that is followed. */
export type NewsKind = 'answered' | 'postponed' | 'withdrawn' | 'settled' | 'new-document' | 'decision'

export interface News {
  /** When it was noticed, ISO 8601 in UTC. */
  readonly at: string
  readonly kind: NewsKind
  /** Names of the paper that brought it, best first; empty where none did. */
  readonly ids: readonly string[]
  /** Of that paper, or the words of a decision. */
  readonly title: string | null
  /** The paper's own day, `2023-05-22`. */
  readonly day: string | null
  readonly seen: boolean
  /** The browser's notification has told of it. */
  readonly told?: true
}

/** Tells one piece of news of a thing from its others, on whichever machine it was noticed. */
export const newsKey = ({ kind, ids, title, day }: News): string => JSON.stringify([kind, ids[0] ?? title, day])

/** What of a record was seen already. */
export interface Seen {
  /** `QuestionStatus['is']`; null where the record had none. */
  readonly status: string | null
  /** Every name of every paper that belongs with it. */
  readonly papers: readonly string[]
  readonly decisions: readonly string[]
}

/** What is kept of one followed thing, newest first. */
export const mostNews = 50
/** What one look tells of at most: a service that is set right can bring hundreds of papers at once. */
const mostAtOnce = 20
/** Names of papers that are remembered; the largest dossiers have some thousand papers. */
export const mostPapers = 20_000
export const mostDecisions = 500
/** Names of one paper, and characters of a title. */
export const mostNames = 10
export const longestTitle = 500

/** How far written questions have come; a status that is no further than what was seen is no news. */
const reach: Readonly<Record<QuestionStatus['is'], number>> = {
  unanswered: 0,
  postponed: 1,
  settled: 2,
  answered: 3,
  withdrawn: 3,
}

/**
 * What a record tells that was not seen before. None at the first look. Nothing that is missing now is news, and neither is
 * a paper that is known under any of its names.
 *
 * @param seen null before the first look
 * @param at now, ISO 8601 in UTC
 * @param today in the Netherlands
 */
export function newsIn(document: OfficialDocument, seen: Seen | null, at: string, today: string): readonly News[] {
  if (seen === null) return []
  const status = questionStatus(document, today)
  const papers = unseenPapers(document, seen).map((paper) => newsOf(kindOf(paper, document, status), paper, at))
  const turn = turnOf(status, seen)
  const turned = turn === null || papers.some(({ kind }) => kind === turn.kind) ? [] : [{ ...turn, at }]
  const decided = unseenDecisions(document, seen).map(
    (text): News => ({ at, kind: 'decision', ids: [], title: text.slice(0, longestTitle), day: null, seen: false }),
  )
  // What became of questions goes before papers, and late papers before early ones.
  const first = [...turned, ...papers.filter(({ kind }) => kind !== 'new-document'), ...decided]
  const others = papers.filter(({ kind }) => kind === 'new-document')
  return [...first, ...others.toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))].slice(0, mostAtOnce)
}

/** What has been seen once this record was: nothing is forgotten that a service leaves out for a while. */
export function seenIn(document: OfficialDocument, seen: Seen | null, today: string): Seen {
  const now = questionStatus(document, today)?.is ?? null
  const before = seen?.status ?? null
  const names = [...document.aliases, ...document.related.flatMap(({ aliases }) => aliases)]
  const decisions = [...(seen?.decisions ?? []), ...unseenDecisions(document, seen)]
  return {
    status: now !== null && (before === null || reach[now] >= reachOf(before)) ? now : before,
    papers: [...new Set([...(seen?.papers ?? []), ...names])].slice(-mostPapers),
    decisions: decisions.slice(-mostDecisions),
  }
}

const reachOf = (status: string): number => (Object.hasOwn(reach, status) ? reach[status as QuestionStatus['is']] : -1)

function unseenPapers(document: OfficialDocument, { papers }: Seen): readonly RelatedDocument[] {
  const known = new Set([...papers, ...document.aliases])
  return document.related.filter((paper) => {
    // A publication's bare pointer to another: of which paper, and whether it is known by another name, can't be told.
    const isPointer = paper.by === 'publication' && paper.title === null && paper.date === null
    const isKnown = paper.aliases.some((alias) => known.has(alias))
    for (const alias of paper.aliases) known.add(alias)
    return !isKnown && !isPointer
  })
}

/** The same words may be decided twice. */
function unseenDecisions({ decisions }: OfficialDocument, seen: Seen | null): readonly string[] {
  const known = [...(seen?.decisions ?? [])]
  return decisions.filter((text) => {
    const at = known.indexOf(text)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

function kindOf(paper: RelatedDocument, { type }: OfficialDocument, status: QuestionStatus | null): NewsKind {
  if (type === 'question-list') return paper.type === 'question-and-answer-list' ? 'answered' : 'new-document'
  if (status === null) return 'new-document'
  if (paper.type === 'answers') return 'answered'
  if (paper.type === 'postponement') return 'postponed'
  return status.is === 'withdrawn' && /^intrekking\b/i.test(paper.kind ?? paper.title ?? '')
    ? 'withdrawn'
    : 'new-document'
}

function newsOf(kind: NewsKind, { aliases, title, date }: RelatedDocument, at: string): News {
  return {
    at,
    kind,
    ids: aliases.slice(0, mostNames),
    title: title?.slice(0, longestTitle) ?? null,
    day: date,
    seen: false,
  }
}

/** The news that a status is, where it goes further than the one that was seen. */
function turnOf(status: QuestionStatus | null, { status: before }: Seen): Omit<News, 'at'> | null {
  if (status === null || before === null || reach[status.is] <= reachOf(before)) return null
  if (status.is === 'unanswered') return null
  const ids = status.is === 'answered' ? status.answers.slice(0, mostNames) : []
  return { kind: status.is, ids, title: null, day: 'on' in status ? status.on : null, seen: false }
}
