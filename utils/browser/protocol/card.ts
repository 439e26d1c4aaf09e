import type { Code } from '../../references/types.ts'
import type { Lookup } from './lookup.ts'

/** What the card shows of a code: what is kept, and what the official services say in words, since catalogues are large. */
export interface CardLookup extends Omit<Lookup, 'official'> {
  /** Of the code itself first, then of what else the same letters may name (`CardRequest.alternatives`). */
  readonly records: readonly [CardRecord, ...CardRecord[]]
  /** Whether the services are asked only when the user says so («eerst vragen»). */
  readonly asksFirst: boolean
  /** Said of what is asked, once that takes long. */
  readonly slow: string
}

/** What the official services say of one code, and whether they are being asked. */
export interface CardRecord {
  readonly code: Code
  /** `unkept`: no service keeps such things. `failed`: the last attempt brought nothing; what was known is still there. */
  readonly state: 'unkept' | 'unasked' | 'asking' | 'found' | 'not-found' | 'failed'
  /** Whether it is young enough not to ask again. */
  readonly isFresh: boolean
  readonly known: RecordWords | null
  /** What is asked of whom, to be shown while it is; empty where no service keeps it. */
  readonly asking: string
  /**
   * What came of the last attempt: that it is not found, why it failed, what may be missing; empty where there is
   * nothing to say.
   */
  readonly notice: string
}

/** A record of the official services in the language of the interface. */
export interface RecordWords {
  /** Kind, as the service has it, and date. */
  readonly kind: string
  readonly title: string
  /** What has come of written questions; `tone` tells how good that is. */
  readonly status: { readonly word: string; readonly detail: string; readonly tone: string } | null
  readonly facts: readonly RecordFact[]
  /** Official addresses, https. */
  readonly links: readonly string[]
  /** How old it is: «Stand van 3 uur geleden». */
  readonly age: string
}

/** «Gevraagd door»: «Van Zuilen (D66)». */
export interface RecordFact {
  readonly name: string
  readonly text: string
  /** The official page of it. */
  readonly url?: string
}

export type CodeState = 'known' | 'noted'

/** A code that a page names. */
export interface CardRequest {
  readonly id: string
  /**
   * What the same letters may name there (`Mention.alternatives`). Heeded where the page names it as well, or where it
   * follows from the id.
   */
  readonly alternatives?: readonly string[]
}
