import Dexie from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import {
  answerGyms,
  manyDossiers,
  manyZaken,
  postponeGyms,
  writeAboutInternships,
  writeAboutReport,
} from '#tests/site/odata/later.ts'
import { answer } from '#tests/site/routes.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { followed } from '#utils/database/following/watches.ts'
import { lookedUp } from '#utils/database/official/lookups.ts'
import { idleJournal } from '../database/idle-journal.ts'
import { openTestDatabase } from '../database/open-test-database.ts'
import { worldOf } from '../sources/network.ts'
import { hour, requests, rig, sender } from './following-rig.ts'

describe('following', () => {
  test('a first look tells nothing; an answer that appears is told once, and counted until it is seen', async () => {
    const { world, begin, check, row, news, told, following, showUnseen, db } = rig()
    await begin('2023D24876')
    expect(await row('2023D24876')).toMatchObject({ lastStatus: 'unanswered', news: [], since: expect.any(String) })
    answerGyms()
    await check()
    expect(await news('2023D24876')).toEqual([])
    world.pass(7 * hour)
    await check()
    expect(await news('2023D24876')).toEqual(['answered 2023D27300'])
    expect(told()).toEqual([['2023D24876 answered']])
    expect(showUnseen).toHaveBeenLastCalledWith(1)
    world.pass(25 * hour)
    await check()
    expect(told()).toHaveLength(1)
    expect(showUnseen).toHaveBeenLastCalledWith(1)
    expect((await followed(db))[0]).toMatchObject({ title: 'De huur van gymzalen', watch: { lastStatus: 'answered' } })
    await following.handlers['watch/seen']({ target: null }, sender)
    await vi.waitFor(() => expect(showUnseen).toHaveBeenLastCalledWith(0))
  })

  test('one thing that is followed under two of its names is told of once, and followed once from then on', async () => {
    const { db, world, check, told, row } = rig()
    const begun = world.now()
    const at = (hours: number) => new Date(begun - hours * hour).toISOString()
    const seen = { nextCheck: at(0), lastChecked: at(30), lastStatus: 'unanswered', papers: [], decisions: [] }
    await db.watches.bulkPut([
      { ...seen, target: '2023D19158', since: at(40) },
      { ...seen, target: 'kv-tk-2023Z08012', since: at(35) },
    ])
    await check()
    const [first = []] = told()
    expect(first).toHaveLength(1)
    expect(first[0]).toMatch(/^2023D19158 answered/)
    expect((await followed(db)).map(({ watch }) => watch.target)).toEqual(['2023D19158'])
    expect(await row('2023D19158')).toMatchObject({ since: at(40) })
    expect(await row('kv-tk-2023Z08012')).toMatchObject({ deletedAt: expect.any(String) })
    world.pass(25 * hour)
    await check()
    expect(told()).toHaveLength(1)
  })

  test('what was followed before everything was erased is asked about no more, and leaves no row', async () => {
    const db = openTestDatabase()
    const erase = vi.fn(() => db.erase())
    let isErasing = false
    const { world, begin, check } = rig(
      worldOf(async (url) => {
        if (isErasing && erase.mock.calls.length === 0) await erase()
        return answer(url)
      }),
      db,
    )
    await begin('2023D24876', '2023D18002')
    world.pass(25 * hour)
    const before = requests(world).length
    isErasing = true
    await check()
    expect(await db.lookups.count()).toBe(0)
    expect(await db.watches.count()).toBe(0)
    const since = requests(world).slice(before)
    expect(since.filter(({ url }) => url.includes('2023D24876'))).not.toEqual([])
    expect(since.filter(({ url }) => url.includes('2023D18002'))).toEqual([])
  })

  test('a check that has just taken what is due when everything is erased asks about none of it', async () => {
    const { db, world, begin, check } = rig()
    await begin('2023D24876')
    world.pass(25 * hour)
    const before = requests(world).length
    let erased: Promise<void> | undefined
    db.watches.hook('updating', () => {
      erased ??= Dexie.ignoreTransaction(() => db.erase())
    })
    await check()
    await erased
    expect(await db.lookups.count()).toBe(0)
    expect(requests(world).slice(before)).toEqual([])
  })

  test('of one thing that is followed under two names, what is news to the one alone is told', async () => {
    const { db, world, lookingUp, following, told, row } = rig()
    await world.run(lookingUp.all(['2023D19158', 'kv-tk-2023Z08012']))
    const { askedAt } = (await lookedUp(db, '2023D19158')) ?? { askedAt: null }
    const lastChecked = askedAt ?? ''
    const at = (hours: number) => new Date(world.now() - hours * hour).toISOString()
    const later = { nextCheck: at(-5), papers: [], decisions: [] }
    await db.watches.bulkPut([
      { ...later, target: '2023D19158', since: at(40), lastChecked: at(30), lastStatus: 'unanswered' },
      // As an import brings it from a machine where following began when the answer was there.
      { ...later, target: 'kv-tk-2023Z08012', since: at(2), lastChecked, lastStatus: 'answered' },
    ])
    await world.run(following.resume())
    expect(told()).toHaveLength(1)
    expect(told()[0]?.[0]).toMatch(/^2023D19158 answered/)
    expect(await row('kv-tk-2023Z08012')).toMatchObject({ deletedAt: expect.any(String) })
  })

  test('what two looks at the same time find is told once', async () => {
    const { db, world, following, told } = rig()
    const later = new Date(world.now() + hour).toISOString()
    const news = [{ at: later, kind: 'decision', ids: [], title: 'Aangenomen', day: null, seen: false }] as const
    await db.watches.put({ target: '2023D19158', nextCheck: later, news })
    await Promise.all([following.resume(), following.resume()])
    expect(told()).toEqual([['2023D19158 decision']])
  })

  test('what comes together is told together; dossiers, zaken and decisions too', async () => {
    const { world, begin, check, told, news, tell } = rig()
    await begin('2023Z10477', '2023Z08012', 'dossier-36360-VIII')
    postponeGyms()
    writeAboutInternships()
    writeAboutReport()
    world.pass(25 * hour)
    await check()
    expect(told()).toHaveLength(1)
    expect([...(told()[0] ?? [])].sort()).toEqual([
      '2023Z08012 new-document',
      '2023Z10477 postponed',
      'dossier-36360-VIII new-document',
    ])
    expect(await news('dossier-36360-VIII')).toEqual(['new-document 2023D27302'])
    expect(tell).toHaveBeenCalledTimes(1)
  })

  test('what only the second copy lacks for now is followed, or followed no more', async () => {
    const { db, following, changed } = rig()
    const append = () => Promise.reject(new StoreFailure('not-secured'))
    db.useJournal({ ...idleJournal, append })
    const targets = ['2023Z10477', '2023Z09100']
    expect(await following.handlers['watch/add']({ targets }, sender)).toEqual({ ok: true, value: true })
    expect(await db.watches.count()).toBe(2)
    expect(await following.handlers['watch/remove']({ targets: ['2023Z10477'] }, sender)).toEqual({
      ok: true,
      value: true,
    })
    expect((await db.watches.get('2023Z10477'))?.deletedAt).toBeDefined()
    expect(changed).toHaveBeenCalled()
  })

  test('what comes while the browser tells of something else is told too', async () => {
    const { db, begin, check, told, tell } = rig()
    await begin('2023Z10477', '2023Z08012')
    const decided = (target: string, title: string) => {
      const one = { at: '2023-06-21T12:00:00.000Z', kind: 'decision', ids: [], title, day: null, seen: false } as const
      return db.watches.update(target, { news: [one] })
    }
    tell.mockImplementationOnce(async () => void (await decided('2023Z08012', 'Stemmen')))
    await decided('2023Z10477', 'Agenderen')
    for (let times = 0; times < 3; times += 1) await check()
    expect(told()).toEqual([['2023Z10477 decision'], ['2023Z08012 decision']])
  })

  test('a system that never answers to what it is told keeps no later news untold', async () => {
    const { db, begin, check, told, tell, showUnseen } = rig(worldOf(), openTestDatabase(), 0)
    await begin('2023Z10477', '2023Z08012')
    const decided = (target: string, title: string) => {
      const one = { at: '2023-06-21T12:00:00.000Z', kind: 'decision', ids: [], title, day: null, seen: false } as const
      return db.watches.update(target, { news: [one] })
    }
    tell.mockReturnValueOnce(new Promise(() => {}))
    showUnseen.mockReturnValueOnce(new Promise(() => {}))
    await decided('2023Z10477', 'Agenderen')
    await check()
    await decided('2023Z08012', 'Stemmen')
    await check()
    expect(told()).toEqual([['2023Z10477 decision'], ['2023Z08012 decision']])
  })

  test('numbers go many to a request, with the question whether what was kept still holds; the rest one by one', async () => {
    const { world, begin, row } = rig()
    const zaken = manyZaken(60)
    await begin(...zaken, 'kst-36360-VIII-5', 'dossier-36360-VIII')
    const all = requests(world)
    expect(all.map(({ init }) => init.cache)).toEqual(all.map(() => 'no-cache'))
    const lists = all.filter(({ url }) => url.includes('/Zaak?'))
    expect(lists.length).toBeLessThanOrEqual(5)
    for (const { url } of lists) expect((url.match(/2023Z\d{5}/g) ?? []).length).toBeLessThanOrEqual(25)
    expect(all).toHaveLength(lists.length + 2)
    for (const target of [...zaken, 'kst-36360-VIII-5']) expect((await row(target)).lastChecked, target).toBeDefined()
  })

  test('a user who looks something up asks as the browser’s cache likes it', async () => {
    const { lookingUp, world } = rig()
    await world.run(lookingUp.all(['2023D19158']))
    expect(requests(world).map(({ init }) => init.cache)).toEqual([undefined])
  })

  test('a check asks for so much as a minute allows; the next one goes on', async () => {
    const { world, begin, check, db } = rig()
    await begin(...manyDossiers(40))
    const checked = async () => (await db.watches.toArray()).filter(({ lastChecked }) => lastChecked !== undefined)
    expect(await checked()).toHaveLength(30)
    expect(world.most()).toBeLessThanOrEqual(2)
    world.pass(60_000)
    await check()
    expect(await checked()).toHaveLength(40)
  })

  test('two alarms at once ask once, and a machine that slept for a week checks once', async () => {
    const { world, begin, following, check } = rig()
    await begin('2023D24876')
    world.pass(7 * 24 * hour)
    const before = requests(world).length
    await world.run(Promise.all([following.check(), following.check(), following.check()]))
    await check()
    world.pass(hour)
    await check()
    expect(requests(world)).toHaveLength(before + 1)
  })

  test('the user may have all of it checked at once, long before it is due', async () => {
    const { world, begin, following } = rig()
    await begin('2023D24876')
    const before = requests(world).length
    world.pass(60_000)
    expect(await following.handlers['watch/check'](undefined, sender)).toEqual({ ok: true, value: 1 })
    await expect.poll(() => requests(world).length).toBe(before + 1)
    await world.run(following.check())
    expect(requests(world)).toHaveLength(before + 1)
  })

  test('a clock that ran ahead and is set right does not stop the checks', async () => {
    const { world, begin, check, row } = rig()
    world.pass(5 * 365 * 24 * hour)
    await begin('2023D24876')
    world.pass(-5 * 365 * 24 * hour)
    const before = (await row('2023D24876')).lastChecked
    await check()
    expect((await row('2023D24876')).lastChecked).not.toBe(before)
  })
})
