import type { SavedNote, SaveNote } from '../../browser/protocol/keeping.ts'
import { longestKept } from '../../notes/longest.ts'
import { holdsEdit, mergeTexts } from '../../notes/merge.ts'
import { targetType } from '../../notes/target.ts'
import { StoreFailure } from '../errors.ts'
import { sha256 } from '../names/hash.ts'
import type { KamerlensDatabase } from '../open.ts'
import { changedNote, removedNote, restoredNote } from '../rows/removal.ts'
import type { NotePlace, NoteRow } from '../schema.ts'
import { mentionsOf, putNoteMentions } from './note-mentions.ts'
import { changeTags, normalTags } from './tags.ts'
import { takeUndoneNote, undoneNote, type WholeNote } from './undone-notes.ts'
import { isWorthKeeping } from './versions.ts'

/** Saves that are remembered for telling a repeated one; an editor has one in flight, so two windows need two. */
const rememberedSaves = 8
/** Places that are remembered, newest first. */
const mostPlaces = 20

/**
 * Stores what an editor sends, in one strict transaction, as a difference against the text that the editor opened:
 * another window's edit of the same note stays (SAFETY §2). The same save sent twice is stored once; an edit revives
 * a deleted note, and one that the undo of an import took away; a note that never had a text, a tag or a colour is not stored (its row comes back with version 0).
 *
 * Throws `StoreFailure`: `invalid` where the id or target is none, a passage is said to be of a question, or the id belongs to a note on something else.
 */
export async function saveNote(db: KamerlensDatabase, save: SaveNote, now: Date): Promise<SavedNote> {
  const type = typeOf(save)
  const fingerprint = (await sha256(JSON.stringify([save.opened, save.body]))).slice(0, 16)
  const saving = { save, fingerprint, at: now.toISOString() }
  return db.write(['notes', 'noteTags', 'noteVersions', 'noteMentions'], async () => {
    const [stored, mentioned] = await Promise.all([db.notes.get(save.id), mentionsOf(db, save.id)])
    // An editor may be open on what the undo of an import took away.
    const undone = stored === undefined ? await undoneNote(db, save.id) : undefined
    const current = stored ?? undone?.note
    const changingTags = () => changeTags(db, save.id, save.tags, save.openedTags, saving.at)
    if (current === undefined) {
      const note = newNote(saving, type)
      const isEmpty = save.body.trim() === '' && normalTags(save.tags ?? []).length === 0 && note.colour === undefined
      if (isEmpty) return { note: { ...note, version: 0 }, merged: false }
      await Promise.all([db.notes.add(note), putNoteMentions(db, note, mentioned), changingTags()])
      return { note, merged: false }
    }
    if (current.target !== save.target) throw new StoreFailure('invalid', 'this id is of a note on something else')
    if (undone !== undefined) {
      if (!isChange(undone, save)) return { note: { ...current, version: 0 }, merged: false }
      await takeUndoneNote(db, undone)
    }
    const note = savedNote(current, saving)
    const tagsChanged = await changingTags()
    const merged = note.body !== save.body
    const isNewBody = note.body !== current.body || undone !== undefined
    if (!isNewBody && !tagsChanged && note.colour === current.colour && !revives(current, saving)) {
      return { note: current, merged }
    }
    const earlier = { noteId: current.id, version: current.version, body: current.body, at: current.updatedAt }
    await Promise.all([
      merged || isWorthKeeping(current, note) ? db.noteVersions.put(earlier) : undefined,
      db.notes.put(note),
      isNewBody ? putNoteMentions(db, note, mentioned) : undefined,
    ])
    return { note, merged }
  })
}

interface Saving {
  readonly save: SaveNote
  /** By which a save that comes a second time is known. */
  readonly fingerprint: string
  readonly at: string
}

function typeOf({ id, target, passage }: SaveNote): NoteRow['type'] {
  const type = targetType(target)
  if (type === null || id === '' || (passage !== undefined && type !== 'document'))
    throw new StoreFailure('invalid', 'target')
  return passage === undefined ? type : 'passage'
}

function newNote({ save, fingerprint, at }: Saving, type: NoteRow['type']): NoteRow {
  return {
    id: save.id,
    target: save.target,
    type,
    ...(save.passage === undefined ? {} : { passage: save.passage, seen: { lastFound: at } }),
    body: save.body,
    ...(save.colour ? { colour: save.colour } : {}),
    version: 1,
    saves: [fingerprint],
    places: placesWith([], save.place),
    createdAt: at,
    updatedAt: at,
  }
}

/** The note as it is after a save, whether that changes anything or not. */
function savedNote(current: NoteRow, { save, fingerprint, at }: Saving): NoteRow {
  const colour = save.colour === undefined ? current.colour : (save.colour ?? undefined)
  const { colour: _, ...live } = changedNote(current, at)
  return {
    ...live,
    body: bodyAfter(current, save, fingerprint),
    ...(colour === undefined ? {} : { colour }),
    saves: [fingerprint, ...(current.saves ?? []).filter((known) => known !== fingerprint)].slice(0, rememberedSaves),
    places: placesWith(current.places, save.place),
  }
}

/** Whoever edits a removed note wants it, also where another window's edit leaves nothing of this one. */
const revives = (current: NoteRow, { save, fingerprint }: Saving): boolean =>
  current.deletedAt !== undefined && save.body !== save.opened && !current.saves?.includes(fingerprint)

/** Whether a save changes anything of the note that it is of. */
function isChange({ note, tags }: WholeNote, save: SaveNote): boolean {
  const before = save.openedTags === undefined ? tags.map(({ tag }) => tag) : normalTags(save.openedTags)
  const after = save.tags === undefined ? before : normalTags(save.tags)
  return (
    save.body !== save.opened ||
    before.some((tag) => !after.includes(tag)) ||
    after.some((tag) => !before.includes(tag)) ||
    (save.colour !== undefined && (save.colour ?? undefined) !== note.colour)
  )
}

/** Removes a note; its row stays, so that it can be restored and a later edit revives it. Twice is once. */
export function deleteNote(db: KamerlensDatabase, id: string, now: Date): Promise<NoteRow> {
  return changeNote(db, id, (note) => (note.deletedAt === undefined ? removedNote(note, now.toISOString()) : note))
}

/** Takes a removal back. */
export function restoreNote(db: KamerlensDatabase, id: string, now: Date): Promise<NoteRow> {
  return changeNote(db, id, (note) => (note.deletedAt === undefined ? note : restoredNote(note, now.toISOString())))
}

function changeNote(db: KamerlensDatabase, id: string, change: (note: NoteRow) => NoteRow): Promise<NoteRow> {
  return db.write(['notes'], async () => {
    const current = await db.notes.get(id)
    if (current === undefined) throw new StoreFailure('not-found', 'note')
    const changed = change(current)
    if (changed !== current) await db.notes.put(changed)
    return changed
  })
}

/** The text after a save, given what is stored. */
function bodyAfter(current: NoteRow, { opened, body }: SaveNote, fingerprint: string): string {
  // The very save that made this text: its sender did not hear of it and sends it again.
  if (body === current.body || opened === body || current.saves?.[0] === fingerprint) return current.body
  if (opened === current.body) return body
  // Another window has saved since. A save that comes again is known by its fingerprint, but so is one that makes the
  // same change a second time, after it was taken back: only where its words are still here is it the same one.
  if (current.saves?.includes(fingerprint) && holdsEdit(current.body, opened, body)) return current.body
  const merged = mergeTexts(opened, current.body, body)
  // What is too long to be kept no export could bring back: then what was there stands in the history alone.
  return merged.length > longestKept ? body : merged
}

function placesWith(places: readonly NotePlace[], place: NotePlace | undefined): readonly NotePlace[] {
  if (place === undefined || !/^https?:\/\//i.test(place.url)) return places
  return [place, ...places.filter(({ url }) => url !== place.url)].slice(0, mostPlaces)
}
