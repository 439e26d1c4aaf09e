import { cardMessages } from '#locales/card.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import * as dom from '#utils/dom/natives.ts'
import type { PageChannel } from '../channel.ts'
import { isReadable } from './official-links.ts'
import { answered } from './timeout.ts'
import type { Reading } from './view.ts'

export type ReadingUpdate = Parameters<PageMessages['page/reading']>[0]

/** Characters of a link's text that are sent as the title. */
const longestTitle = 300

/** The readings that were started from this page's cards, by the address that is read. */
export class Readings {
  readonly #send: PageChannel['send']
  readonly #started = new Map<string, { readonly job: string | null; readonly reading: Reading }>()

  constructor(send: PageChannel['send']) {
    this.#send = send
  }

  /** The reading of the document behind a link. */
  of(link: HTMLAnchorElement | null): Reading {
    if (link === null || !isReadable(link.href)) return { state: 'impossible' }
    return this.#started.get(link.href)?.reading ?? { state: 'possible' }
  }

  /** Asks the background to read the document behind a link. Resolves when it has begun, or could not. */
  async start(link: HTMLAnchorElement): Promise<void> {
    const url = link.href
    const title = (dom.textContent(link) ?? '').replace(/\s+/g, ' ').trim().slice(0, longestTitle).toWellFormed()
    const sentence = cardMessages.get().reading
    this.#started.set(url, { job: null, reading: { state: 'running', sentence, job: null } })
    const result = await answered(this.#send('card/read', { url, title })).catch(() => null)
    this.#started.set(url, result?.ok ? running(result.value.job, sentence) : failed())
  }

  /** Takes in how a reading goes on. */
  update({ job, state, progress, sentence }: ReadingUpdate): void {
    for (const [url, started] of this.#started) {
      if (started.job !== job) continue
      if (state === 'done') this.#started.delete(url)
      else if (state === 'cancelled')
        this.#started.set(url, { job: null, reading: { state: 'stopped', sentence: sentence ?? '' } })
      else if (state === 'failed') this.#started.set(url, failed(sentence))
      else this.#started.set(url, running(job, sentenceOf(progress)))
    }
  }
}

function running(job: string, sentence: string): { job: string; reading: Reading } {
  return { job, reading: { state: 'running', sentence, job } }
}

function failed(sentence = cardMessages.get().readFailed): { job: null; reading: Reading } {
  return { job: null, reading: { state: 'failed', sentence } }
}

function sentenceOf({ phase, done, total }: ReadingUpdate['progress']): string {
  const texts = cardMessages.get()
  if (phase !== 'reading' || total === 0) return texts.reading
  return texts.readingPages({ done: String(done), total: String(total) })
}
