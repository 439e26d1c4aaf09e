import type { BesideText, SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { holdsEdit } from '#utils/notes/merge.ts'
import { type Draft, type DraftStorage, leftoverDrafts, readDraft, removeDraft } from './draft-rows.ts'

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
      removeDraft(recovery.storage, key)
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
  const { noteId, opened: openedFirst, sent, body, target } = draft
  const beside = besideText(draft)
  const isTouched = beside.tags !== undefined || beside.colour !== undefined
  const save = (opened: string): SaveNote => ({ id: noteId, target, opened, body, ...beside })
  if (current === body || (current !== sent && earlier.includes(body))) return isTouched ? [save(body)] : []
  if (sent === null || sent === body) return [save(openedFirst)]
  if (current === sent) return [save(sent)]
  // Both saves of a closing window arrived, and the text has grown since: sending the half-typed one again would put
  // it beside the whole. Only words tell; an edit that brought none is sent again.
  const bringsWords = !holdsEdit(openedFirst, openedFirst, body)
  if (current !== undefined && bringsWords && holdsEdit(current, openedFirst, body))
    return isTouched ? [save(body)] : []
  const first = {
    id: noteId,
    target,
    opened: openedFirst,
    body: sent,
    ...(beside.passage ? { passage: beside.passage } : {}),
  }
  return [first, save(sent)]
}

/** Only what is known: what a later version may have written beside it would have the whole text refused. */
function besideText({ tags, openedTags, colour, place, passage }: Draft): BesideText {
  return {
    ...(tags ? { tags } : {}),
    ...(tags && openedTags ? { openedTags } : {}),
    ...(colour === undefined ? {} : { colour }),
    ...(place ? { place } : {}),
    ...(passage ? { passage } : {}),
  }
}
