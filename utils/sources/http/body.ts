import { SourceFailure } from './errors.ts'

/** What a look-up may be answered with. */
export type AnswerFormat = 'json' | 'xml'

const types: Readonly<Record<AnswerFormat, RegExp>> = {
  json: /^(?:application|text)\/(?:[\w.-]+\+)?json\b/i,
  xml: /^(?:application|text)\/(?:[\w.-]+\+)?xml\b(?!\+)/i,
}

/**
 * An error page with status 200 is a page and no answer (DOMAIN §2, §3). An answer without a type is for its reader to judge.
 *
 * @throws SourceFailure `broken-answer`
 */
export function checkType(header: string | null, format: AnswerFormat): void {
  if (header === null || header === '') return
  const isPage = /^application\/xhtml\+xml\b/i.test(header)
  if (isPage || !types[format].test(header)) throw new SourceFailure('broken-answer', `content type ${header}`)
}

/**
 * The text of an answer, read only up to a limit: what is longer is cut off and left unread (SAFETY §3).
 *
 * @param limit bytes
 * @throws SourceFailure `too-large`, or `broken-answer` where the answer breaks off or is not UTF-8
 */
export async function readText(response: Response, limit: number, signal: AbortSignal): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel().catch(() => undefined)
    throw new SourceFailure('too-large', `${response.headers.get('content-length')} bytes`)
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = response.body?.getReader()
  let text = ''
  let bytes = 0
  const stop = () => void reader?.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      bytes += piece.value.byteLength
      if (bytes > limit) throw new SourceFailure('too-large', `more than ${limit} bytes`)
      text += decoder.decode(piece.value, { stream: true })
    }
    signal.throwIfAborted()
    return text + decoder.decode()
  } catch (error) {
    stop()
    signal.throwIfAborted()
    if (error instanceof SourceFailure) throw error
    throw new SourceFailure('broken-answer', error instanceof Error ? error.message : String(error))
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
