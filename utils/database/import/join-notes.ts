import { longestKept } from '../../notes/longest.ts'
import { mergeTexts, mergeWithoutBase, wordsOf } from '../../notes/merge.ts'
import { isChangedLater, isTouchedLater, joinedMoments, withMoments } from '../rows/removal.ts'
import type { NoteRow, NoteVersionRow } from '../schema.ts'

/** A note with its history. */
export interface NoteHistory {
  readonly note: NoteRow
  readonly versions: readonly NoteVersionRow[]
}

/**
 * Joins two histories of one note, made on two machines. No text is dropped: where one text grew from the other it is
 * the later; where both changed they are merged, against the newest text that both histories know, and both stay in
 * the history. Whether it is removed is as the later change has it, and so is its colour, where that has one. Joining the same again changes nothing, and both
 * machines come to the same text.
 *
 * @param choice `theirs`: the other's text is meant, and whether it is removed; ours stays in the history
 */
export function joinNotes(own: NoteHistory, other: NoteHistory, choice: 'merge' | 'theirs' = 'merge'): NoteHistory {
  const isTheirs = choice === 'theirs'
  const touched = isTheirs || isTouchedLater(other.note, own.note) ? other.note : own.note
  const painted = isTheirs ? other.note : laterChanged(own.note, other.note, ({ colour = '' }) => colour)
  const joined = isTheirs ? other.note.body : joinBodies(own, other)
  // What is too long to be kept no export could bring back: then the other text stands in the history alone.
  const body = joined.length > longestKept ? laterChanged(own.note, other.note, bodyOf).body : joined
  const history = joinVersions(own, other, body)
  const version = versionOf(own, other, body, history)
  const { saves, colour: _, ...rest } = withMoments(own.note, joinedMoments(own.note, other.note, touched))
  const colour = painted.colour ?? own.note.colour ?? other.note.colour
  const passage = own.note.passage ?? other.note.passage
  const note: NoteRow = {
    ...rest,
    ...(passage === undefined ? {} : { passage, type: 'passage' }),
    body,
    ...(colour === undefined ? {} : { colour }),
    version,
    ...(body === own.note.body && saves !== undefined ? { saves } : {}),
    places: joinPlaces(own.note, other.note),
    createdAt: [own.note.createdAt, other.note.createdAt].sort()[0] ?? own.note.createdAt,
  }
  return { note, versions: history }
}

const bodyOf = ({ body }: NoteRow): string => body

/** The copy that was changed later; of two at one moment (a clock ran ahead before both) the same one, whichever of them is our own. */
function laterChanged(own: NoteRow, other: NoteRow, tell: (note: NoteRow) => string): NoteRow {
  if (isChangedLater(own, other)) return own
  return isChangedLater(other, own) || tell(other) > tell(own) ? other : own
}

function joinBodies(own: NoteHistory, other: NoteHistory): string {
  const mine = own.note.body
  const theirs = other.note.body
  if (mine === theirs) return mine
  const theyGrewFromMine = textsOf(other).has(mine)
  const mineGrewFromTheirs = textsOf(own).has(theirs)
  // Each in the other's past: one of them was taken back to an earlier text, and the later change is meant.
  if (theyGrewFromMine && mineGrewFromTheirs) return laterChanged(own.note, other.note, bodyOf).body
  if (theyGrewFromMine) return theirs
  if (mineGrewFromTheirs) return mine
  const base = commonText(own, other)
  if (base !== null) return mergeTexts(base, mine, theirs)
  // Typing on makes no entry in the history, so a text may have grown from the other without either knowing it.
  const mineIsWhole = holdsWords(mine, theirs)
  if (mineIsWhole !== holdsWords(theirs, mine)) return mineIsWhole ? mine : theirs
  return mergeWithoutBase(mine, theirs)
}

/** Whether every word of `inner` stands in `outer`, in the same order. */
function holdsWords(outer: string, inner: string): boolean {
  const sought = wordsOf(inner)
  let found = 0
  for (const word of wordsOf(outer)) if (word === sought[found]) found += 1
  return found === sought.length
}

/** Earlier texts with when they were written. */
function textsOf({ versions }: NoteHistory): ReadonlyMap<string, string> {
  return new Map(versions.map(({ body, at }) => [body, at]))
}

/** The newest text that both histories know; which of the two is asked makes no difference. */
function commonText(own: NoteHistory, other: NoteHistory): string | null {
  const theirs = textsOf(other)
  const common = [...textsOf(own)].flatMap(([body, at]) => {
    const alsoAt = theirs.get(body)
    return alsoAt === undefined ? [] : [{ body, at: [at, alsoAt].sort()[1] ?? at }]
  })
  common.sort((a, b) => (a.at > b.at || (a.at === b.at && a.body < b.body) ? -1 : 1))
  return common[0]?.body ?? null
}

/** Both histories, and both texts where the joined one is neither; each text once, own numbers kept. */
function joinVersions(own: NoteHistory, other: NoteHistory, body: string): readonly NoteVersionRow[] {
  const joined = [...own.versions]
  const candidates = [
    ...[...other.versions].sort((a, b) => a.version - b.version),
    ...[own.note, other.note].map(({ id, version, body, updatedAt }) => ({ noteId: id, version, body, at: updatedAt })),
  ]
  const texts = new Set([body, ...joined.map((known) => known.body)])
  const taken = new Set(joined.map(({ version }) => version))
  let highest = highestOf(joined)
  for (const row of candidates) {
    if (row.body.trim() === '' || texts.has(row.body)) continue
    const version = taken.has(row.version) ? highest + 1 : row.version
    joined.push({ ...row, version })
    texts.add(row.body)
    taken.add(version)
    highest = Math.max(highest, version)
  }
  return joined
}

const highestOf = (versions: readonly NoteVersionRow[]): number =>
  versions.reduce((most, { version }) => Math.max(most, version), 0)

/** The note with a number above those of its history, as each of ours has: the next save would put the text of before in place of one. */
export function aboveHistory({ note, versions }: NoteHistory): NoteRow {
  const highest = highestOf(versions)
  return note.version > highest ? note : { ...note, version: highest + 1 }
}

function versionOf(own: NoteHistory, other: NoteHistory, body: string, history: readonly NoteVersionRow[]): number {
  const unchanged = body === own.note.body && history.length === own.versions.length
  const highest = highestOf(history)
  const isLater = isTouchedLater(other.note, own.note) || isChangedLater(other.note, own.note)
  if (unchanged && !isLater) return own.note.version
  return Math.max(own.note.version, other.note.version, highest + 1)
}

function joinPlaces(own: NoteRow, other: NoteRow): NoteRow['places'] {
  const known = new Set(own.places.map(({ url }) => url))
  return [...own.places, ...other.places.filter(({ url }) => !known.has(url))]
}
