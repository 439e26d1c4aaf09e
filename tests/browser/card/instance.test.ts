import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ContentScriptContext } from 'wxt/utils/content-script-context'
import { aWhile } from '#tests/a-while.ts'
import type { Answer, Envelope } from '#utils/browser/messages.ts'
import { hostId } from '../../../entrypoints/page.content/card/host-id.ts'
import type contentScript from '../../../entrypoints/page.content/index.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'

type Listener = (message: Envelope, sender: object, respond: (answer: Answer) => void) => unknown

/** A stand-in for the browser's side of a content script. */
const listeners = new Set<Listener>()
let stored: Promise<Record<string, boolean>>
let sent: string[]
/** Whether the page is one of ours, as the background sees it. */
let permitted: boolean

const extension = {
  runtime: {
    id: 'kamerlens',
    sendMessage: async ({ type }: Envelope): Promise<Answer> => {
      sent.push(type)
      if (!permitted) return { failure: 'refused', detail: 'sender' }
      return { value: type === 'page/load' ? false : undefined }
    },
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
    connect: () => ({ onDisconnect: { addListener: () => undefined }, disconnect: () => undefined }),
  },
  storage: { local: { get: () => stored, onChanged: { addListener: () => undefined } } },
}

let script: typeof contentScript
const started: AbortController[] = []

beforeAll(async () => {
  vi.stubGlobal('browser', extension)
  script = (await import('../../../entrypoints/page.content/index.ts')).default
})
beforeEach(() => {
  stored = Promise.resolve({})
  sent = []
  permitted = true
})
afterEach(() => {
  for (const controller of started.splice(0)) controller.abort()
  CSS.highlights.clear()
})

/** An instance as the browser starts it. */
function start(): AbortSignal {
  const controller = new AbortController()
  started.push(controller)
  const { signal } = controller
  const context = { signal, notifyInvalidated: () => controller.abort() }
  void script.main(context as unknown as ContentScriptContext)
  return signal
}

/** What the background sends to every document after a permission was taken back. */
const check = () => {
  const message: Envelope = { kamerlens: 'page', type: 'page/check', payload: undefined }
  for (const listener of listeners) listener(message, { id: extension.runtime.id }, () => undefined)
}

/** What an instance leaves that was ended without an event. */
function leave(): { readonly host: Element } {
  const root = show(`<p>2023D19158</p><div id="${hostId}" popover="manual"></div>`)
  const range = new Range()
  range.selectNodeContents(root.querySelector('p') as Element)
  for (const name of ['unknown', 'current']) CSS.highlights.set(`kamerlens-${name}`, new Highlight(range))
  return { host: root.querySelector(`#${hostId}`) as Element }
}

test('what an ended instance left goes before anything is known: the settings may say off, and the page be hidden for long', () => {
  stored = new Promise(() => {})
  const { host } = leave()
  const theirs = new Highlight()
  CSS.highlights.set('search-results', theirs)
  start()
  expect([...CSS.highlights.keys()]).toEqual(['search-results'])
  expect(host.isConnected).toBe(false)
})

test.each([
  ['has found nothing yet', {}],
  ['is switched off', { 'switch.everywhere': false }],
])('an instance that %s ends once its page is no longer ours, and not before', async (_, switches) => {
  stored = Promise.resolve(switches)
  show('<p>Niets</p>')
  const signal = start()
  await aWhile(100)
  sent = []
  check()
  await soon(() => expect(sent).toEqual(['page/site']))
  expect(signal.aborted).toBe(false)
  permitted = false
  check()
  await soon(() => expect(signal.aborted).toBe(true))
  expect(listeners.size).toBe(0)
})

test('an instance that has not come to its work yet ends as well', async () => {
  stored = new Promise(() => {})
  const signal = start()
  permitted = false
  check()
  await soon(() => expect(signal.aborted).toBe(true))
})
