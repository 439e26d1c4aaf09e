import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { aWhile } from '#tests/a-while.ts'
import type { World } from '../e2e/world.ts'
import { countOf } from './lines.ts'
import { save, saveSurely, storedNotes } from './sending.ts'

/** What a trial found. Every line that was answered as saved has to be there, once. */
export interface Trial {
  readonly rounds: number
  readonly saved: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Milliseconds from sending a save to its answer. */
  readonly times: readonly number[]
}

let trials = 0

/** Lines that were answered as saved, each with the note that it stands in. */
class Promised {
  /** Begins the names of this trial's notes and lines: several may be made in one profile. */
  readonly name: string
  readonly #lines = new Map<string, string>()
  readonly times: number[] = []

  constructor() {
    trials += 1
    this.name = `proef-${trials}`
  }

  add(line: string, note: string): void {
    this.#lines.set(line, note)
  }

  get size(): number {
    return this.#lines.size
  }

  /** Compares with what is stored, once that is all there or some time has gone by. */
  async compare(world: World): Promise<Pick<Trial, 'lost' | 'doubled'>> {
    const end = Date.now() + 15_000
    for (;;) {
      const found = await this.#look(world)
      if (found.lost.length === 0 || Date.now() > end) return found
      await aWhile(200)
    }
  }

  async #look(world: World): Promise<Pick<Trial, 'lost' | 'doubled'>> {
    const notes = await storedNotes(world)
    const counts = [...this.#lines].map(([line, note]) => ({ line, count: countOf(notes.get(note)?.body ?? '', line) }))
    return {
      lost: counts.filter(({ count }) => count === 0).map(({ line }) => line),
      doubled: counts.filter(({ count }) => count > 1).map(({ line }) => line),
    }
  }
}

async function timed<Value>(times: number[], work: () => Promise<Value>): Promise<Value> {
  const begun = performance.now()
  const value = await work()
  times.push(performance.now() - begun)
  return value
}

/** Saves from which on they are a stream. */
const firstSaves = 3

/** A stream of saves, new notes and edits of one, until told to end or nobody answers. */
async function stream(
  world: World,
  promised: Promised,
  prefix: string,
  isOver: () => boolean,
  onBegun: () => void = () => {},
): Promise<void> {
  let text = ''
  for (let index = 0; !isOver(); index += 1) {
    const line = `${prefix}, regel ${index}.`
    const isEdit = index % 3 === 0
    const note = isEdit ? `${prefix}-lang` : `${prefix}-${index}`
    const body = isEdit && text !== '' ? `${text}\n${line}` : line
    const stored = await timed(promised.times, () => save(world, { id: note, opened: isEdit ? text : '', body }))
    if (stored === null) {
      promised.times.pop()
      return
    }
    if (isEdit) text = stored
    promised.add(line, note)
    if (index + 1 === firstSaves) onBegun()
  }
}

/** The browser killed (`kill -9`) in a stream of saves, so many times. */
export async function killTrial(world: World, rounds: number, tell: (line: string) => void): Promise<Trial> {
  const promised = new Promised()
  for (let round = 1; round <= rounds; round += 1) {
    const begun = Promise.withResolvers<void>()
    const running = stream(world, promised, `${promised.name}-dood-${round}`, () => false, begun.resolve)
    // The first save of a start has to wait for the background, and for what the kill before it left to be looked after; a busy machine
    // may take the rest of the time for the second.
    await Promise.race([begun.promise, running])
    await aWhile(Math.random() * 1_000)
    await world.restart('kill')
    await running
    tell(`kill ${round} of ${rounds}: ${promised.size} saved`)
  }
  return { rounds, saved: promised.size, times: promised.times, ...(await promised.compare(world)) }
}

/**
 * The background stopped in mid-save, so many times; the editor sends again what was not answered.
 *
 * @param isWiped whether the database is wiped in the end: all of it has to be in the second copy
 */
export async function stopTrial(
  world: World,
  rounds: number,
  tell: (line: string) => void,
  isWiped = false,
): Promise<Trial> {
  const promised = new Promised()
  let text = ''
  for (let round = 1; round <= rounds; round += 1) {
    const line = `${promised.name}, regel ${round}.`
    const note = { id: `${promised.name}-gestopt`, opened: text, body: text === '' ? line : `${text}\n${line}` }
    const first = save(world, note)
    await aWhile(Math.random() * 12)
    await world.driver.stopBackground().catch(() => undefined)
    text = (await first) ?? (await saveSurely(world, note))
    promised.add(line, note.id)
    if (round % 10 === 0) tell(`stop ${round} of ${rounds}`)
  }
  if (isWiped) await world.restart('kill', (profile) => wipe(profile, world.family))
  return { rounds, saved: promised.size, times: [], ...(await promised.compare(world)) }
}

/** The newest log of Chromium's LevelDB cut by so many bytes, then two starts with writing between (SAFETY §1). */
export async function cutTrial(world: World, sizes: readonly number[], tell: (line: string) => void): Promise<Trial> {
  const promised = new Promised()
  for (const size of sizes) {
    for (const moment of ['voor', 'na'] as const) {
      const end = Date.now() + 400
      await stream(world, promised, `${promised.name}-${moment}-${size}`, () => Date.now() > end)
      if (moment === 'voor') await world.restart('kill', (profile) => cut(newestLog(profile), size))
      else await world.restart('close')
    }
    tell(`cut by ${size} bytes: ${promised.size} saved`)
  }
  return { rounds: sizes.length, saved: promised.size, times: promised.times, ...(await promised.compare(world)) }
}

function cut(file: string, bytes: number): void {
  const { size } = statSync(file)
  truncateSync(file, Math.max(0, size - bytes))
}

/** The folders of IndexedDB in a profile that hold Kamerlens' rows. */
export function databasesIn(profile: string, family: World['family']): readonly string[] {
  const pattern =
    family === 'chromium' ? /chrome-extension_\w+_0\.indexeddb\.leveldb$/ : /moz-extension[^/\\]*[/\\]idb$/
  const all = readdirSync(profile, { recursive: true, encoding: 'utf8' })
  return all.filter((path) => pattern.test(path)).map((path) => join(profile, path))
}

function wipe(profile: string, family: World['family']): void {
  for (const folder of databasesIn(profile, family)) rmSync(folder, { recursive: true })
}

function newestLog(profile: string): string {
  const logs = databasesIn(profile, 'chromium').flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .map((name) => join(folder, name)),
  )
  const newest = logs.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0]
  if (newest === undefined) throw new Error('LevelDB has no log in this profile')
  return newest
}
