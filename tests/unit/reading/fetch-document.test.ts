import { describe, expect, it } from 'vitest'
import { fetchDocument, fetchPiece } from '#utils/sources/fetch-document.ts'

const address = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'

interface Site {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly url?: string
  readonly chunks?: readonly Uint8Array<ArrayBuffer>[]
}

/** A site that gives these answers, one after the other. */
function siteOf(...answers: Site[]) {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const fetch = async (url: string, init?: RequestInit) => {
    asked.push({ url, init })
    const {
      status = 200,
      headers = {},
      url: at = url,
      chunks = [new Uint8Array([1, 2, 3])],
    } = answers[asked.length - 1] ?? answers.at(-1) ?? {}
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    })
    const response = new Response(body, { status, headers })
    Object.defineProperty(response, 'url', { value: at })
    return response
  }
  return { asked, fetch: fetch as typeof globalThis.fetch }
}

describe('fetching a document', () => {
  it('asks without cookies, over https', async () => {
    const { asked, fetch } = siteOf({})
    const { bytes, url } = await fetchDocument(address.replace('https', 'http'), { fetch })
    expect(asked[0]).toMatchObject({ url: address, init: { credentials: 'omit', redirect: 'follow' } })
    expect([...bytes]).toEqual([1, 2, 3])
    expect(url).toBe(address)
  })

  it('tells its progress in bytes', async () => {
    const chunks = [new Uint8Array(10), new Uint8Array(5)]
    const { fetch } = siteOf({ chunks, headers: { 'content-length': '15' } })
    const seen: [number, number][] = []
    await fetchDocument(address, { fetch, onProgress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [10, 15],
      [15, 15],
    ])
  })

  it('never asks a site that is not official', async () => {
    const { asked, fetch } = siteOf({})
    for (const url of ['https://example.org/a.pdf', 'https://tweedekamer.nl.example.org/', 'file:///etc/passwd']) {
      await expect(fetchDocument(url, { fetch })).rejects.toMatchObject({ code: 'not-official' })
    }
    expect(asked).toEqual([])
  })

  it('takes nothing from where a redirect leads outside', async () => {
    const { fetch } = siteOf({ url: 'https://example.org/a.pdf' })
    await expect(fetchDocument(address, { fetch })).rejects.toMatchObject({ code: 'not-official' })
  })

  it('takes a publication’s error page for what it is', async () => {
    const { fetch } = siteOf({ url: 'https://zoek.officielebekendmakingen.nl/Errors/404.htm' })
    await expect(fetchDocument(address, { fetch })).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('stops at the limit, whether the size was announced or not', async () => {
    const announced = siteOf({ headers: { 'content-length': '400' } })
    const endless = siteOf({ chunks: Array.from({ length: 50 }, () => new Uint8Array(10)) })
    for (const { fetch } of [announced, endless]) {
      await expect(fetchDocument(address, { fetch, limit: 100 })).rejects.toMatchObject({ code: 'too-large' })
    }
  })

  it('asks a busy site again, and gives up after the third time', async () => {
    const busy = siteOf({ status: 503 }, { status: 429 }, {})
    await expect(fetchDocument(address, { fetch: busy.fetch, pause: 1 })).resolves.toMatchObject({ url: address })
    const closed = siteOf({ status: 503 })
    await expect(fetchDocument(address, { fetch: closed.fetch, pause: 1 })).rejects.toMatchObject({
      code: 'unreachable',
    })
    expect(closed.asked).toHaveLength(3)
  })

  it('counts a site that says nothing as unreachable', async () => {
    const fetch = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    await expect(
      fetchDocument(address, { fetch: fetch as typeof globalThis.fetch, silenceTimeout: 10 }),
    ).rejects.toMatchObject({ code: 'unreachable' })
  })
})

describe('a piece of a document', () => {
  it('is asked for by its bytes, without cookies', async () => {
    const { asked, fetch } = siteOf({ status: 206, chunks: [new Uint8Array([4, 5])] })
    expect([...(await fetchPiece(address, 10, 12, { fetch }))]).toEqual([4, 5])
    expect(asked[0]).toMatchObject({
      url: address,
      init: { credentials: 'omit', redirect: 'error', headers: { range: 'bytes=10-11' } },
    })
  })

  it('is refused where it is another one of the same length, and no more is read of one without end', async () => {
    const other = siteOf({ status: 206, headers: { 'content-range': 'bytes 0-1/9' }, chunks: [new Uint8Array(2)] })
    await expect(fetchPiece(address, 10, 12, other)).rejects.toMatchObject({ code: 'unreachable' })
    const meant = siteOf({ status: 206, headers: { 'content-range': 'bytes 10-11/99' }, chunks: [new Uint8Array(2)] })
    expect(await fetchPiece(address, 10, 12, meant)).toHaveLength(2)
    let read = 0
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        read += 1
        controller.enqueue(new Uint8Array(10))
      },
    })
    const fetch = (async () => new Response(body, { status: 206 })) as unknown as typeof globalThis.fetch
    await expect(fetchPiece(address, 0, 20, { fetch })).rejects.toMatchObject({ code: 'unreachable' })
    expect(read).toBeLessThan(6)
  })

  it('waits as long as a busy site says, also by a date', async () => {
    const headers = { 'retry-after': 'Tue, 20 Jun 2023 10:00:30 GMT', date: 'Tue, 20 Jun 2023 10:00:29 GMT' }
    const { fetch } = siteOf({ status: 503, headers }, {})
    const begun = performance.now()
    await fetchDocument(address, { fetch, pause: 5 })
    // Ten times the pause at most.
    expect(performance.now() - begun).toBeGreaterThan(40)
  })

  it('is refused where the site gives something else, and never asked of another site', async () => {
    for (const site of [{ status: 200 }, { status: 206, chunks: [new Uint8Array(5)] }, { status: 416 }]) {
      await expect(fetchPiece(address, 0, 2, siteOf(site))).rejects.toMatchObject({ code: 'unreachable' })
    }
    const { asked, fetch } = siteOf({ status: 206 })
    for (const other of ['https://evil.example/a.pdf', address.replace('https', 'http')]) {
      await expect(fetchPiece(other, 0, 3, { fetch })).rejects.toMatchObject({ code: 'not-official' })
    }
    expect(asked).toEqual([])
  })
})
