import '../browser/fake-browser.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { arrive, type ReaderFailure } from '../../../entrypoints/reader/arrival.ts'
import type { Arrival } from '../../../entrypoints/reader/pdf/transport.ts'
import type { ReaderSource } from '../../../entrypoints/reader/reader-source.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
const source: ReaderSource = { type: 'address', url, title: '', isPrivate: false }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const pieces = ['%PDF-1.7 ', 'midden ', 'einde'].map(bytesOf)
const whole = '%PDF-1.7 midden einde'
const length = { 'content-length': `${whole.length}` }

beforeEach(() => {
  fakeBrowser.reset()
  stubBrowser('permissions', 'contains', async () => true)
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => vi.unstubAllGlobals())

interface Site {
  readonly status?: number
  readonly headers?: Record<string, string>
  /** Null: an answer without a body. */
  readonly pieces?: readonly Uint8Array<ArrayBuffer>[] | null
}

/** A site that sends its pieces one by one, as the test lets it; a range is answered at once. */
function serve({ status = 200, headers = length, pieces: all = pieces }: Site = {}) {
  const asked: (string | null)[] = []
  const gates = (all ?? []).map(() => Promise.withResolvers<void>())
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const range = new Headers(init.headers).get('range')
    asked.push(range)
    if (range !== null) {
      const [, begin = '', end = ''] = /(\d+)-(\d+)/.exec(range) ?? []
      return new Response(whole.slice(Number(begin), Number(end) + 1), { status: 206 })
    }
    let at = 0
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          await gates[at]?.promise
          const piece = all?.[at]
          at += 1
          if (piece === undefined) controller.close()
          else controller.enqueue(piece)
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(all === null ? null : body, { status, headers })
  })
  return {
    asked,
    let: (index: number) => gates[index]?.resolve(),
    letAll: () => {
      for (const { resolve } of gates) resolve()
    },
  }
}

function start() {
  const arrivals: Arrival[] = []
  const { signal } = new AbortController()
  const arrived = arrive(source, { signal, onProgress: () => {}, onArrival: (one) => arrivals.push(one) })
  return { arrived, arrivals }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a document on its way', () => {
  test('can be opened at its first piece; whoever follows gets every piece once, and its end', async () => {
    const site = serve()
    const { arrived, arrivals } = start()
    site.let(0)
    await vi.waitFor(() => expect(arrivals).toHaveLength(1))
    const seen: (string | null)[] = []
    arrivals[0]?.follow((piece) => seen.push(piece === null ? null : textOf(piece)))
    site.letAll()
    expect(textOf((await arrived).bytes)).toBe(whole)
    expect(seen).toEqual(['%PDF-1.7 ', 'midden ', 'einde', null])
    expect(arrivals[0]?.length).toBe(whole.length)
  })

  test('gives a piece by itself where the site does, and else once it is there', async () => {
    const giving = serve({ headers: { ...length, 'accept-ranges': 'bytes' } })
    const first = start()
    giving.let(0)
    await vi.waitFor(() => expect(first.arrivals).toHaveLength(1))
    expect(textOf((await first.arrivals[0]?.piece(9, 15)) ?? new Uint8Array())).toBe('midden')
    expect(giving.asked).toEqual([null, 'bytes=9-14'])
    giving.letAll()
    await first.arrived

    const plain = serve()
    const second = start()
    plain.let(0)
    await vi.waitFor(() => expect(second.arrivals).toHaveLength(1))
    const piece = second.arrivals[0]?.piece(9, 15)
    plain.letAll()
    expect(textOf((await piece) ?? new Uint8Array())).toBe('midden')
    expect(plain.asked).toEqual([null])
  })

  test('is waited for where the site does not say how long it is, or sends it packed', async () => {
    for (const headers of [{}, { ...length, 'content-encoding': 'br' }]) {
      const site = serve({ headers })
      site.letAll()
      const { arrived, arrivals } = start()
      await arrived
      expect(arrivals).toEqual([])
    }
  })
})

describe('why a document does not arrive', () => {
  const codeOf = async (site: Site) => {
    serve(site).letAll()
    return start().arrived.then(
      () => null,
      (error: ReaderFailure) => error.code,
    )
  }

  test.each([
    ['it is not there', { status: 404 }, 'missing'],
    ['the site fails', { status: 500 }, 'unreachable'],
    ['it is a web page', { pieces: [bytesOf('<!doctype html>')] }, 'not-pdf'],
    ['it is empty', { pieces: [], headers: {} }, 'empty'],
    ['there is no body', { pieces: null, headers: {} }, 'empty'],
    ['it is too large', { headers: { 'content-length': '999999999' } }, 'too-large'],
  ])('%s', async (_, site, code) => {
    expect(await codeOf(site)).toBe(code)
  })

  test('there is no network, or no permission', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(await codeOf({ status: 500 })).toBe('offline')
    vi.stubGlobal('navigator', { onLine: true })
    stubBrowser('permissions', 'contains', async () => false)
    expect(await codeOf({ status: 500 })).toBe('no-permission')
  })
})
