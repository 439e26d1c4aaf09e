import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#tests/site/answers.ts'
import { askerIn, ofMany } from '#utils/sources/http/ask.ts'
import { pauseAfter, retryAfter } from '#utils/sources/http/back-off.ts'
import { cases } from '../cases.ts'
import { noon, type World, worldOf } from './network.ts'

const address = 'https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document'
const json = (body: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body,
  ...more,
})

/** A service that gives these answers in turn, the last one for ever. */
function service(...answers: readonly Answer[]): { world: World; ask: ReturnType<typeof askerIn> } {
  let count = 0
  const world: World = worldOf(() => answers[Math.min(count++, answers.length - 1)] ?? json('{}'))
  return { world, ask: askerIn(world) }
}

const asking = (url = address) => ({ url, format: 'json' as const })

describe('asking an official service', () => {
  it('sends no cookies and says what it can read', async () => {
    const { world, ask } = service(json('{"a":"é"}'))
    const answer = await world.run(ask(asking()))
    expect(answer).toMatchObject({ text: '{"a":"é"}', url: address })
    expect(world.asked[0]?.init).toMatchObject({ credentials: 'omit', headers: { accept: 'application/json' } })
  })

  it('contacts official hosts alone, over https', async () => {
    const { world, ask } = service()
    for (const url of [
      'https://example.org/',
      'http://gegevensmagazijn.tweedekamer.nl/',
      'https://tweedekamer.nl.example.org/',
      'https://user@www.tweedekamer.nl/',
      'https://www.tweedekamer.nl:8443/',
      'file:///etc/passwd',
      'niets',
    ]) {
      await expect(world.run(ask(asking(url)))).rejects.toMatchObject({ code: 'elsewhere' })
    }
    expect(world.asked).toEqual([])
  })

  it('never follows to a place that is not official, and follows to one that is', async () => {
    const away = service({ status: 302, headers: { location: 'https://voorbeeld.example/' }, body: '' })
    await expect(away.world.run(away.ask(asking()))).rejects.toMatchObject({ code: 'elsewhere' })
    expect(away.world.asked).toHaveLength(1)
    for (const status of [301, 302, 303, 307, 308]) {
      const near = service({ status, headers: { location: '/OData/v6/Document' }, body: '' }, json('{}'))
      const answer = await near.world.run(near.ask(asking()))
      expect(answer.url).toBe('https://gegevensmagazijn.tweedekamer.nl/OData/v6/Document')
    }
    const round = service({ status: 302, headers: { location: address }, body: '' })
    await expect(round.world.run(round.ask(asking()))).rejects.toMatchObject({ code: 'broken-answer' })
  })

  it('knows the page that a missing publication leads to, without fetching it', async () => {
    const location = 'https://zoek.officielebekendmakingen.nl/Errors/404.htm'
    const { world, ask } = service({ status: 302, headers: { location }, body: '' }, json('{}'))
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'not-found' })
    expect(world.asked).toHaveLength(1)
  })

  it('leaves it to a browser to follow, and believes the address that it ends at', async () => {
    const ends = { url: 'https://voorbeeld.example/' }
    const world = worldOf()
    const fetch: World['fetch'] = async (_, { redirect }) => {
      const response = redirect === 'manual' ? Response.error() : new Response('{}')
      Object.defineProperty(response, 'type', { value: redirect === 'manual' ? 'opaqueredirect' : 'basic' })
      Object.defineProperty(response, 'url', { value: ends.url })
      return response
    }
    const ask = askerIn({ ...world, fetch })
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'elsewhere' })
    ends.url = 'https://zoek.officielebekendmakingen.nl/Errors/404.htm'
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [400, 'refused'],
    [401, 'refused'],
    [204, 'refused'],
  ])('status %i is «%s», once', async (status, code) => {
    const { world, ask } = service({ status, headers: {}, body: '' })
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code })
    expect(world.asked).toHaveLength(1)
  })

  it('takes a page for no answer, whatever its status', async () => {
    for (const type of ['text/html', 'application/xhtml+xml', 'text/plain', 'image/png']) {
      const { world, ask } = service({ status: 200, headers: { 'content-type': type }, body: '{}' })
      await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'broken-answer' })
    }
  })

  it('reads no more than eight megabytes', async () => {
    const endless = service(json('x'.repeat(1_000_000), { endless: true }))
    await expect(endless.world.run(endless.ask(asking()))).rejects.toMatchObject({ code: 'too-large' })
    const told = service(json('{}', { headers: { 'content-type': 'application/json', 'content-length': '104857600' } }))
    await expect(told.world.run(told.ask(asking()))).rejects.toMatchObject({ code: 'too-large' })
  })

  it('tells an answer that breaks off, or is no text, from a whole one', async () => {
    const cut = service(json('{"value":[]}', { cut: 6 }))
    await expect(cut.world.run(cut.ask(asking()))).rejects.toMatchObject({ code: 'broken-answer' })
    const world = worldOf()
    const fetch = async () => new Response(new Uint8Array([0x7b, 0xff, 0x7d]))
    await expect(world.run(askerIn({ ...world, fetch })(asking()))).rejects.toMatchObject({ code: 'broken-answer' })
  })

  it('is offline where the network does not answer at all', async () => {
    const world = worldOf()
    const fetch = async () => Promise.reject(new TypeError('fetch failed'))
    await expect(world.run(askerIn({ ...world, fetch })(asking()))).rejects.toMatchObject({ code: 'offline' })
  })

  it('knows a network that does not answer from a site that the user took back', async () => {
    const world = worldOf()
    const fetch = async () => Promise.reject(new TypeError('fetch failed'))
    for (const [isGiven, code] of [
      [false, 'withheld'],
      [true, 'offline'],
    ] as const) {
      const asked: string[] = []
      const mayReach = async (url: string) => {
        asked.push(url)
        return isGiven
      }
      const ask = askerIn({ ...world, fetch, mayReach })
      await expect(world.run(ask(asking()))).rejects.toMatchObject({ code })
      expect(asked).toEqual([asking().url])
    }
  })

  it('waits twenty seconds and no longer, even for a network that does not let go', async () => {
    const world = worldOf()
    const ask = askerIn({ ...world, fetch: () => new Promise(() => undefined) })
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'busy' })
    expect(world.now() - noon).toBe(20_000)
  })
})

describe('a busy service', () => {
  const busy = (header?: string): Answer => ({
    status: 503,
    headers: header === undefined ? {} : { 'retry-after': header },
    body: '',
  })

  it('is asked again, later each time, and gives its answer then', async () => {
    const { world, ask } = service(busy(), busy(), json('{"value":[]}'))
    expect((await world.run(ask(asking()))).text).toBe('{"value":[]}')
    const [first = 0, second = 0, third = 0] = world.asked.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(375)
    expect(third - second).toBeGreaterThanOrEqual(750)
  })

  it('is left alone as long as it asks for', async () => {
    const { world, ask } = service(busy('7'), json('{}'))
    await world.run(ask(asking()))
    const [first = 0, second = 0] = world.asked.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(7_000)
  })

  it('is left alone by all who ask it something', async () => {
    const { world, ask } = service(busy('7'), json('{}'))
    await world.run(Promise.all([ask(asking()), ask(asking(`${address}?2`)), ask(asking(`${address}?3`))]))
    // Two were let in; the third was on its way when the host asked for rest.
    const later = world.asked.map(({ at }) => at).filter((at) => at > 0)
    expect(later).toHaveLength(2)
    for (const at of later) expect(at).toBeGreaterThanOrEqual(7_000)
  })

  it('is given up when it asks for long, and not bothered by anyone until then', async () => {
    const { world, ask } = service(busy('300'))
    const failed = await world.run(ask(asking()).catch((error) => error))
    expect(failed).toMatchObject({ code: 'busy' })
    expect(failed.retryAt - world.now()).toBe(300_000)
    await expect(world.run(ask(asking(`${address}?other`)))).rejects.toMatchObject({
      code: 'busy',
      retryAt: failed.retryAt,
    })
    expect(world.asked).toHaveLength(1)
    world.pass(300_001)
    await expect(world.run(ask(asking(`${address}?other`)))).rejects.toMatchObject({ code: 'busy' })
    expect(world.asked).toHaveLength(2)
  })

  it('is given up after three attempts, and then left alone for a minute', async () => {
    const { world, ask } = service(busy())
    const failed = await world.run(ask(asking()).catch((error) => error))
    expect(failed).toMatchObject({ code: 'busy', retryAt: world.now() + 60_000 })
    await expect(world.run(ask(asking(`${address}?other`)))).rejects.toMatchObject({ code: 'busy' })
    expect(world.asked).toHaveLength(3)
  })

  it('keeps no other host from being asked', async () => {
    const world = worldOf((url) => (url.host === 'repository.overheid.nl' ? json('{}') : busy('300')))
    const ask = askerIn(world)
    await expect(world.run(ask(asking()))).rejects.toMatchObject({ code: 'busy' })
    expect((await world.run(ask(asking('https://repository.overheid.nl/sru')))).text).toBe('{}')
  })
})

describe('manners', () => {
  it('asks two at a time', async () => {
    const { world, ask } = service(json('{}'))
    await world.run(Promise.all(Array.from({ length: 9 }, (_, index) => ask(asking(`${address}?${index}`)))))
    expect([world.asked.length, world.most()]).toEqual([9, 2])
  })

  it('asks forty a minute, and says when there is room again', async () => {
    const { world, ask } = service(json('{}'))
    const many = Array.from({ length: 45 }, (_, index) => ask(asking(`${address}?${index}`)).catch((error) => error))
    const outcomes = await world.run(Promise.all(many))
    expect(world.asked).toHaveLength(40)
    expect(outcomes.at(-1)).toMatchObject({ code: 'busy', retryAt: noon + 60_000 })
    world.pass(60_000)
    await world.run(ask(asking(`${address}?later`)))
    expect(world.asked).toHaveLength(41)
  })

  it('leaves ten of them to what is opened alone, also while a list waits for its part', async () => {
    const { world, ask } = service(json('{}'))
    const list = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        ofMany(ask)(asking(`${address}?${from + index}`)).catch((error) => error),
      )
    expect(await world.run(Promise.all(list(0, 31)).then((all) => all.at(-1)))).toMatchObject({ code: 'busy' })
    world.pass(52_000)
    // Both places of the list wait for some seconds until the minute has gone by.
    const waiting = Promise.all(list(100, 2))
    await world.run(ask(asking(`${address}?alone`)))
    expect(world.asked.map(({ url }) => url).indexOf(`${address}?alone`)).toBe(30)
    await world.run(waiting)
    expect(world.asked).toHaveLength(33)
    const alone = Array.from({ length: 9 }, (_, index) => ask(asking(`${address}?alone${index}`)))
    await world.run(Promise.all(alone))
    expect(world.most()).toBe(2)
  })

  it('is not held back by a clock that ran ahead and was put right', async () => {
    const { world, ask } = service(json('{}'))
    await world.run(Promise.all(Array.from({ length: 40 }, (_, index) => ask(asking(`${address}?${index}`)))))
    world.pass(-24 * 60 * 60_000)
    await world.run(ask(asking(`${address}?later`)))
    expect(world.asked).toHaveLength(41)
  })

  it('asks the same thing once at a time, and anew afterwards', async () => {
    const { world, ask } = service(json('{}'))
    await world.run(Promise.all([ask(asking()), ask(asking())]))
    expect(world.asked).toHaveLength(1)
    await world.run(ask(asking()))
    expect(world.asked).toHaveLength(2)
  })

  it('goes on for those who stay when one leaves, also while it waits for its turn', async () => {
    const { world, ask } = service(json('{}', { delay: 1_000 }))
    const stop = new AbortController()
    const others = [ask(asking(`${address}?1`)), ask(asking(`${address}?2`))]
    const leaving = ask({ ...asking(), signal: stop.signal })
    const staying = ask(asking())
    const waiting = ask({ ...asking(`${address}?3`), signal: stop.signal })
    stop.abort(new Error('closed'))
    const left = await world.run(Promise.allSettled([leaving, waiting]))
    expect(left).toMatchObject([{ reason: { message: 'closed' } }, { reason: { message: 'closed' } }])
    await world.run(Promise.all([...others, staying]))
    expect(world.asked.map(({ url }) => url)).toEqual([`${address}?1`, `${address}?2`, address])
  })

  it('gives nobody’s turn to those who have left', async () => {
    const { world, ask } = service(json('{}', { delay: 1_000 }))
    const stop = new AbortController()
    const first = [ask(asking(`${address}?1`)), ask(asking(`${address}?2`))]
    const left = [3, 4, 5].map((number) => ask({ ...asking(`${address}?${number}`), signal: stop.signal }))
    const settled = Promise.allSettled(left)
    stop.abort(new Error('closed'))
    await world.run(Promise.all([...first, settled]))
    await world.run(Promise.all([ask(asking(`${address}?6`)), ask(asking(`${address}?7`))]))
    expect(world.asked).toHaveLength(4)
  })
})

describe('how long to wait', () => {
  const said = (header: string, more: Record<string, string> = {}) => new Headers({ 'retry-after': header, ...more })

  it('doubles, leaves half to chance, and is never less than was asked for', () => {
    expect([pauseAfter(1, 0, null), pauseAfter(1, 1, null), pauseAfter(3, 1, null)]).toEqual([250, 500, 2_000])
    expect(pauseAfter(1, 0.5, 9_000)).toBe(9_000)
  })

  it('understands seconds and dates, and nothing else', () => {
    expect(retryAfter(said('120'), noon)).toBe(120_000)
    expect(retryAfter(said('Tue, 20 Jun 2023 10:00:30 GMT'), noon)).toBe(30_000)
    expect(retryAfter(said('Tue, 20 Jun 2022 10:00:30 GMT'), noon)).toBe(0)
    expect(retryAfter(new Headers(), noon)).toBeNull()
    for (const header of ['', 'morgen', '-5', '1e9', '2'.repeat(40)]) expect(retryAfter(said(header), noon)).toBeNull()
    fc.assert(
      fc.property(fc.string(), (header) => {
        const asked = retryAfter(said(header), noon)
        return asked === null || asked >= 0
      }),
      cases(100),
    )
  })

  it('counts a date from the answer’s own, whatever the clock here says', () => {
    const until = 'Tue, 20 Jun 2023 10:00:30 GMT'
    const sent = 'Tue, 20 Jun 2023 10:00:20 GMT'
    for (const hours of [-30, 0, 30])
      expect(retryAfter(said(until, { date: sent }), noon + hours * 3_600_000)).toBe(10_000)
    expect(retryAfter(said(until, { date: 'gisteren' }), noon)).toBe(30_000)
  })
})
