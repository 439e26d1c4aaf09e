import './fake-browser.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MessageFailure } from '#utils/browser/errors.ts'
import {
  answerTime,
  ask,
  askPrivately,
  onPageMessages,
  onReadingHostMessages,
  sendToBackground,
  sendToPage,
  sendToReadingHost,
  topOf,
} from '#utils/browser/messages.ts'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import { onBackgroundMessages } from '#utils/browser/receive.ts'
import { allowedSenders, type BackgroundType, type SenderContext } from '#utils/browser/senders.ts'
import { fakeBrowser, stubBrowser } from './fake-browser.ts'
import { id, job, payloads, types } from './message-payloads.ts'

/** What the browser says of a sender. */
type Sender = object

const root = 'chrome-extension://test-extension-id/'
const checks = {
  id: 'test-extension-id',
  root,
  isReadable: async (url: string) => url.startsWith('https://www.tweedekamer.nl/'),
}
const senders: Readonly<Record<SenderContext, Sender>> = {
  page: { id: checks.id, url: 'https://www.tweedekamer.nl/a', frameId: 0, tab: { id: 7, incognito: false } },
  'extension-page': { id: checks.id, url: `${root}popup.html` },
  'reading-host': { id: checks.id, url: `${root}offscreen.html` },
}

let sender: Sender

/** Delivers as browsers do: every listener is asked, the first that keeps the way open answers. */
async function deliver(message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const wire = JSON.parse(JSON.stringify(message))
    const listeners = fakeBrowser.runtime.onMessage as unknown as {
      trigger: (...args: unknown[]) => Promise<unknown[]>
    }
    listeners
      .trigger(wire, sender, (answer: unknown) => resolve(answer && JSON.parse(JSON.stringify(answer))))
      .then((kept) => {
        if (!kept.includes(true)) resolve(undefined)
      })
  })
}

beforeEach(() => {
  fakeBrowser.reset()
  sender = senders['extension-page']
  stubBrowser('runtime', 'sendMessage', (message: unknown) => deliver(message))
  stubBrowser('tabs', 'sendMessage', (_tab: number, message: unknown) => deliver(message))
})
afterEach(() => vi.restoreAllMocks())

describe('messages to the background', () => {
  /** Every type with a handler that says that it was called. */
  function listen() {
    const called: string[] = []
    const handlers = Object.fromEntries(types.map((type) => [type, () => void called.push(type)]))
    onBackgroundMessages(handlers as never, checks)
    return called
  }

  const send = (type: BackgroundType, payload: unknown) =>
    sendToBackground(type, payload as never).then(
      () => 'answered',
      (error: unknown) => (error instanceof MessageFailure ? error.code : error),
    )

  test('every type is handled from the contexts that may send it, and refused from every other', async () => {
    const called = listen()
    for (const type of types) {
      for (const [context, from] of Object.entries(senders)) {
        sender = from
        called.length = 0
        const allowed = allowedSenders[type].some((one) => one === context)
        expect(await send(type, payloads[type]), `${type} from ${context}`).toBe(allowed ? 'answered' : 'refused')
        expect(called, `${type} from ${context}`).toEqual(allowed ? [type] : [])
      }
      sender = { ...senders.page, id: 'another-extension' }
      expect(await send(type, payloads[type])).toBe('refused')
    }
  })

  test('every type refuses what is not its payload: nothing, more, less, other kinds, prototype keys', async () => {
    const called = listen()
    for (const type of types) {
      sender = senders[allowedSenders[type][0] ?? 'page']
      const right = (payloads[type] ?? {}) as object
      const [first = ''] = Object.keys(right)
      const wrong = [
        ...(payloads[type] === undefined ? [] : [undefined]),
        null,
        'x',
        [],
        {},
        { ...right, extra: 1 },
        { ...right, [first]: { deep: true } },
        JSON.parse(`{"__proto__":{"x":1},"y":1,${JSON.stringify(right).slice(1)}`.replace(',}', '}')),
        { ...right, constructor: {} },
      ]
      for (const payload of wrong)
        expect(await send(type, payload), `${type} ${JSON.stringify(payload)}`).toBe('refused')
    }
    expect(called).toEqual([])
  })

  test('hostile values within a right shape are refused', async () => {
    listen()
    const save = payloads['note/save'] as object
    expect(await send('note/save', { ...save, id: '../x' })).toBe('refused')
    expect(await send('note/save', { ...save, colour: 'red; x: url(//a)' })).toBe('refused')
    expect(await send('note/save', { ...save, body: 'x'.repeat(2_000_001) })).toBe('refused')
    // Of an import they may be longer than anybody types: then they can be taken off.
    expect(await send('note/save', { ...save, openedTags: ['x'.repeat(2000)], tags: [] })).not.toBe('refused')
    // Two texts that an import merged may be longer: then they can be shortened.
    expect(await send('note/save', { ...save, opened: 'x'.repeat(2_000_001) })).not.toBe('refused')
    // A note that came longer, out of a file, is worked on, and labelled, like any other.
    const long = { ...save, opened: 'x'.repeat(2_000_001) }
    expect(await send('note/save', { ...long, body: `${long.opened}y`, tags: ['lang'] })).not.toBe('refused')
    expect(await send('note/save', { ...long, body: 'x'.repeat(10_000_001) })).toBe('refused')
    expect(await send('note/save', { ...save, place: { url: 'javascript:alert(1)', title: '' } })).toBe('refused')
    expect(await send('import/apply', { file: '../notes' })).toBe('refused')
    sender = senders.page
    const code = '{"kind":"document","id":"2023D19158","label":"","url":"","count":1,"__proto__":{"x":1}}'
    const report = { ...(payloads['page/report'] as object), codes: [JSON.parse(code)] }
    expect(await send('page/report', report)).toBe('refused')
    sender = senders['extension-page']
    expect(await send('reading/start', { id, source: { type: 'url', url: 'file:///etc/passwd' } })).toBe('refused')
  })

  test('answers and failures come back; a failure tells its kind and no more', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    onBackgroundMessages(
      {
        'note/delete': () => ({ ok: false, error: 'not-found' }),
        'note/restore': () => {
          throw new RangeError('secret /home/user')
        },
      },
      checks,
    )
    expect(await sendToBackground('note/delete', { id })).toEqual({ ok: false, error: 'not-found' })
    await expect(sendToBackground('note/restore', { id })).rejects.toMatchObject({
      code: 'failed',
      message: 'failed: RangeError',
    })
    expect(await ask('note/delete', { id })).toEqual({ ok: false, error: 'not-found' })
    expect(await ask('note/restore', { id })).toEqual({ ok: false, error: 'unknown', unanswered: true })
    expect(await ask('note/delete', { id: '' })).toEqual({ ok: false, error: 'invalid' })
  })

  test('without a background, or with one of another version, the sender hears that it is cut off', async () => {
    await expect(sendToBackground('note/delete', { id })).rejects.toMatchObject({ code: 'disconnected' })
    stubBrowser('runtime', 'sendMessage', () => Promise.reject(new Error('Extension context invalidated.')))
    await expect(sendToBackground('note/delete', { id })).rejects.toMatchObject({ code: 'disconnected' })
    expect(await ask('note/delete', { id })).toEqual({ ok: false, error: 'unknown', unanswered: true })
  })

  test('a background that never answers is given up after a while, sooner or later where the asker says so', async () => {
    vi.useFakeTimers()
    try {
      stubBrowser('runtime', 'sendMessage', () => new Promise(() => {}))
      const answers: string[] = []
      const note = (name: string) => (answer: { ok: boolean; error?: string }) =>
        void answers.push(`${name} ${answer.ok || answer.error}`)
      void ask('note/delete', { id }).then(note('usual'))
      void ask('import/apply', { file: id }, 60_000).then(note('long'))
      await vi.advanceTimersByTimeAsync(answerTime - 1)
      expect(answers).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      expect(answers).toEqual(['usual unknown'])
      await vi.advanceTimersByTimeAsync(60_000)
      expect(answers).toEqual(['usual unknown', 'long unknown'])
      expect(vi.getTimerCount()).toBe(0)
      // A service alone may take longer than the usual time.
      void askPrivately({ id: '2023D20951' }).then(note('services'))
      await vi.advanceTimersByTimeAsync(6 * answerTime)
      expect(answers).toHaveLength(2)
      await vi.advanceTimersByTimeAsync(6 * answerTime)
      expect(answers.at(-1)).toBe('services unknown')
    } finally {
      vi.useRealTimers()
    }
  })

  test('what stands in no record of a document without end is cut, not refused with all that was found in it', async () => {
    const found: ReadingResult[] = []
    onBackgroundMessages({ 'job/result': ({ result }) => void found.push(result) }, checks)
    sender = senders['reading-host']
    const facts = {
      type: 'answers',
      askedBy: [{ name: null, party: 'VVD' }],
      answeredBy: [{ name: 'Agema', function: 'minister', ministry: null }],
      askedOn: '2024-10-30',
      answeredOn: null,
      dossier: null,
      subject: null,
      printedIds: ['2024Z18775'],
    }
    const result = (document: object) => ({
      id,
      result: {
        ok: true,
        document: { format: 'pdf', title: null, ownIds: [], pages: 1, questions: [], facts, ...document },
        sha256: 'a'.repeat(64),
        url: null,
        byteLength: 1,
      },
    })
    const piece = { kind: 'between', page: 1, text: 'x'.repeat(1_000_001) }
    expect(await send('job/result', result({ rest: [piece, ...Array(50_000).fill({ ...piece, text: 'y' })] }))).toBe(
      'answered',
    )
    const [stored] = found.flatMap((one) => (one.ok ? [one.document] : []))
    expect(stored?.facts).toEqual(facts)
    expect([stored?.rest?.length, stored?.rest?.[0]?.text.length]).toEqual([50_000, 1_000_000])
    for (const wrong of [
      { rest: [{ ...piece, kind: 'x' }] },
      { rest: [{ ...piece, more: 1 }] },
      { facts: { ...facts, askedOn: '30 oktober' } },
      { facts: { ...facts, type: 'letter' } },
      { facts: JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(facts).slice(1)}`) },
    ]) {
      expect(await send('job/result', result(wrong)), JSON.stringify(wrong).slice(0, 80)).toBe('refused')
    }
  })

  test('payload titles that a page made endless are cut, not refused', async () => {
    const titles: string[] = []
    onBackgroundMessages({ 'page/report': ({ title }) => void titles.push(title) }, checks)
    sender = senders.page
    await send('page/report', { ...(payloads['page/report'] as object), title: 'x'.repeat(100_000) })
    expect(titles.map((title) => title.length)).toEqual([1000])
    // Nor do they turn round what stands beside them, or hold half a sign.
    const hostile = `\u202egnp.exe\u2066 ${'x'.repeat(986)}😀`
    await send('page/report', { ...(payloads['page/report'] as object), title: hostile })
    expect(titles[1]).toMatch(/^gnp\.exe x+/)
    expect(titles[1]?.isWellFormed()).toBe(true)
  })
})

describe('messages to other contexts', () => {
  test('page, reading host and background each hear their own messages alone', async () => {
    const heard: string[] = []
    onPageMessages({ 'page/step': ({ direction }) => heard.push(`page ${direction}`) > 0 } as Parameters<
      typeof onPageMessages
    >[0])
    onReadingHostMessages({
      'host/run': () => void heard.push('host'),
      'host/is-running': () => false,
      'host/cancel': () => {},
    })
    onBackgroundMessages({ 'note/delete': () => ({ ok: false, error: 'unknown' }) }, checks)
    await sendToPage(topOf(7), 'page/step', { direction: -1 })
    await sendToReadingHost('host/run', job)
    await sendToBackground('note/delete', { id })
    expect(heard).toEqual(['page -1', 'host'])
  })

  test('the reading host takes no orders from a tab, and nobody takes any from another extension', async () => {
    const heard: string[] = []
    onReadingHostMessages({
      'host/run': () => void heard.push('host'),
      'host/is-running': () => false,
      'host/cancel': () => {},
    })
    onPageMessages({ 'page/refresh': () => void heard.push('page') } as Parameters<typeof onPageMessages>[0])
    sender = senders.page
    await expect(sendToReadingHost('host/run', job)).rejects.toMatchObject({ code: 'refused' })
    sender = { ...senders['extension-page'], id: 'another-extension' }
    await expect(sendToPage(topOf(7), 'page/refresh')).rejects.toMatchObject({ code: 'refused' })
    expect(heard).toEqual([])
  })

  test('what stops receiving stops it', async () => {
    const stop = onPageMessages({ 'page/refresh': () => {} } as Parameters<typeof onPageMessages>[0])
    await sendToPage(topOf(7), 'page/refresh')
    stop()
    await expect(sendToPage(topOf(7), 'page/refresh')).rejects.toMatchObject({ code: 'disconnected' })
  })
})
