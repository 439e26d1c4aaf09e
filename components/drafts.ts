import type { Result, SavedNote, SaveNote } from '#utils/browser/protocol.ts'
import { isNoteColour } from '#utils/notes/colours.ts'
import { holdsEdit } from '#utils/notes/merge.ts'
import type { Draft } from './autosave.ts'

/**
 * Texts not known to be stored, in `localStorage`: the one store of a page that writes before it returns, so that a
 * text outlives a popup closed at any moment. Each editor has a key of its own: two windows on one note never write
 * over each other's draft.
 */

const prefix = 'kamerlens.draft.'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** @param editor random id of the editor, made when it opens */
export function draftKey(noteId: string, editor: string): string {
  return `${prefix}${noteId}.${editor}`
}

/** Returns false where the browser refused (storage full or switched off): the text is then in the field alone. */
export function writeDraft(storage: DraftStorage, key: string, draft: Draft): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Record<string, unknown>
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

/** The draft under a key; null where there is none (any more). */
function readDraft(storage: DraftStorage, key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

/** What earlier windows left behind. A row that is no draft (any more) is left alone. */
export function leftoverDrafts(storage: DraftStorage): { readonly key: string; readonly draft: Draft }[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  return keys.flatMap((key) => {
    const draft = key?.startsWith(prefix) ? readDraft(storage, key) : null
    return key && draft ? [{ key, draft }] : []
  })
}

export interface Recovery {
  readonly storage: DraftStorage
  /** Runs `task` unless an editor that is open somewhere owns the draft; may wait a moment to be sure. */
  readonly ifClosed: (key: string, task: () => Promise<void>) => Promise<void>
  /** The text of the note that is stored now, then the earlier ones; empty where there is none. */
  readonly storedTexts: (noteId: string) => Promise<readonly string[]>
  readonly save: (request: SaveNote) => Promise<Result<SavedNote>>
}

/**
 * Sends what closed windows left unsaved, and removes each draft once the store has it. A text that the store has
 * already seen (its answer came too late for the window) is not sent again: it would count as a rival edit.
 *
 * @returns how many texts were saved now, and the drafts that could not be
 */
export async function recoverDrafts(recovery: Recovery): Promise<{ saved: number; failed: readonly Draft[] }> {
  let saved = 0
  const failed: Draft[] = []
  async function recover(key: string): Promise<void> {
    // Its editor may have gone on, or have finished, until it was known to be closed.
    const draft = readDraft(recovery.storage, key)
    if (draft === null) return
    try {
      const requests = requestsOf(draft, await recovery.storedTexts(draft.noteId))
      for (const request of requests) {
        const answer = await recovery.save(request)
        if (!answer.ok) {
          failed.push(draft)
          return
        }
      }
      if (requests.length > 0) saved += 1
      recovery.storage.removeItem(key)
    } catch {
      failed.push(draft)
    }
  }
  // One note's drafts one after the other: each looks at what the store holds. Another note's need not wait for them.
  const byNote = Map.groupBy(leftoverDrafts(recovery.storage), ({ draft }) => draft.noteId)
  await Promise.all(
    [...byNote.values()].map(async (drafts) => {
      for (const { key } of drafts) await recovery.ifClosed(key, () => recover(key))
    }),
  )
  return { saved, failed }
}

/**
 * What is left to send of a draft, against what the store really has seen of it. A text that was on its way when the
 * window closed is sent again as it was: the store knows a repeated save from a rival edit.
 */
function requestsOf(draft: Draft, [current, ...earlier]: readonly string[]): SaveNote[] {
  const { noteId, target, sent, body, tags, openedTags, colour, place, passage } = draft
  const isTouched = tags !== undefined || colour !== undefined
  const save = (opened: string): SaveNote => ({
    id: noteId,
    target,
    opened,
    body,
    ...(tags ? { tags } : {}),
    ...(tags && openedTags ? { openedTags } : {}),
    ...(colour === undefined ? {} : { colour }),
    ...(place ? { place } : {}),
    ...(passage ? { passage } : {}),
  })
  if (current === body || (current !== sent && earlier.includes(body))) return isTouched ? [save(body)] : []
  if (sent === null || sent === body) return [save(draft.opened)]
  if (current === sent) return [save(sent)]
  // Both saves of a closing window arrived, and the text has grown since: sending the half-typed one again would put
  // it beside the whole. Only words tell; an edit that brought none is sent again.
  const bringsWords = !holdsEdit(draft.opened, draft.opened, body)
  if (current !== undefined && bringsWords && holdsEdit(current, draft.opened, body))
    return isTouched ? [save(body)] : []
  const first = { id: noteId, target, opened: draft.opened, body: sent, ...(passage ? { passage } : {}) }
  return [first, save(sent)]
}
