import { describe, expect, test, vi } from 'vitest'
import { answer } from '#tests/site/routes.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { lookedUp, unknown } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { Resolver } from '#utils/sources/resolve.ts'
import { createLookingUp } from '../../../entrypoints/background/codes/looking-up.ts'
import type { Pairs } from '../../../entrypoints/background/codes/pairs.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'
import { lookUps } from '../sources/look-up.ts'
import { type World, worldOf } from '../sources/network.ts'

function rig(
  world: World = worldOf(),
  db: KamerlensDatabase = openTestDatabase(),
  wait: (task: () => void) => unknown = setImmediate,
  pairs?: Pairs,
  ofMany?: Pick<Resolver, 'lookUpAll'>,
) {
  const [changed, watch, onFound] = [vi.fn(), vi.fn(), vi.fn()]
  const { resolver } = lookUps(world)
  const parts = { db, resolver, now: () => new Date(world.now()), changed, watch, onFound }
  const lookingUp = createLookingUp({ ...parts, wait, ...(pairs && { pairs }), ...(ofMany && { ofMany }) })
  const row = (id: string) => lookedUp(db, id)
  /** Lets time go by until the code was answered, or the attempt failed. */
  const answered = (id: string) =>
    world.run(
      (async () => {
        for (let found = await row(id); !isAnswered(found); found = await row(id)) {
          await new Promise((resolve) => setImmediate(resolve))
        }
      })(),
    )
  return { db, world, lookingUp, changed, watch, onFound, row, answered }
}

const isAnswered = (row: LookupRow | undefined) =>
  row !== undefined && (row.wanted === undefined || row.failure !== undefined)

const requests = (world: World) => world.asked.filter(({ url }) => !url.endsWith('$metadata')).length

describe('looking up', () => {
  test('keeps what the services say under every name, and does not ask again while it is young', async () => {
    const { lookingUp, world, row, answered, onFound } = rig()
    expect(await lookingUp.start({ id: '2023D19158' })).toEqual({ ok: true, value: true })
    expect(await row('2023D19158')).toMatchObject({ wanted: expect.any(String), document: null, askedAt: null })
    await answered('2023D19158')
    const found = await row('kv-tk-2023Z08012')
    expect(found).toMatchObject({ id: '2023D19158', document: { type: 'written-questions' }, failed: [] })
    expect(found).not.toHaveProperty('wanted')
    expect(onFound).toHaveBeenCalledTimes(1)
    const before = requests(world)
    await lookingUp.start({ id: 'kv-tk-2023Z08012' })
    expect(await row('2023D19158')).not.toHaveProperty('wanted')
    expect(requests(world)).toBe(before)
    await lookingUp.start({ id: '2023D19158', fresh: true })
    await answered('2023D19158')
    expect(requests(world)).toBe(before + 1)
  })

  test('keeps what was found where nobody else is told of it', async () => {
    const { db, world, answered, row } = rig()
    const { resolver } = lookUps(world)
    const now = () => new Date(world.now())
    const alone = createLookingUp({ db, resolver, now, changed: () => {}, watch: () => {}, wait: setImmediate })
    await alone.start({ id: '2023D19158' })
    await answered('2023D19158')
    expect(await row('2023D19158')).toMatchObject({ document: { type: 'written-questions' } })
  })

  test('asks for many numbers in one request, and for one code once at a time', async () => {
    const tasks: (() => void)[] = []
    const { lookingUp, world, answered } = rig(worldOf(), openTestDatabase(), (task) => tasks.push(task))
    for (const id of ['2023D19158', '2023D21040', '2023D20951', '2023D19158']) await lookingUp.start({ id })
    expect(tasks).toHaveLength(1)
    for (const task of tasks) task()
    for (const id of ['2023D19158', '2023D21040', '2023D20951']) await answered(id)
    expect(requests(world)).toBe(1)
  })

  test('asks about all codes of a list in one request, keeps them together, or wants none of them any more', async () => {
    const tasks: (() => void)[] = []
    const { lookingUp, db, world, answered, changed } = rig(worldOf(), openTestDatabase(), (task) => tasks.push(task))
    const ids = ['2023D19158', '2023D21040', '2023D20951']
    await lookingUp.many({ ids })
    await lookingUp.many({ ids: ids.slice(1), stop: true })
    expect((await db.lookups.toArray()).map(({ id }) => id)).toEqual(['2023D19158'])
    await lookingUp.many({ ids })
    expect(tasks).toHaveLength(1)
    changed.mockClear()
    for (const task of tasks) task()
    for (const id of ids) await answered(id)
    expect(requests(world)).toBe(1)
    expect(changed).toHaveBeenCalledTimes(1)
    expect(await lookingUp.many({ ids: ['hallo'] })).toEqual({ ok: false, error: 'invalid' })
  })

  test('asks at once for a code of a list that waits when it is opened alone, once; the others wait on', async () => {
    const world = worldOf()
    const stopped: string[][] = []
    const ofMany: Pick<Resolver, 'lookUpAll'> = {
      lookUpAll: (ids, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            stopped.push([...ids])
            reject(signal.reason)
          })
        }),
    }
    const { lookingUp, row, answered } = rig(world, openTestDatabase(), setImmediate, undefined, ofMany)
    await lookingUp.many({ ids: ['2023D19158', '2023D21040', 'kst-36360-VIII-5'] })
    await new Promise((resolve) => setImmediate(resolve))
    for (const id of ['2023D19158', '2023D19158', 'kst-36360-VIII-5']) await lookingUp.start({ id })
    await answered('2023D19158')
    await answered('kst-36360-VIII-5')
    expect(world.asked.filter(({ url }) => url.includes('2023D19158'))).toHaveLength(1)
    expect(stopped).toEqual([['kst-36360-VIII-5']])
    expect(await row('2023D19158')).not.toHaveProperty('wanted')
    expect(await row('2023D21040')).toMatchObject({ wanted: expect.any(String) })
    // Those that were not begun with yet too.
    await lookingUp.many({ ids: ['2023D20951'] })
    await lookingUp.start({ id: '2023D20951' })
    await answered('2023D20951')
  })

  test('lets nothing follow from one of many, and all from the same one opened later', async () => {
    const follows: string[] = []
    const decide: Pairs['decide'] = async ({ follow }) => {
      if (follow) follows.push(follow)
      return null
    }
    const { lookingUp, answered } = rig(worldOf(), openTestDatabase(), setImmediate, { decide, read: () => {} })
    await lookingUp.many({ ids: ['2023D19158'] })
    await answered('2023D19158')
    await lookingUp.many({ ids: ['2023D19158'] })
    expect(follows).toEqual([])
    await lookingUp.start({ id: '2023D19158' })
    expect(follows).toEqual(['counterpart'])
  })

  test('asks for a code once, whenever on the way to its answer it is opened again', async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    for (let turns = 0; turns < 40; turns += 1) {
      const { lookingUp, world, answered, row } = rig()
      await lookingUp.start({ id: '2023D19158' })
      const again = (async () => {
        for (let each = 0; each < turns; each += 1) await turn()
        await lookingUp.start({ id: '2023D19158' })
      })()
      await answered('2023D19158')
      await again
      await answered('2023D19158')
      for (let each = 0; each < 10; each += 1) await turn()
      expect(requests(world), `${turns} turns later`).toBe(1)
      expect(await row('2023D19158')).not.toHaveProperty('wanted')
    }
  })

  test('remembers that a code is not known for an hour', async () => {
    const { lookingUp, world, row, answered } = rig()
    await lookingUp.start({ id: '2023D99999' })
    await answered('2023D99999')
    const first = await row('2023D99999')
    expect(first).toMatchObject({ document: null, askedAt: expect.any(String) })
    expect(Date.parse(first?.expiresAt ?? '') - Date.parse(first?.askedAt ?? '')).toBe(60 * 60_000)
    const before = requests(world)
    await lookingUp.start({ id: '2023D99999' })
    expect(requests(world)).toBe(before)
    world.pass(61 * 60_000)
    await lookingUp.start({ id: '2023D99999' })
    await answered('2023D99999')
    expect(requests(world)).toBeGreaterThan(before)
  })

  test('without a connection keeps what is known and the wish, and catches up when back', async () => {
    let isOnline = true
    const reached = (url: URL) => (isOnline ? answer(url) : Promise.reject(new TypeError('Failed to fetch')))
    const { lookingUp, world, row, answered, watch } = rig(worldOf(reached))
    await lookingUp.start({ id: '2023D19158' })
    await answered('2023D19158')
    isOnline = false
    await lookingUp.start({ id: '2023D19158', fresh: true })
    await answered('2023D19158')
    expect(await row('2023D19158')).toMatchObject({
      document: { id: '2023D19158' },
      failure: { code: 'offline' },
      wanted: expect.any(String),
    })
    expect(watch).toHaveBeenLastCalledWith(true)
    isOnline = true
    await world.run(lookingUp.resume())
    const back = await row('2023D19158')
    expect(back).not.toHaveProperty('failure')
    expect(back).not.toHaveProperty('wanted')
    expect(watch).toHaveBeenLastCalledWith(false)
  })

  test('is taken up again by the next background after the death of this one', async () => {
    const dying = rig(worldOf(() => new Promise(() => {})))
    await dying.lookingUp.start({ id: '2023D19158' })
    const next = rig(worldOf(), dying.db)
    await next.world.run(next.lookingUp.resume())
    expect(await next.row('2023D19158')).toMatchObject({ document: { id: '2023D19158' } })
  })

  test('wished while the clock ran ahead, keeps nobody awake for years', async () => {
    const { db, lookingUp, watch, row } = rig()
    const ahead = '2100-01-01T00:00:00.000Z'
    const failure = { code: 'busy', retryAt: Date.parse(ahead) + 60_000, at: ahead } as const
    await db.lookups.put({ ...unknown('2023D19158'), wanted: ahead, failure })
    await lookingUp.resume()
    expect(watch).toHaveBeenLastCalledWith(false)
    expect(await row('2023D19158')).toBeUndefined()
  })

  test('stopped, asks no more and leaves no trace of a code that was never known; others of the batch go on', async () => {
    const { lookingUp, row, answered } = rig()
    await lookingUp.start({ id: '2023D19158' })
    await lookingUp.start({ id: '2023D21040' })
    expect(await lookingUp.stop('2023D19158')).toEqual({ ok: true, value: true })
    await answered('2023D21040')
    expect(await row('2023D21040')).toMatchObject({ document: { id: '2023D21040' } })
    // The question is named by its answer, but was not looked up itself.
    expect(await row('2023D19158')).toBeUndefined()
  })

  test('what is no code is refused', async () => {
    const { lookingUp, db } = rig()
    const sender = { context: 'extension-page' } as const
    const refused = { ok: false, error: 'invalid' }
    expect(await lookingUp.handlers['look-up/start']({ id: 'hallo' }, sender)).toEqual(refused)
    expect(await lookingUp.handlers['look-up/private']({ id: 'file:ab' }, sender)).toEqual(refused)
    expect(await db.lookups.count()).toBe(0)
  })
})

describe('looking up in private windows', () => {
  test('writes nothing, and remembers as long as the background lives', async () => {
    const { db, lookingUp, world } = rig()
    const row = await world.run(lookingUp.privately({ id: '2023D19158' }))
    expect(row.document).toMatchObject({ id: '2023D19158' })
    expect(lookingUp.inPrivate('2023D19158')).toEqual(row)
    const before = requests(world)
    expect(await lookingUp.privately({ id: '2023D19158' })).toEqual(row)
    expect(requests(world)).toBe(before)
    expect(await db.lookups.count()).toBe(0)
  })
})

test('a look-up for a private window that is stopped asks no more, and is asked for anew the next time', async () => {
  let isHeld = true
  const reached = (url: URL) => (isHeld ? new Promise<never>(() => {}) : answer(url))
  const { lookingUp, world } = rig(worldOf(reached))
  const waiting = lookingUp.privately({ id: '2023D19158' })
  await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(0))
  await lookingUp.handlers['look-up/stop']({ id: '2023D19158', isPrivate: true }, { context: 'extension-page' })
  expect(await waiting).toMatchObject({ document: null, askedAt: null })
  expect(lookingUp.inPrivate('2023D19158')).toBeUndefined()
  isHeld = false
  expect(await world.run(lookingUp.privately({ id: '2023D19158' }))).toMatchObject({ document: { id: '2023D19158' } })
})

test('what is stopped over a private window is still wanted in an ordinary one, and the other way round', async () => {
  let isHeld = true
  const held: (() => void)[] = []
  const reached = async (url: URL) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve))
    return answer(url)
  }
  const { lookingUp, world, row, answered } = rig(worldOf(reached))
  const stop = (more: { isPrivate?: true }) =>
    lookingUp.handlers['look-up/stop']({ id: '2023D19158', ...more }, { context: 'extension-page' })
  await lookingUp.start({ id: '2023D19158' })
  const waiting = lookingUp.privately({ id: '2023D19158' })
  await vi.waitFor(() => expect(held.length).toBeGreaterThan(0))
  expect(await stop({ isPrivate: true })).toEqual({ ok: true, value: true })
  expect(await waiting).toMatchObject({ document: null })
  expect(await row('2023D19158')).toMatchObject({ wanted: expect.any(String) })
  isHeld = false
  for (const go of held.splice(0)) go()
  await answered('2023D19158')
  expect(await row('2023D19158')).toMatchObject({ document: { id: '2023D19158' } })
  isHeld = true
  const again = lookingUp.privately({ id: '2023D19158', fresh: true })
  await vi.waitFor(() => expect(held.length).toBeGreaterThan(0))
  await stop({})
  isHeld = false
  for (const go of held.splice(0)) go()
  await world.run(again)
  expect(lookingUp.inPrivate('2023D19158')).toMatchObject({ document: { id: '2023D19158' } })
})

/** One whose services answer when the test lets them, whether or not anybody waits. */
function heldRig() {
  const answers: (() => void)[] = []
  const lookUpAll = vi.fn(
    ([id = '']: readonly string[], signal?: AbortSignal) =>
      new Promise<ReadonlyMap<string, SourceFailure>>((resolve) => {
        answers.push(() => resolve(new Map([[id, new SourceFailure('not-found', id)]])))
        expect(signal?.aborted).toBe(false)
      }),
  )
  const idle = { changed: () => {}, watch: () => {}, now: () => at(0) }
  const lookingUp = createLookingUp({ db: openTestDatabase(), resolver: { lookUpAll }, ...idle })
  const asked = (count: number) => vi.waitFor(() => expect(answers).toHaveLength(count))
  return { lookingUp, answers, asked }
}

test('of two private windows that ask for one code the one that stops leaves the other its answer', async () => {
  const { lookingUp, answers, asked } = heldRig()
  const both = [1, 2, 1].map((page) => lookingUp.privately({ id: '2023D19158' }, `${page}`))
  await asked(3)
  for (const _ of 'ab') lookingUp.stopPrivately('2023D19158', '1')
  for (const give of answers) give()
  await Promise.all(both)
  expect(lookingUp.inPrivate('2023D19158')).toMatchObject({ askedAt: at(0).toISOString() })
  const again = [1, 2, 1].map((page) => lookingUp.privately({ id: '2023D21040' }, `${page}`))
  await asked(6)
  for (const page of '12') lookingUp.stopPrivately('2023D21040', page)
  for (const give of answers) give()
  await Promise.all(again)
  expect(lookingUp.inPrivate('2023D21040')).toBeUndefined()
})

test('what was asked privately before everything was erased is not remembered; who asks behind it is answered', async () => {
  const { lookingUp, answers, asked } = heldRig()
  const before = lookingUp.privately({ id: '2023D19158' })
  await asked(1)
  lookingUp.forgetAll()
  const behind = lookingUp.privately({ id: '2023D19158' })
  await asked(2)
  answers[0]?.()
  expect(await before).toMatchObject({ askedAt: null })
  expect(lookingUp.inPrivate('2023D19158')).toBeUndefined()
  answers[1]?.()
  expect(await behind).toMatchObject({ askedAt: at(0).toISOString() })
})

describe('two names that turn out to be one paper', () => {
  test('become one row, and the notes on both names are found under each', async () => {
    const { db, lookingUp, answered } = rig()
    await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'Bij het nummer.' }, at(0))
    await saveNote(db, { id: 'n2', target: 'kv-tk-2023Z08012', opened: '', body: 'Bij de publicatie.' }, at(1))
    await lookingUp.start({ id: 'ah-tk-20222023-2345' })
    await lookingUp.start({ id: '2023D21040' })
    await answered('2023D21040')
    await answered('ah-tk-20222023-2345')
    expect(await db.lookups.count()).toBe(1)
    await lookingUp.start({ id: '2023D19158' })
    await answered('2023D19158')
    for (const id of ['2023D19158', 'kv-tk-2023Z08012']) {
      const code = codeOf(id)
      if (code === null) throw new Error(id)
      expect((await lookup(db, code)).notes.map(({ id }) => id)).toEqual(['n2', 'n1'])
    }
  })
})

test('a list that is longer than the services are asked about in a minute is answered minute by minute', async () => {
  const { lookingUp, world, row } = rig()
  // The services have none of them, so each takes two questions of the open data.
  const ids = Array.from({ length: 50 }, (_, index) => `kst-36410-${index + 900}`)
  const open = async () => {
    const rows = await Promise.all(ids.map(row))
    return rows.filter((found) => found?.wanted !== undefined).length
  }
  await lookingUp.many({ ids })
  const left: number[] = []
  for (let minute = 0; minute < 4; minute += 1) {
    await world.run(lookingUp.resume())
    left.push(await open())
    world.pass(60_000)
  }
  expect(left[0]).toBeLessThan(35)
  expect(left.at(-1)).toBe(0)
})
