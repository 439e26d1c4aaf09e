import { createAutosave } from '#components/notes/autosave.ts'
import type { AutosaveOptions, SaveStatus } from '#components/notes/autosave-options.ts'
import type { Draft } from '#components/notes/draft-rows.ts'
import { aWhile } from '#tests/a-while.ts'
import type { SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { mergeTexts } from '#utils/notes/merge.ts'

/** A background whose answers are given by hand, in any order and as late as the test wants. */
export class Background {
  readonly requests: SaveNote[] = []
  readonly #answers: { resolve: (answer: Result<SavedNote>) => void; reject: (error: Error) => void }[] = []
  version = 0

  save = (request: SaveNote): Promise<Result<SavedNote>> => {
    this.requests.push(request)
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }))
  }

  async answer(body?: string): Promise<void> {
    const at = this.requests.length - this.#answers.length
    const sent = this.requests[at]?.body ?? ''
    this.version += 1
    const stored = body ?? sent
    this.#answers.shift()?.resolve({ ok: true, value: { note: row(stored, this.version), merged: stored !== sent } })
    await aWhile()
  }

  async refuse(error: StoreError): Promise<void> {
    this.#answers.shift()?.resolve({ ok: false, error })
    await aWhile()
  }

  async loseAnswer(): Promise<void> {
    this.#answers.shift()?.reject(new Error('the background was stopped'))
    await aWhile()
  }
}

function row(body: string, version: number): NoteRow {
  return {
    id: 'n',
    target: '2023D19158',
    type: 'document',
    body,
    version,
    places: [],
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: '2023-05-23T09:00:00.000Z',
  }
}

export let background: Background
export let draft: Draft | null
export let statuses: SaveStatus[]
export let field: string
export let merges: (readonly [before: string, after: string])[]
export let timers: { task: () => void; after: number }[]

export function editor(more: Partial<AutosaveOptions> = {}) {
  field = more.opened ?? ''
  return createAutosave({
    noteId: 'n',
    target: '2023D19158',
    opened: '',
    version: 0,
    tags: [],
    save: background.save,
    writeDraft: (written) => {
      draft = written
      return true
    },
    removeDraft: () => {
      draft = null
    },
    merge: mergeTexts,
    onText: (text) => {
      field = text
    },
    onMerged: (before, after) => merges.push([before, after]),
    onStatus: (status) => statuses.push(status),
    now: () => new Date('2023-05-23T14:02:00'),
    wait: (task, after) => {
      const timer = { task, after }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    ...more,
  })
}

export const status = () => statuses.at(-1)?.type

/** For `beforeEach`: nothing of an earlier test is left. */
export function beginAnew(): void {
  background = new Background()
  merges = []
  draft = null
  statuses = []
  timers = []
}
