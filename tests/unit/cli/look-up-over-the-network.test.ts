import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from '#tests/site/site.ts'

const script = fileURLToPath(new URL('../../../scripts/kamerlens.ts', import.meta.url))
const openData = 'gegevensmagazijn.tweedekamer.nl'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

/** The command in a process of its own, with Node's own `fetch`, sockets and TLS; all that it asks for ends at the stand-in. */
function kamerlens(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: `http://127.0.0.1:${site.proxyPort}`,
    HTTP_PROXY: `http://127.0.0.1:${site.proxyPort}`,
    NO_PROXY: '',
    // The stand-in's certificate is made anew at each start and signed by nobody.
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_NO_WARNINGS: '1',
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'look-up', ...args], { env, timeout: 30_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
  })
}

describe('kamerlens look-up, over the network', () => {
  it('prints one JSON object a code', async () => {
    const { code, out, err } = await kamerlens('--json', '2023D19158', 'kst-36360-B')
    expect([code, err]).toEqual([0, ''])
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ asked, id, status }) => [asked, id, status?.is])).toEqual([
      ['2023D19158', '2023D19158', 'answered'],
      ['kst-36360-B', 'kst-36360-B', undefined],
    ])
    expect(Object.keys(records[0])).toEqual(Object.keys(records[1]))
  })

  it('tells a paper that there is not from a service that gives none', async () => {
    const missing = await kamerlens('kst-36360-99')
    expect([missing.code, missing.out]).toEqual([1, ''])
    expect(missing.err).toMatch(/^kst-36360-99: The official services do not know this paper/)
  })

  it.each([
    ['cut off', 'cannot be used'],
    ['endless', 'far too large'],
    ['a hundred megabytes', 'far too large'],
    ['sent elsewhere', 'refers to another site'],
    ['too many requests, for long', 'busy'],
  ] as const)('ends in one sentence when the answer is %s', async (fault, sentence) => {
    site.fail(openData, fault)
    const { code, out, err } = await kamerlens('2023A01234').finally(() => site.fail(openData, null))
    expect([code, out]).toEqual([1, ''])
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(sentence)])
    // Nothing else was ever contacted.
    expect(site.refused).toEqual([])
  })
})
