import { IDBFactory } from 'fake-indexeddb'
import { type Autosave, createAutosave } from '#components/notes/autosave.ts'
import type { SaveStatus } from '#components/notes/autosave-options.ts'
import type { Draft } from '#components/notes/draft-rows.ts'
import { type DraftStorage, draftKey, draftRows, readDraft } from '#components/notes/draft-rows.ts'
import { recoverDrafts } from '#components/notes/drafts.ts'
import type { SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import { tagsOf } from '#utils/database/notes/tags.ts'
import { versionsOf } from '#utils/database/notes/versions.ts'
import { noRecords, type Records } from '#utils/database/records/records.ts'
import { mergeTexts } from '#utils/notes/merge.ts'
import { randomFrom } from '../bench/random.ts'
import { readExport } from '../unit/database/import/read-export.ts'
import { earlierProfile, Faults, newProfile, type Profile, type Session, startOn } from './faulty-profile.ts'
import { countOf } from './lines.ts'

/** What follows a write that failed: the editor tries again, or the browser is killed there and then. */
export type After = 'retry' | 'kill'

export interface FaultTrial {
  /** Writes of the script, each of which failed once. */
  readonly writes: number
  /** What was not as it has to be, in words. */
  readonly wrong: readonly string[]
}

export interface FaultScript {
  readonly steps: number
  readonly seed: number
  readonly after: After
}

/** A note as plain reasoning has it. */
interface Expected {
  /** Lines that have to be there, once. */
  readonly lines: Set<string>
  readonly tags: Set<string>
  isDeleted: boolean
  /** Its removal, or its return, was cut off by a kill: either will do. */
  isUncertain: boolean
}

/** The browser was killed at a write that failed. */
class Killed extends Error {}

const target = '2023D19158'

/** As what a write without room may be told; the last of them of one that an upgrade makes while the database is opened. */
export const refusals: ReadonlySet<string> = new Set([
  'quota',
  'not-secured',
  'journal-unavailable',
  'upgrade-unsecured',
  'database-unavailable',
])

/** What an earlier Kamerlens has left: it is upgraded at the first start. */
const early = { id: 'vroeg', target, body: 'Regel van vroeger, zie 2023D20951.' }

/**
 * A script of saves, edits, tags, merges, removals, returns, imports and snapshots, once for each write that it makes, in
 * the database or in the journal, with that write failing for want of room (SAFETY §2). After each run: the failure came
 * to whoever asked for the write, the text stayed in field and draft, and what was shown as saved is there once at the
 * next start, with the database as it was left and with it wiped.
 *
 * @param isTried which of the writes fail, from 1; all of them unless said
 */
export async function faultTrial(
  script: FaultScript,
  isTried: (write: number) => boolean = () => true,
  tell: (line: string) => void = () => {},
): Promise<FaultTrial> {
  const whole = new Run(script, 0)
  await whole.run()
  const wrong = [...whole.wrong]
  let tried = 0
  for (let write = 1; write <= whole.writes; write += 1) {
    if (!isTried(write)) continue
    const run = new Run(script, write)
    await run.run()
    tried += 1
    wrong.push(...run.wrong.map((words) => `write ${write} of ${whole.writes} (${run.hit ?? 'not made'}): ${words}`))
    if (tried % 25 === 0) tell(`quota, ${script.after}: write ${write} of ${whole.writes}`)
  }
  return { writes: tried, wrong }
}

/** One run of the script, with one write that fails. */
class Run {
  readonly wrong: string[] = []
  readonly #script: FaultScript
  readonly #faults: Faults
  readonly #random: () => number
  #profile: Profile = newProfile()
  readonly #drafts = memoryStorage()
  readonly #notes = new Map<string, Expected>()
  /** Notes that may be there. */
  readonly #brought = new Set<string>()
  readonly #isFailing: boolean
  #session: Session | null = null
  #exported: Records | null = null
  #made = 0
  #seconds = 0
  /** Whether the failure of the write came to whoever asked for it. */
  #isTold = false

  constructor(script: FaultScript, write: number) {
    this.#script = script
    this.#isFailing = write > 0
    this.#faults = new Faults(write)
    this.#random = randomFrom(script.seed)
  }

  get writes(): number {
    return this.#faults.writes
  }

  get hit(): string | null {
    return this.#faults.hit
  }

  async run(): Promise<void> {
    this.#profile = await earlierProfile(early)
    this.#notes.set(early.id, { ...newNote(), lines: new Set([early.body]) })
    await this.#start()
    for (let step = 0; step < this.#script.steps; step += 1) {
      try {
        await this.#step()
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        await this.#restart()
      }
      if (this.hit !== null && !this.#isTold) this.#report(`nobody was told at step ${step}`)
    }
    await this.#restart()
    await this.#compare('after a kill')
    this.#profile.indexedDB = new IDBFactory()
    await this.#restart()
    await this.#compare('after the database was wiped')
    if (this.#isFailing && this.hit === null) this.#report('the script made no such write')
    this.#session?.kill()
  }

  #report(words: string): void {
    this.#isTold = true
    this.wrong.push(words)
  }

  readonly #now = (): Date => {
    this.#seconds += 1
    return new Date(Date.UTC(2026, 10, 23) + this.#seconds * 1_000)
  }

  get #db() {
    if (this.#session === null) throw new Error('not started')
    return this.#session.db
  }

  /** A start at which something fails goes on, and looks after it once more, as before a write; or the browser is killed again. */
  async #start(): Promise<void> {
    this.#session = startOn(this.#profile, this.#faults, this.#now)
    try {
      await this.#session.recovered()
    } catch (error) {
      if (this.hit === null || this.#isTold) throw error
      this.#told(storeErrorOf(error))
      if (this.#script.after === 'kill') {
        this.#session.kill()
        this.#session = startOn(this.#profile, this.#faults, this.#now)
      }
      await this.#session.recovered()
    }
    const { failed } = await recoverDrafts({
      storage: this.#drafts,
      ifClosed: (_, task) => task(),
      storedTexts: async (id) => {
        const note = await this.#db.notes.get(id)
        return note === undefined ? [] : [note.body, ...(await versionsOf(this.#db, id)).map(({ body }) => body)]
      },
      save: (request) => this.#save(request),
    })
    if (failed.length > 0) this.#report('a draft could not be saved at the next start')
  }

  async #restart(): Promise<void> {
    this.#session?.kill()
    await this.#start()
  }

  #told(error: string): void {
    if (!refusals.has(error)) this.#report(`told as «${error}»`)
    this.#isTold = true
  }

  /** As the background answers a page. */
  async #save(request: SaveNote): Promise<Result<SavedNote>> {
    try {
      return { ok: true, value: await saveNote(this.#db, request, this.#now()) }
    } catch (error) {
      return { ok: false, error: storeErrorOf(error) }
    }
  }

  /** What is no text: it is told, and asked for once more. */
  async #act(run: () => Promise<unknown>): Promise<void> {
    try {
      await run()
    } catch (error) {
      this.#told(storeErrorOf(error))
      if (this.#script.after === 'kill') throw new Killed()
      await run()
    }
  }

  /** A window on a note, which knows what is stored now. */
  async #open(id: string): Promise<Editor> {
    const note = await this.#db.notes.get(id)
    const tags = note === undefined ? [] : await tagsOf(this.#db, id)
    const key = draftKey(id, `${this.#made}-${this.#seconds}`)
    return new Editor(id, key, note ?? null, tags, this.#drafts, (request) => this.#save(request))
  }

  /** Types a line and waits for «bewaard». */
  async #write(editor: Editor, line: string, tags = editor.tags): Promise<void> {
    this.#made += 1
    const note = this.#notes.get(editor.id) ?? newNote()
    const expect = () => {
      note.lines.add(line)
      for (const tag of tags) note.tags.add(tag)
      note.isDeleted = false
      note.isUncertain = false
      this.#notes.set(editor.id, note)
    }
    const text =
      editor.text === '' ? line : this.#random() < 0.4 ? `${line}\n${editor.text}` : `${editor.text}\n${line}`
    const failure = await editor.type(text, tags)
    if (failure !== null) {
      this.#told(failure)
      if (editor.text !== text || editor.draft()?.body !== text)
        this.#report('the text is not in the field and the draft')
      // From the draft it comes at the next start.
      if (this.#script.after === 'kill') {
        expect()
        throw new Killed()
      }
      if ((await editor.again()) !== null) this.#report('could not be saved at the second try')
    }
    expect()
    if (editor.draft() !== null) this.#report('a draft of what is saved was left')
  }

  #line(): string {
    return `Regel ${this.#made}.`
  }

  #pick(): string | undefined {
    const ids = [...this.#notes.keys()]
    return ids[Math.floor(this.#random() * ids.length)]
  }

  async #step(): Promise<void> {
    const id = this.#pick()
    const chance = this.#random()
    if (id === undefined || chance < 0.2) {
      return this.#write(await this.#open(`n${this.#made}`), this.#line())
    }
    const note = this.#notes.get(id)
    if (chance < 0.4) return this.#write(await this.#open(id), this.#line())
    if (chance < 0.5) {
      const editor = await this.#open(id)
      return this.#write(editor, this.#line(), [...new Set([...editor.tags, `label ${this.#made % 5}`])])
    }
    if (chance < 0.65) {
      // Two windows that do not hear of each other.
      const [one, other] = [await this.#open(id), await this.#open(id)]
      await this.#write(one, this.#line())
      return this.#write(other, this.#line())
    }
    if (chance < 0.8 && note !== undefined) {
      const isDeleted = !note.isDeleted
      note.isUncertain = true
      await this.#act(() => (isDeleted ? deleteNote : restoreNote)(this.#db, id, this.#now()))
      note.isUncertain = false
      note.isDeleted = isDeleted
      return
    }
    if (chance < 0.87) {
      const [file] = await exportAll(this.#db, this.#now())
      this.#exported = await readExport(file)
      return
    }
    const records = this.#exported
    if (chance < 0.94 && records !== null) return this.#act(() => applyImport(this.#db, records))
    if (chance < 0.97) return this.#bringAndTakeBack()
    await this.#act(async () => {
      if ((await this.#session?.snapshot()) !== true) throw new Error('the snapshot was not whole')
    })
  }

  /** Imports a note from elsewhere, and undoes that. */
  async #bringAndTakeBack(): Promise<void> {
    this.#made += 1
    const id = `elders-${this.#made}`
    const at = this.#now()
    const moments = { createdAt: at.toISOString(), updatedAt: at.toISOString() }
    const note = { id, target, type: 'document', body: this.#line(), version: 1, places: [], ...moments } as const
    const records = { ...noRecords(), notes: [note] }
    // Either will do where a kill comes between the two.
    this.#brought.add(id)
    await this.#act(() => applyImport(this.#db, records, { undo: { id, at } }))
    await this.#act(() => undoImport(this.#db, id))
    this.#brought.delete(id)
  }

  async #compare(when: string): Promise<void> {
    const stored = new Map((await this.#db.notes.toArray()).map((note) => [note.id, note]))
    for (const [id, { lines, tags, isDeleted, isUncertain }] of this.#notes) {
      const note = stored.get(id)
      if (note === undefined) {
        this.wrong.push(`${when}, ${id} is gone`)
        continue
      }
      for (const line of lines) {
        const count = countOf(note.body, line)
        if (count !== 1) this.wrong.push(`${when}, «${line}» stands ${count} times in ${id}`)
      }
      const has = await tagsOf(this.#db, id)
      if (has.toSorted().join() !== [...tags].toSorted().join()) {
        this.wrong.push(`${when}, the tags of ${id} are ${has.join()} and not ${[...tags].join()}`)
      }
      const wasDeleted = note.deletedAt !== undefined
      if (!isUncertain && wasDeleted !== isDeleted)
        this.wrong.push(`${when}, ${id} is ${wasDeleted ? '' : 'not '}removed`)
    }
    for (const id of stored.keys())
      if (!this.#notes.has(id) && !this.#brought.has(id)) this.wrong.push(`${when}, nobody wrote ${id}`)
    const named = (await this.#db.noteMentions.toArray()).map(({ noteId }) => noteId)
    if (!named.includes(early.id)) this.wrong.push(`${when}, nothing knows of the code in ${early.id}`)
  }
}

const newNote = (): Expected => ({ lines: new Set(), tags: new Set(), isDeleted: false, isUncertain: false })

/** The editor of a note without its screen: the autosave and the drafts of the real one. */
class Editor {
  readonly id: string
  readonly tags: readonly string[]
  readonly #key: string
  readonly #storage: DraftStorage
  readonly #autosave: Autosave
  #status: SaveStatus = { type: 'untouched' }

  constructor(
    id: string,
    key: string,
    note: { readonly body: string; readonly version: number } | null,
    tags: readonly string[],
    storage: DraftStorage,
    save: (request: SaveNote) => Promise<Result<SavedNote>>,
  ) {
    this.id = id
    this.tags = tags
    this.#key = key
    this.#storage = storage
    const rows = draftRows(storage, key)
    this.#autosave = createAutosave({
      noteId: id,
      target,
      opened: note?.body ?? '',
      version: note?.version ?? 0,
      tags,
      save,
      writeDraft: (draft) => rows.write(draft),
      removeDraft: () => rows.remove(),
      merge: mergeTexts,
      onText: () => {},
      onMerged: () => {},
      onStatus: (status) => {
        this.#status = status
      },
      now: () => new Date(),
      // Nothing happens by itself: each try is one that the script makes.
      wait: () => () => {},
    })
  }

  get text(): string {
    return this.#autosave.text
  }

  draft(): Draft | null {
    return readDraft(this.#storage, this.#key)
  }

  /** @returns why it is not saved; null where it is */
  async type(text: string, tags: readonly string[]): Promise<string | null> {
    this.#autosave.edit(text, tags)
    return this.again()
  }

  async again(): Promise<string | null> {
    if (await this.#autosave.settled()) return this.#status.type === 'saved' ? null : this.#status.type
    return this.#status.type === 'failed' ? this.#status.error : this.#status.type
  }
}

function memoryStorage(): DraftStorage {
  const rows = new Map<string, string>()
  return {
    get length() {
      return rows.size
    },
    key: (index) => [...rows.keys()][index] ?? null,
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  }
}
