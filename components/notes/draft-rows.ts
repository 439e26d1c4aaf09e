import type { BesideText } from '#utils/browser/protocol/keeping.ts'
import { isNoteColour } from '#utils/notes/colours.ts'
import { differenceOf } from './text-edits.ts'

/** A text that is not known to be stored, as it lies in the draft. */
export interface Draft extends BesideText {
  readonly noteId: string
  readonly target: string
  /** The text last known to be stored. */
  readonly opened: string
  /** A text that was sent and not answered yet: it may or may not be stored. */
  readonly sent: string | null
  readonly body: string
}

/**
 * Texts not known to be stored, in `localStorage`: the one store of a page that writes before it returns, so that a
 * text outlives a popup closed at any moment. Each editor has a key of its own: two windows on one note never write
 * over each other's draft.
 *
 * A draft is one row. Of a long text that would be some hundreds of kilobytes at each key, so there what was typed since goes
 * into a second row, as a change of the first one's `opened`. Whichever of the two was written last, what is read is whole.
 */

const prefix = 'kamerlens.draft.'
const prefixOfChange = 'kamerlens.draft-change.'

/** Characters of an opened text from which what is typed has a row of its own. */
const long = 10_000

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A text as it is, or as a change of `opened`. */
type Written = string | { readonly from: number; readonly to: number; readonly insert: string }

interface Rest extends Omit<Draft, 'opened' | 'sent' | 'body'> {
  readonly sent: Written | null
  readonly body: Written
}

interface Row extends Rest {
  readonly opened: string
  /** Of a long text: what a row of its changes says that it belongs to. */
  readonly number?: number
}

interface ChangeRow extends Rest {
  readonly of: number
}

/** @param editor random id of the editor, made when it opens */
export function draftKey(noteId: string, editor: string): string {
  return `${prefix}${noteId}.${editor}`
}

const keyOfChange = (key: string): string => prefixOfChange + key.slice(prefix.length)

export interface DraftRows {
  /** False where the browser refused (storage full or switched off): the text is then in the field alone. */
  write(draft: Draft): boolean
  remove(): void
}

/** The draft of one editor. */
export function draftRows(storage: DraftStorage, key: string): DraftRows {
  let last: { readonly opened: string; readonly number: number } | null = null
  let number = 0

  function put(draft: Draft): void {
    const { opened, sent, body, ...rest } = draft
    if (opened.length < long) {
      last = null
      storage.setItem(key, JSON.stringify(draft))
      return
    }
    const written = (text: string): Written => differenceOf(opened, text) ?? opened
    const changed: Rest = { ...rest, sent: sent === null ? null : written(sent), body: written(body) }
    // Erasing everything removes the first row while its editor is still open.
    if (last?.opened === opened && storage.getItem(key) !== null) {
      storage.setItem(keyOfChange(key), JSON.stringify({ ...changed, of: last.number } satisfies ChangeRow))
      return
    }
    number += 1
    storage.setItem(key, JSON.stringify({ ...changed, opened, number } satisfies Row))
    last = { opened, number }
  }

  return {
    write(draft) {
      try {
        put(draft)
        return true
      } catch {
        return false
      }
    },
    remove() {
      last = null
      removeDraft(storage, key)
    },
  }
}

export function removeDraft(storage: DraftStorage, key: string): void {
  // A change alone would be left for good.
  storage.removeItem(keyOfChange(key))
  storage.removeItem(key)
}

/** The draft under a key; null where there is none (any more). */
export function readDraft(storage: DraftStorage, key: string): Draft | null {
  const row = parsed(storage, key)
  if (row === null || typeof row.opened !== 'string') return null
  const change = typeof row.number === 'number' ? parsed(storage, keyOfChange(key)) : null
  const { opened } = row
  const { number, of, ...rest } = change !== null && change.of === row.number ? change : row
  const draft = { ...rest, opened, sent: textOf(opened, rest.sent), body: textOf(opened, rest.body) }
  return isDraft(draft) ? draft : null
}

/** What earlier windows left behind. A row that is no draft (any more) is left alone. */
export function leftoverDrafts(storage: DraftStorage): { readonly key: string; readonly draft: Draft }[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  return keys.flatMap((key) => {
    const draft = key?.startsWith(prefix) ? readDraft(storage, key) : null
    return key && draft ? [{ key, draft }] : []
  })
}

function parsed(storage: DraftStorage, key: string): Record<string, unknown> | null {
  try {
    const row: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return typeof row === 'object' ? (row as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}

function textOf(opened: string, written: unknown): unknown {
  if (typeof written !== 'object' || written === null) return written
  const { from, to, insert } = written as Record<string, unknown>
  const isChange = typeof from === 'number' && typeof to === 'number' && typeof insert === 'string'
  return isChange ? opened.slice(0, from) + insert + opened.slice(to) : undefined
}

function isDraft(draft: Record<string, unknown>): draft is Record<string, unknown> & Draft {
  return (
    ['noteId', 'target', 'opened', 'body'].every((key) => typeof draft[key] === 'string') &&
    (draft.sent === null || typeof draft.sent === 'string') &&
    isTags(draft.tags) &&
    isTags(draft.openedTags) &&
    (draft.colour === undefined || draft.colour === null || isNoteColour(draft.colour))
  )
}

function isTags(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((tag) => typeof tag === 'string'))
}
