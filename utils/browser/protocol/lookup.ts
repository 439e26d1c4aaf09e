import type { DocumentRow, JobRow, LookupRow, NoteRow, QuestionRow } from '../../database/schema.ts'
import type { DocumentType } from '../../documents/types.ts'
import type { Code } from '../../references/types.ts'

/** What is kept about a code: the same query for the card, in popup and in library. */
export interface Lookup {
  readonly code: Code
  /** The document that this code names, when kept. */
  readonly document: DocumentRow | null
  /** Questions that carry this as their printed code (DOMAIN §0), each with the list it stands in. */
  readonly printed: readonly { readonly question: QuestionRow; readonly list: DocumentRow }[]
  /** The number of questions of `document`. */
  readonly questionCount: number
  /** Notes on the code, on the document under any of its names, and on the questions above; newest first. */
  readonly notes: readonly NoteRow[]
  /** What the official services said of it, or whether they are being asked; null where they never were. */
  readonly official: LookupRow | null
  /** Whether the user follows it, under any of its names; absent where no service could be asked about it. */
  readonly followed?: boolean
  /** The paper that answers it, or that it answers, as far as the services named one; null where they did not. */
  readonly counterpart: KeptCounterpart | null
}

/** The counterpart (`utils/sources/counterpart.ts`) of a code, and how far it is with it. */
export interface KeptCounterpart {
  /** Null where it is not known yet whether it is an answer. */
  readonly type: DocumentType | null
  readonly document: DocumentRow | null
  /** Its first questions, each with question and answer where one of the two papers has them. */
  readonly questions: readonly QuestionRow[]
  /** Of all of them. */
  readonly questionCount: number
  /** Its own look-up; null where there was none. */
  readonly official: LookupRow | null
  /** Its reading: the one under way, else the last one, while the document is not kept. */
  readonly job: JobRow | null
  /** How far it is, or why it is not here: for pages, whose scripts have no catalogue of it. */
  readonly told?: Told
}

/** One sentence for the user, and whether it goes on by itself. */
export interface Told {
  readonly sentence: string
  readonly waits: boolean
}

export interface LookUpRequest {
  readonly id: string
  /** Asks again, however young what is known is. */
  readonly fresh?: true
}

/** Codes that one request names at the most. */
export const mostTogether = 200

/** Codes of a list, together: nothing follows of any by itself, as it does where one was opened. */
export interface LookUpMany {
  /** No more than `mostTogether`. */
  readonly ids: readonly string[]
  /** Their answers are not wanted any more. */
  readonly stop?: true
}

/** Which page of a private window asks, or stops: what another one waits for goes on. */
export interface Asker {
  readonly asker?: string
}
