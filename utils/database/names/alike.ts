import type { Collection, Table, WhereClause } from 'dexie'
import type { DocumentId } from '../schema.ts'

/**
 * Ids of which one says more of a paper than the other: `kst-36351-R2184-3` has the number of the Rijkswet that its dossier is of,
 * `kst-20032004-28867-C` the session in which the Senate published it, and whoever cites either may leave that out (DOMAIN §1.2). What is
 * kept under one is shown at the other. They are no names of one document: of one letter in two sessions there may be two papers,
 * so nothing is joined by them.
 */

const rijkswet = /^((?:kst|dossier)-\d{5})-R\d{3,4}(?=-|$)/
/**
 * A paper of the Senate with its session; noughts may fill up its roman dossiers. By a bare number without the session a paper of the
 * other chamber is named: `kst-20002001-26976-175` is not `kst-26976-175`.
 */
const senate = /^kst-(\d{8})-0{0,4}(?=.{1,20}-(?:[A-Z]{1,2}|\d{1,4}[a-z])(?:-[bhnv]\d{1,3}){0,2}$)/
const lettered = /-(?:[A-Z]{1,2}|\d{1,4}[a-z])(?:-[bhnv]\d{1,3}){0,2}$/

/** The sessions whose years are a part of ids: 1994–1995 to 2009–2010. */
const sessions = Array.from({ length: 16 }, (_, index) => `${1994 + index}${1995 + index}`)

/** The id without the number of a Rijkswet: of the same dossier, and so of the same paper. */
export const withoutRijkswet = (id: DocumentId): DocumentId => id.replace(rijkswet, '$1')

/** The id without what a citation may leave out: `kst-36351-3`, `kst-28867-C`. */
export const bareOf = (id: DocumentId): DocumentId => withoutRijkswet(id.replace(senate, 'kst-'))

/** Whether an id may be of a paper of the Senate that is published with a session, or without one. */
export const isOfSenate = (id: DocumentId): boolean => id.startsWith('kst-') && lettered.test(bareOf(id))

const sessionOf = (id: DocumentId): string => senate.exec(id)?.[1] ?? ''

/** Whether two ids may be of one paper by their form alone: of two sessions they are not. */
export function isAlike(one: DocumentId, other: DocumentId): boolean {
  const [first, second] = [sessionOf(one), sessionOf(other)]
  return bareOf(one) === bareOf(other) && (first === '' || second === '' || first === second)
}

/** What ids with the number of a Rijkswet begin with that may be of these papers: one for each dossier. */
function rijkswetStarts(ids: readonly DocumentId[]): readonly string[] {
  const dossiers = ids.flatMap((id) => /^(?:kst|dossier)-\d{5}(?=-|$)/.exec(bareOf(id))?.[0] ?? [])
  return [...new Set(dossiers)].map((dossier) => `${dossier}-R`)
}

/** What all ids with a session lie between: little else does. */
const ofSessions = [`kst-${sessions.at(0)}-`, `kst-${sessions.at(-1)}-\uffff`] as const

/** From so many stretches on one cursor over all of them costs less than a question for each. */
const fewStretches = 40

/** Whether other ids may be of one of these papers by their form: of most they may not. */
export const mayBeAlike = (ids: readonly DocumentId[]): boolean => ids.some((id) => /^(?:kst|dossier)-/.test(id))

/**
 * The other names of these papers that rows of a table are kept under, and those that say less, each once. Nearly always there are none,
 * and that is told by a few short questions that are asked together.
 *
 * @param index of names, or of targets of notes
 */
export async function alikeIn<Row, Key>(
  table: Table<Row, Key>,
  index: string,
  ids: readonly DocumentId[],
): Promise<readonly DocumentId[]> {
  if (!mayBeAlike(ids)) return []
  const keys = (await Promise.all(stretchesOf(table.where(index), ids).map(keysIn))).flat()
  const byBare = Map.groupBy(ids, bareOf)
  const kept = keys.map((key) => key.replace(/#.*$/, ''))
  const found = kept.filter((name) => byBare.get(bareOf(name))?.some((id) => isAlike(id, name)))
  return [...new Set([...ids.map(bareOf), ...found])].filter((name) => !ids.includes(name))
}

/** Where in an index the ids lie that may be of these papers and say more. Between them lies most of what is kept. */
function stretchesOf<Row, Key>(where: WhereClause<Row, Key>, ids: readonly DocumentId[]): Collection<Row, Key>[] {
  const starts = rijkswetStarts(ids)
  const dossiers =
    starts.length > fewStretches ? [where.startsWithAnyOf([...starts])] : starts.map((start) => where.startsWith(start))
  return ids.some(isOfSenate) ? [...dossiers, where.between(...ofSessions)] : dossiers
}

/** The keys of a stretch in which there are seldom any: that there are none is told without a cursor, which costs more. */
async function keysIn<Row, Key>(stretch: Collection<Row, Key>): Promise<readonly string[]> {
  const some = await stretch.clone().limit(1).primaryKeys()
  return some.length === 0 ? [] : ((await stretch.uniqueKeys()) as readonly string[])
}
