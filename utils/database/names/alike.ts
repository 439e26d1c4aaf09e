import type { Table } from 'dexie'
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

/** What other ids of these papers begin with: few, however many ids there are. */
function beginnings(ids: readonly DocumentId[]): readonly string[] {
  const dossiers = ids.flatMap((id) => /^(?:kst|dossier)-\d{5}(?=-|$)/.exec(bareOf(id))?.[0] ?? [])
  return [
    ...new Set(dossiers.map((id) => `${id}-R`)),
    ...(ids.some(isOfSenate) ? sessions.map((years) => `kst-${years}-`) : []),
  ]
}

/**
 * The other names of these papers that rows of a table are kept under, and those that say less, each once.
 *
 * @param index of names, or of targets of notes
 */
export async function alikeIn<Row, Key>(
  table: Table<Row, Key>,
  index: string,
  ids: readonly DocumentId[],
): Promise<readonly DocumentId[]> {
  const sought = beginnings(ids)
  if (sought.length === 0) return []
  const keys = (await table
    .where(index)
    .startsWithAnyOf([...sought])
    .uniqueKeys()) as readonly string[]
  const byBare = Map.groupBy(ids, bareOf)
  const kept = keys.map((key) => key.replace(/#.*$/, ''))
  const found = kept.filter((name) => byBare.get(bareOf(name))?.some((id) => isAlike(id, name)))
  return [...new Set([...ids.map(bareOf), ...found])].filter((name) => !ids.includes(name))
}
