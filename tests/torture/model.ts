import { aWhile } from '#tests/a-while.ts'
import { exportText } from '#utils/database/export/export.ts'
import { type Records, type RecordTable, recordTables } from '#utils/database/records/records.ts'
import { randomFrom } from '../bench/random.ts'
import { inspectorOf, readTable } from '../e2e/screens.ts'
import type { World } from '../e2e/world.ts'
import { countOf } from './lines.ts'
import { saveSurely, send, storedNotes } from './sending.ts'

/** A note as plain reasoning has it. */
interface ModelNote {
  /** Lines that have to be there, once. */
  readonly lines: Set<string>
  /** Lines that were taken out: another window's edit beside them may have kept one, once. */
  readonly removed: Set<string>
  readonly tags: Set<string>
  isDeleted: boolean
}

/** What two windows last knew of each note. */
interface Window {
  readonly texts: Map<string, { body: string; tags: readonly string[] }>
}

export interface ModelOutcome {
  readonly steps: number
  /** Where the store and the model differ, in words. */
  readonly differences: readonly string[]
}

/**
 * Random changes to notes in the real browser (written in two windows that do not hear of each other, tagged, removed,
 * brought back, imported, with the background stopped and the browser killed between them), compared with a model in
 * memory.
 */
export async function modelTrial(
  world: World,
  { steps, seed, every = 25 }: { readonly steps: number; readonly seed: number; readonly every?: number },
  tell: (line: string) => void,
): Promise<ModelOutcome> {
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const model = new Map<string, ModelNote>()
  const windows: readonly Window[] = [{ texts: new Map() }, { texts: new Map() }]
  const differences: string[] = []
  let exported: string | null = null
  let made = 0

  async function write(
    window: Window,
    id: string,
    change: (known: { body: string; tags: readonly string[] }) => { body?: string; tags?: readonly string[] },
  ) {
    const known = window.texts.get(id) ?? { body: '', tags: [] }
    const { body = known.body, tags } = change(known)
    const stored = await saveSurely(world, {
      id,
      opened: known.body,
      body,
      ...(tags ? { tags, openedTags: known.tags } : {}),
    })
    window.texts.set(id, { body: stored, tags: tags ?? known.tags })
  }

  const actions: Readonly<Record<string, () => Promise<void>>> = {
    async create() {
      const id = `model-${seed}-${made}`
      const line = `Begin ${made}.`
      made += 1
      await write(windows[made % 2] as Window, id, () => ({ body: line }))
      model.set(id, { lines: new Set([line]), removed: new Set(), tags: new Set(), isDeleted: false })
    },
    async add() {
      const id = pick([...model.keys()])
      const window = pick(windows)
      if (id === undefined || window === undefined) return
      const line = `Regel ${made}.`
      made += 1
      const atStart = random() < 0.3
      await write(window, id, ({ body }) => ({
        body: body === '' ? line : atStart ? `${line}\n${body}` : `${body}\n${line}`,
      }))
      const note = model.get(id)
      note?.lines.add(line)
      if (note) note.isDeleted = false
    },
    async takeOut() {
      const id = pick([...model.keys()])
      const window = pick(windows)
      if (id === undefined || window === undefined) return
      const known = window.texts.get(id)?.body.split('\n') ?? []
      const line = pick(known.slice(1))
      const note = model.get(id)
      if (line === undefined || !note?.lines.has(line)) return
      await write(window, id, ({ body }) => ({
        body: body
          .split('\n')
          .filter((one) => one !== line)
          .join('\n'),
      }))
      note.lines.delete(line)
      note.removed.add(line)
      note.isDeleted = false
    },
    async tag() {
      const id = pick([...model.keys()])
      const window = pick(windows)
      if (id === undefined || window === undefined) return
      const tag = `label ${Math.floor(random() * 6)}`
      const has = window.texts.get(id)?.tags.includes(tag) === true
      const note = model.get(id)
      if (has && note?.tags.has(tag)) {
        await write(window, id, ({ tags }) => ({ tags: tags.filter((one) => one !== tag) }))
        note.tags.delete(tag)
      } else if (!has) {
        await write(window, id, ({ tags }) => ({ tags: [...tags, tag] }))
        note?.tags.add(tag)
      } else return
      if (note) note.isDeleted = false
    },
    async remove() {
      const id = pick([...model.keys()])
      const note = id === undefined ? undefined : model.get(id)
      if (note === undefined) return
      await surely(() => send(world, 'note/delete', { id }))
      note.isDeleted = true
    },
    async bringBack() {
      const id = pick([...model].filter(([, { isDeleted }]) => isDeleted).map(([id]) => id))
      const note = id === undefined ? undefined : model.get(id)
      if (note === undefined) return
      await surely(() => send(world, 'note/restore', { id }))
      note.isDeleted = false
    },
    async export() {
      exported = await exportText(await recordsIn(world), new Date())
    },
    async import() {
      if (exported === null) return
      // Of an earlier moment of the same notes: nothing of it is new, and nothing that came since may go.
      await importText(world, exported)
      await importText(world, exported)
      // The store may have put back tags that were taken off: they are added by an import, and none is taken off.
      const notes = await storedNotes(world)
      for (const [id, note] of model) for (const tag of notes.get(id)?.tags ?? []) note.tags.add(tag)
    },
    async stop() {
      await world.driver.stopBackground().catch(() => undefined)
    },
    async reopen() {
      for (const window of windows) window.texts.clear()
      const notes = await storedNotes(world)
      for (const id of model.keys()) {
        const note = notes.get(id)
        if (note) for (const window of windows) window.texts.set(id, { body: note.body, tags: note.tags })
      }
    },
  }
  const likely = [
    'create',
    'add',
    'add',
    'add',
    'add',
    'takeOut',
    'tag',
    'tag',
    'remove',
    'bringBack',
    'export',
    'import',
    'stop',
    'reopen',
  ]

  for (let step = 1; step <= steps && differences.length === 0; step += 1) {
    const name = model.size === 0 ? 'create' : (pick(likely) ?? 'add')
    await actions[name]?.()
    if (step % 400 === 0) await world.restart('kill')
    if (step % every === 0 || step === steps) {
      differences.push(...(await compare(world, model)).map((words) => `after step ${step} (${name}): ${words}`))
      tell(`model, seed ${seed}: step ${step} of ${steps}, ${model.size} notes`)
    }
  }
  return { steps, differences }
}

async function compare(world: World, model: ReadonlyMap<string, ModelNote>): Promise<readonly string[]> {
  const notes = await storedNotes(world)
  return [...model].flatMap(([id, { lines, removed, tags, isDeleted }]) => {
    const note = notes.get(id)
    if (note === undefined) return [`${id} is gone`]
    const wrong = [...lines].filter((line) => countOf(note.body, line) !== 1)
    const doubled = [...removed].filter((line) => countOf(note.body, line) > 1)
    const isSame = [...tags].toSorted().join() === [...note.tags].toSorted().join()
    return [
      ...wrong.map((line) => `«${line}» stands ${countOf(note.body, line)} times in ${id}`),
      ...doubled.map((line) => `«${line}», taken out, stands more than once in ${id}`),
      ...(isSame ? [] : [`the tags of ${id} are ${note.tags.join()} and not ${[...tags].join()}`]),
      ...((note.deletedAt !== undefined) === isDeleted ? [] : [`${id} is ${isDeleted ? 'not removed' : 'removed'}`]),
    ]
  })
}

async function surely(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = (await ask()) as { ok?: boolean } | undefined
    if (answer?.ok === true) return
    await aWhile(50)
  }
  throw new Error('not answered within 10 s')
}

async function recordsIn(world: World): Promise<Records> {
  const rows = async (table: RecordTable) => [table, await readTable(world, table)] as const
  return Object.fromEntries(await Promise.all(recordTables.map(rows))) as unknown as Records
}

async function importText(world: World, text: string): Promise<void> {
  const file = `import-${Math.random().toString(36).slice(2)}`
  const page = await inspectorOf(world.driver)
  await page.evaluate(
    async (file, text) => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('incoming', { create: true })
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    },
    file,
    text,
  )
  const answer = (await send(world, 'import/apply', { file })) as { ok?: boolean; error?: string } | undefined
  if (answer?.ok !== true) throw new Error(`the import failed: ${answer?.error ?? 'no answer'}`)
}
