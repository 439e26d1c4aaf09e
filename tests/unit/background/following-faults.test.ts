import { describe, expect, test, vi } from 'vitest'
import { writeAboutInternships } from '#tests/site/odata/later.ts'
import { answer } from '#tests/site/routes.ts'
import { follow, followed } from '#utils/database/following/watches.ts'
import { lookedUp } from '#utils/database/official/lookups.ts'
import { hosts, worldOf } from '../sources/network.ts'
import { hour, requests, rig, sender } from './following-rig.ts'

describe('the background’s death', () => {
  test('before an answer: the next one asks again, though not at once', async () => {
    const dying = rig(worldOf(() => new Promise(() => {})))
    await follow(dying.db, '2023D24876', new Date(dying.world.now()), () => 0)
    void dying.following.check()
    await vi.waitFor(async () => expect((await lookedUp(dying.db, '2023D24876'))?.wanted).toBeDefined())
    const next = rig(worldOf(), dying.db)
    await next.world.run(next.following.resume())
    expect(requests(next.world)).toEqual([])
    next.world.pass(11 * 60_000)
    await next.check()
    expect(await next.row('2023D24876')).toMatchObject({ lastStatus: expect.any(String), news: [] })
  })

  test('after an answer and before it was looked at: the next one tells of it without asking', async () => {
    writeAboutInternships()
    const first = rig()
    await first.begin('2023Z08012')
    // The letter is in the answer that was written down; seen as new where it was not seen.
    await first.db.watches.update('2023Z08012', {
      papers: ['2023D19158', '2023D21040'],
      lastChecked: '2023-01-01T00:00:00Z',
    })
    const next = rig(first.world, first.db)
    const before = requests(first.world).length
    await first.world.run(next.following.resume())
    expect(await next.news('2023Z08012')).toEqual(['new-document 2023D27301'])
    expect(next.told()).toEqual([['2023Z08012 new-document']])
    expect(requests(first.world)).toHaveLength(before)
  })

  test('after it was looked at and before it was told: it is told', async () => {
    const first = rig()
    await first.begin('2023D24876')
    const one = {
      at: new Date(first.world.now()).toISOString(),
      kind: 'answered',
      ids: [],
      title: null,
      day: null,
      seen: false,
    } as const
    await first.db.watches.update('2023D24876', { news: [one] })
    const next = rig(first.world, first.db)
    await first.world.run(next.following.resume())
    await first.world.run(next.following.resume())
    expect(next.told()).toEqual([['2023D24876 answered']])
  })
})

describe('services that fail', () => {
  test('offline nothing is asked, and what is due is checked when the connection is back', async () => {
    const { world, begin, check, goOffline, row } = rig()
    goOffline()
    await begin('2023D24876')
    expect(world.asked).toEqual([])
    goOffline(false)
    await check({ back: true })
    expect((await row('2023D24876')).lastChecked).toBeDefined()
  })

  test('a check that fails keeps what is known, says why, leaves no wish, and waits longer each time', async () => {
    let reached = true
    const network = (url: URL) => (reached ? answer(url) : Promise.reject(new TypeError('Failed to fetch')))
    const { world, begin, check, row, db, told } = rig(worldOf(network))
    await begin('2023D24876')
    const before = await row('2023D24876')
    reached = false
    world.pass(25 * hour)
    await check()
    const failed = await row('2023D24876')
    expect(failed).toMatchObject({
      failure: { code: 'offline', times: 1 },
      lastChecked: before.lastChecked,
      papers: before.papers,
    })
    expect((await lookedUp(db, '2023D24876'))?.wanted).toBeUndefined()
    const count = world.asked.length
    world.pass(29 * 60_000)
    await check()
    expect(world.asked).toHaveLength(count)
    world.pass(2 * 60_000)
    await check()
    expect(await row('2023D24876')).toMatchObject({ failure: { times: 2 } })
    reached = true
    await check({ back: true })
    expect(await row('2023D24876')).not.toHaveProperty('failure')
    expect(told()).toEqual([])
  })

  test('a busy service is left alone as long as it asks, and what a user wished for stays wished for', async () => {
    const { world, begin, check, row, db, lookingUp } = rig()
    await begin('2023D24876', '2023D22500')
    await lookingUp.start({ id: '2023D22500', fresh: true })
    await db.lookups.update('2023D22500', { wanted: new Date(world.now()).toISOString() })
    world.fail(hosts.openData, 'too many requests, for long')
    world.pass(25 * hour)
    await db.lookups.update('2023D22500', { wanted: new Date(world.now()).toISOString() })
    await check()
    expect(await row('2023D24876')).toMatchObject({ failure: { code: 'busy' } })
    expect((await lookedUp(db, '2023D24876'))?.wanted).toBeUndefined()
    expect((await lookedUp(db, '2023D22500'))?.wanted).toBeDefined()
    const count = world.asked.length
    world.pass(20 * 60_000)
    await check()
    expect(world.asked).toHaveLength(count)
  })

  test('what is opened while it is checked is answered by the check, and not asked for twice', async () => {
    const { world, begin, row, db, lookingUp, following } = rig()
    await begin('2023D24876', '2023D22500')
    world.pass(25 * hour)
    const [all, count] = [world.asked.length, requests(world).length]
    const checked = following.check()
    await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(all), { interval: 1 })
    await lookingUp.start({ id: '2023D24876', fresh: true })
    expect((await lookedUp(db, '2023D24876'))?.wanted).toBeDefined()
    await world.run(checked)
    expect((await lookedUp(db, '2023D24876'))?.wanted).toBeUndefined()
    expect(await row('2023D24876')).not.toHaveProperty('failure')
    expect(requests(world)).toHaveLength(count + 1)
  })

  test('what one of two services says alone is no look: nothing false is told, now or later', async () => {
    const { world, begin, check, row, told } = rig()
    await begin('kv-tk-2023Z08012')
    const { papers } = await row('kv-tk-2023Z08012')
    world.fail(hosts.openData, 'unavailable')
    world.pass(25 * hour)
    await check()
    expect(await row('kv-tk-2023Z08012')).toMatchObject({ failure: { code: 'busy' }, papers })
    world.fail(hosts.openData, null)
    world.pass(25 * hour)
    await check()
    expect(await row('kv-tk-2023Z08012')).not.toHaveProperty('failure')
    expect(told()).toEqual([])
  })

  test('what the services do not know (yet) is looked for daily', async () => {
    const { begin, row, world } = rig()
    await begin('2023D99999')
    const { nextCheck, lastChecked } = await row('2023D99999')
    expect(lastChecked).toBeDefined()
    expect(Date.parse(nextCheck) - world.now()).toBeGreaterThan(23 * hour)
  })
})

describe('what the user does', () => {
  test('what is known and young is the first look; the alarm is set while anything is followed', async () => {
    const { lookingUp, world, following, row, watch } = rig()
    await world.run(lookingUp.all(['2023D24876']))
    const before = world.asked.length
    expect(await following.follow('2023D24876')).toEqual({ ok: true, value: true })
    expect(await row('2023D24876')).toHaveProperty('papers')
    await vi.waitFor(() => expect(watch).toHaveBeenLastCalledWith(true))
    expect(world.asked).toHaveLength(before)
    await following.unfollow('2023D24876')
    await vi.waitFor(() => expect(watch).toHaveBeenLastCalledWith(false))
  })

  test('a thing is followed once, by whichever of its names, and can be followed no more by another one', async () => {
    const { lookingUp, world, following, db } = rig()
    await world.run(lookingUp.all(['2023D19158']))
    await following.follow('2023D19158')
    await following.follow('kv-tk-2023Z08012')
    expect(await followed(db)).toHaveLength(1)
    // Its zaak is another thing.
    await world.run(following.follow('2023Z08012'))
    await world.run(following.check())
    expect(await followed(db)).toHaveLength(2)
    await following.unfollow('kv-tk-2023Z08012')
    expect((await followed(db)).map(({ watch: { target } }) => target)).toEqual(['2023Z08012'])
  })

  test('following no more can be undone with all that was seen; followed anew it begins anew', async () => {
    const { begin, following, row, check, world } = rig()
    await begin('2023D22500')
    const before = await row('2023D22500')
    await following.handlers['watch/remove']({ targets: ['2023D22500'] }, sender)
    expect(await row('2023D22500')).toHaveProperty('deletedAt')
    const count = world.asked.length
    world.pass(48 * hour)
    await check()
    expect(world.asked).toHaveLength(count)
    expect(await following.handlers['watch/restore']({ target: '2023D22500' }, sender)).toMatchObject({ ok: true })
    expect(await row('2023D22500')).toEqual({ ...before, updatedAt: expect.any(String) })
    await following.handlers['watch/remove']({ targets: ['2023D22500'] }, sender)
    await world.run(following.follow('2023D22500'))
    expect(await row('2023D22500')).not.toHaveProperty('deletedAt')
    const unknown = await following.handlers['watch/restore']({ target: '2023D00001' }, sender)
    expect(unknown).toEqual({ ok: false, error: 'not-found' })
    await check()
  })

  test('«check now» checks all, but for what was checked a moment ago', async () => {
    const { begin, following, world, check } = rig()
    await begin('2023D24876', '2023D22500')
    const before = requests(world).length
    expect(await following.handlers['watch/check'](undefined, sender)).toEqual({ ok: true, value: 0 })
    await check()
    expect(requests(world)).toHaveLength(before)
    world.pass(2 * 60_000)
    await following.handlers['watch/check'](undefined, sender)
    await check()
    await vi.waitFor(() => expect(requests(world)).toHaveLength(before + 1))
  })

  test.each(['hallo', 'file:ab', 'BWBR0001840', 'ECLI:NL:HR:2020:1'])(
    '%s can’t be followed, nor what is followed together with it: nobody could be asked',
    async (id) => {
      const { following, db } = rig()
      expect(await following.follow('2023Z10477', id)).toEqual({ ok: false, error: 'invalid' })
      expect(await db.watches.count()).toBe(0)
    },
  )
})
