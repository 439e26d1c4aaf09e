import '../browser/fake-browser.ts'
import { describe, expect, test, vi } from 'vitest'
import type { sendToPage } from '#utils/browser/messages.ts'
import type { AmongFrames, Chosen } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Frame } from '#utils/browser/senders.ts'
import type { KnownFrame } from '../../../entrypoints/background/pages/pages.ts'
import { createWalking } from '../../../entrypoints/background/pages/walking.ts'

/** Documents with these numbers of references, each a code of its own, that step as a page does. */
function documents(counts: Readonly<Record<number, number>>, chosen: Readonly<Record<number, Chosen>> = {}) {
  const at = new Map<number, number>()
  const steps: string[] = []
  const gone = new Set<number>()
  const step = (frameId: number, direction: 1 | -1, among?: AmongFrames): boolean => {
    const count = counts[frameId] ?? 0
    if (count === 0) return false
    const before = at.get(frameId)
    const next = among?.enter ? (direction === 1 ? 0 : count - 1) : before === undefined ? 0 : before + direction
    if (among !== undefined && (next < 0 || next >= count)) {
      at.delete(frameId)
      return false
    }
    const index = (next + count) % count
    at.set(frameId, index)
    steps.push(`${frameId}.${index}${among ? ` ${among.before + index + 1}/${among.total}` : ''}`)
    return true
  }
  const send = vi.fn(async ({ frameId }: Frame, type: string, request?: unknown) => {
    if (gone.has(frameId)) throw new Error('gone')
    if (type === 'page/chosen') return chosen[frameId] ?? null
    if (type === 'page/go-to') return steps.push(`to ${frameId}`) > 0
    const { direction, among } = request as { direction: 1 | -1; among?: AmongFrames }
    return step(frameId, direction, among)
  })
  const report = (count: number): PageReport => ({
    url: 'https://www.tweedekamer.nl/a',
    title: '',
    contentType: 'text/html',
    codes: count === 0 ? [] : [{ kind: 'document', id: '2023D19158', count, collapsed: false }],
  })
  const frames = (): KnownFrame[] =>
    Object.entries(counts)
      .filter(([frameId]) => !gone.has(Number(frameId)))
      .map(([frameId, count]) => ({ frame: { tabId: 7, frameId: Number(frameId) }, report: report(count) }))
  const pages = { frames: async () => frames(), ask: vi.fn(async () => null), check: vi.fn(async () => {}) }
  return { steps, gone, pages, walking: createWalking(pages, send as unknown as typeof sendToPage) }
}

async function walk(walking: ReturnType<typeof documents>['walking'], ...directions: (1 | -1)[]) {
  for (const direction of directions) await walking.step(7, direction)
}

describe('next and previous', () => {
  test('on a page of one document go round it, without a word about frames', async () => {
    const { walking, steps } = documents({ 0: 2, 4: 0 })
    await walk(walking, 1, 1, 1)
    expect(steps).toEqual(['0.0', '0.1', '0.0'])
  })

  test('walk the page’s own codes first, then frame by frame in their order, and around; and the same way back', async () => {
    const { walking, steps } = documents({ 0: 2, 4: 1, 9: 2 })
    await walk(walking, 1, 1, 1, 1, 1, 1, -1, -1)
    expect(steps).toEqual(['0.0 1/5', '0.1 2/5', '4.0 3/5', '9.0 4/5', '9.1 5/5', '0.0 1/5', '9.1 5/5', '9.0 4/5'])
  })

  test('begin in the document that the user is in', async () => {
    const { walking, steps } = documents({ 0: 2, 4: 1 }, { 0: { id: 'a', weight: 1 }, 4: { id: 'b', weight: 2 } })
    await walk(walking, 1, 1)
    expect(steps).toEqual(['4.0 3/3', '0.0 1/3'])
  })

  test('pass over a frame that has gone meanwhile, and have it forgotten', async () => {
    const { walking, steps, gone, pages } = documents({ 0: 1, 4: 1, 9: 1 })
    await walk(walking, 1)
    const before = await pages.frames()
    pages.frames = async () => before
    gone.add(4)
    await walk(walking, 1)
    expect(steps).toEqual(['0.0 1/3', '9.0 3/3'])
    expect(pages.check).toHaveBeenCalledWith({ tabId: 7, frameId: 4 })
  })

  test('lead into a frame that was late to tell what it names, both ways around', async () => {
    const { walking, steps, pages } = documents({ 0: 1, 4: 1, 9: 1 })
    const all = await pages.frames()
    const know = (...frameIds: number[]) => {
      pages.frames = async () => all.filter(({ frame }) => frameIds.includes(frame.frameId))
    }
    know(0, 4)
    await walk(walking, 1, 1)
    pages.ask.mockImplementation(async () => {
      know(0, 4, 9)
      return null
    })
    await walk(walking, 1, 1)
    expect(steps).toEqual(['0.0 1/2', '4.0 2/2', '9.0 3/3', '0.0 1/3'])
    know(0, 4)
    await walk(walking, -1)
    expect(steps.at(-1)).toBe('9.0 3/3')
  })

  test.each([
    [1, '9.0 2/2'],
    [-1, '0.0 1/2'],
  ] as const)('go on from where a frame was that the browser no longer has (%i)', async (direction, next) => {
    const { walking, steps, gone, pages } = documents({ 0: 1, 4: 1, 9: 1 })
    await walk(walking, 1, 1)
    const before = await pages.frames()
    pages.frames = async () => before
    pages.ask.mockImplementation(async () => {
      pages.frames = async () => before.filter(({ frame }) => !gone.has(frame.frameId))
      return null
    })
    gone.add(4)
    await walk(walking, direction)
    expect(steps).toEqual(['0.0 1/3', '4.0 2/3', next])
  })

  test('pass over a frame whose codes stand in closed sections alone', async () => {
    const { walking, steps, pages } = documents({ 0: 2, 4: 1 })
    const known = await pages.frames()
    pages.frames = async () =>
      known.map(({ frame, report }) => {
        const codes = report.codes.map((code) => ({ ...code, collapsed: frame.frameId === 4 }))
        return { frame, report: { ...report, codes } }
      })
    await walk(walking, 1, 1, 1)
    expect(steps).toEqual(['0.0', '0.1', '0.0'])
  })

  test('do nothing where no document answers', async () => {
    const { walking, steps } = documents({})
    await walk(walking, 1, -1)
    expect(steps).toEqual([])
  })
})

test('going to a code again walks its places through all documents', async () => {
  const { walking, steps, gone } = documents({ 0: 1, 4: 2 })
  for (let time = 0; time < 4; time += 1) expect(await walking.goTo(7, '2023D19158')).toBe(true)
  expect(steps).toEqual(['to 0', 'to 4', 'to 4', 'to 0'])
  expect(await walking.goTo(7, '2023D00000')).toBe(false)
  gone.add(4)
  expect(await walking.goTo(7, '2023D19158')).toBe(true)
})

test('a note is on the code of the document that the user is in', async () => {
  const { walking } = documents({ 0: 1, 4: 1, 9: 0 }, { 0: { id: 'top', weight: 1 }, 4: { id: 'pointed', weight: 4 } })
  expect(await walking.chosen(7)).toBe('pointed')
  expect(await documents({ 0: 1 }).walking.chosen(7)).toBeNull()
})

test('what no known document names is gone to once the documents are asked again', async () => {
  const { walking, steps, pages } = documents({ 0: 0, 4: 1 })
  const all = await pages.frames()
  pages.frames = async () => (pages.ask.mock.calls.length === 0 ? all.slice(0, 1) : all)
  expect(await walking.goTo(7, '2023D19158')).toBe(true)
  expect(steps).toEqual(['to 4'])
})
