import { afterEach, beforeEach, vi } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import type { SoughtPassage } from '#utils/browser/protocol/passages.ts'
import { normalText } from '#utils/notes/passages/normal-text.ts'
import { quoteOf } from '#utils/notes/passages/quote.ts'
import { type PassagesAtWork, startPassages } from '../../../entrypoints/page.content/passages/start.ts'
import '../../../entrypoints/page.content/style.css'

locale.set('nl')

beforeEach(async () => {
  await page.viewport(900, 600)
  await pointAt(890, 590)
})

afterEach(() => {
  vi.restoreAllMocks()
  for (const controller of running.splice(0)) controller.abort()
  CSS.highlights.clear()
  getSelection()?.removeAllRanges()
})

/** What the background would answer, and what it was told. */
export interface Rig {
  readonly work: PassagesAtWork
  readonly sent: { readonly type: string; readonly payload: unknown }[]
}

/** What ends each of the page's scripts that a test has started, in their order. */
export const running: AbortController[] = []

export function start(bodies: Readonly<Record<string, string>> = {}, timeout = 0): Rig {
  const controller = new AbortController()
  running.push(controller)
  const sent: Rig['sent'] = []
  const send = async (type: string, payload: { readonly id: string }) => {
    sent.push({ type, payload })
    return type === 'passages/note' ? { ok: true, value: { body: bodies[payload.id] ?? '' } } : undefined
  }
  const work = startPassages({
    channel: { send: send as never },
    signal: controller.signal,
    shadowMode: 'open',
    isHidden: () => false,
    timeout,
  })
  return { work, sent }
}

/** A passage as it was taken from a text. */
export function taken(text: string, words: string, id = words): SoughtPassage {
  const { text: normal } = normalText(text)
  const start = normal.indexOf(words)
  const quote = quoteOf(normal, start, start + words.length)
  if (start < 0 || quote === null) throw new Error(`no «${words}»`)
  return { id, quote }
}

export async function pointAt(x: number, y: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame === undefined ? 1 : frame.width / innerWidth
  const place = { x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + y * scale }
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place })
}

export const painted = (name: 'passage' | 'passage-inexact' | 'passage-flash'): string[] =>
  [...(CSS.highlights.get(`kamerlens-${name}`) ?? [])].map(
    ({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = new Range()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    },
  )

export const words = 'De minister zegt toe de Kamer voor de zomer te informeren over de voortgang.'

export const around = `Inleiding van het stuk. ${words} Daarna volgt een debat.`
