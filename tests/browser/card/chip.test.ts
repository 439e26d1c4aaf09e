import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import '../../../entrypoints/page.content/style.css'
import type { PageChannel } from '../../../entrypoints/page.content/channel.ts'
import { showChip } from '../../../entrypoints/page.content/chip/chip.ts'

let ending = new AbortController()
afterEach(() => ending.abort())

function show(answer: unknown = { ok: true, value: true }) {
  locale.set('nl')
  ending = new AbortController()
  const sent: unknown[] = []
  const channel = {
    send: async (type: string, request: unknown) => {
      sent.push([type, request])
      return answer
    },
  } as unknown as PageChannel
  showChip({ channel, signal: ending.signal, shadowMode: 'open' })
  const host = document.querySelector<HTMLElement>('#kamerlens-chip')
  const [open, close] = host?.shadowRoot?.querySelectorAll('button') ?? []
  return { sent, host, open, close }
}

test('the chip asks for the reader on the user’s own press alone', async () => {
  const { sent, open } = show()
  open?.click()
  expect(sent).toEqual([])
  if (open) await userEvent.click(open)
  expect(sent).toEqual([['reader/open', { url: location.href, title: document.title }]])
})

test('it says so when the reader could not be opened', async () => {
  const { host, open } = show({ ok: false, error: 'unknown' })
  if (open) await userEvent.click(open)
  await expect.poll(() => host?.shadowRoot?.querySelector('p')?.textContent).toContain('kon niet worden geopend')
})

test('it is reached by the keyboard, can be put away, and is there once', async () => {
  show()
  const { close } = show()
  expect(document.querySelectorAll('#kamerlens-chip')).toHaveLength(1)
  close?.focus()
  await userEvent.keyboard('{Enter}')
  expect(document.querySelector('#kamerlens-chip')).toBeNull()
})

test('it is seen only as long as the extension’s own style is there, and goes with it', () => {
  const { host } = show()
  expect(host && getComputedStyle(host).display).toBe('block')
  ending.abort()
  expect(document.querySelector('#kamerlens-chip')).toBeNull()
})
