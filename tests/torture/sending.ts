import { aWhile } from '#tests/a-while.ts'
import type { NoteRow, NoteTagRow } from '#utils/database/schema.ts'
import { inspectorOf, readTable } from '../e2e/screens.ts'
import type { World } from '../e2e/world.ts'

/** What was answered to a message; undefined where nobody answered, as when the browser died. */
export async function send(world: World, type: string, payload: unknown): Promise<unknown> {
  try {
    const page = await inspectorOf(world.driver)
    return await page.evaluate(
      async (type, payload) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<{ value?: unknown } | undefined> } }
        }
        return (await chrome.runtime.sendMessage({ kamerlens: 'background', type, payload }))?.value
      },
      type,
      payload,
    )
  } catch {
    return undefined
  }
}

export interface Save {
  readonly id: string
  readonly opened: string
  readonly body: string
  readonly tags?: readonly string[]
  readonly openedTags?: readonly string[]
}

/** The text as it was stored; null where the save was not answered as saved. */
export async function save(world: World, { id, ...text }: Save): Promise<string | null> {
  const answer = (await send(world, 'note/save', { id, target: '2023D19158', ...text })) as
    | { ok?: boolean; value?: { note: NoteRow } }
    | undefined
  return answer?.ok === true ? (answer.value?.note.body ?? '') : null
}

/** Sends a save as an editor does: the same one again until it is answered as saved. */
export async function saveSurely(world: World, note: Save): Promise<string> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    const stored = await save(world, note)
    if (stored !== null) return stored
    await aWhile(50)
  }
  throw new Error(`${note.id} could not be saved within 20 s`)
}

/** All notes with their tags, by id. */
export async function storedNotes(
  world: World,
): Promise<ReadonlyMap<string, NoteRow & { readonly tags: readonly string[] }>> {
  const tags = Map.groupBy(await readTable<NoteTagRow>(world, 'noteTags'), ({ noteId }) => noteId)
  const notes = await readTable<NoteRow>(world, 'notes')
  return new Map(notes.map((note) => [note.id, { ...note, tags: (tags.get(note.id) ?? []).map(({ tag }) => tag) }]))
}
