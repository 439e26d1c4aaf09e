/**
 * Why a message had no answer. `disconnected`: nobody listens (the extension was updated or disabled under this page,
 * or the page has no content script); `refused`: sender or payload was not allowed; `failed`: the receiver threw.
 */
export type MessageError = 'disconnected' | 'refused' | 'failed'

export class MessageFailure extends Error {
  readonly code: MessageError
  /** Of `refused`: `sender` or `payload`. */
  readonly detail: string | undefined
  constructor(code: MessageError, detail?: string) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'MessageFailure'
    this.code = code
    this.detail = detail
  }
}
