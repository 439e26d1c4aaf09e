import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LookUpMany, LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import type { DocumentRow, LookupRow } from '#utils/database/schema.ts'
import type { Question } from '#utils/documents/types.ts'
import type { Code, Reference } from '#utils/references/types.ts'
import type { Actions } from './actions.ts'
import type { Kept } from './kept.ts'

/** What the reader is asked to show: an official PDF, or a file that lies ready for it. */
export type OpenReader =
  | { readonly url: string; readonly title: string; readonly question?: number; readonly passage?: string }
  | { readonly file: string; readonly name: string; readonly question?: number; readonly passage?: string }

/** Looking codes up at the official services. */
export interface LookUps {
  /**
   * Asks the services, unless what is known is recent enough; the answer goes to the database. Over a private window,
   * of which not every screen knows beforehand, the answer is awaited and returned, and nothing is written.
   */
  start(request: LookUpRequest): Promise<Result<true | LookupRow>>
  /** The same of many codes of a list, or not any more. Null over a private window, where a list could show nothing of it. */
  many(request: LookUpMany): Promise<Result<true> | null>
  /** The answer is no longer wanted. */
  stop(id: string): Promise<Result<true>>
  /** Asks the user for access to the official sites where that was withdrawn; must be called directly from a click. */
  askRight(): Promise<boolean>
  /** In a private window, where nothing is written: waits for the answer and returns it. Null in other windows. */
  readonly privately: ((request: LookUpRequest) => Promise<Result<LookupRow>>) | null
}

/** The citation form that was used last. */
export interface CitationChoice {
  readonly form: ReadonlySignal<CitationForm>
  choose(form: CitationForm): void
}

/** The ways into the reader. */
export interface ReaderWays {
  open(request: OpenReader): Promise<Result<true>>
  /** The name of a document's own file while its bytes are available; else null. */
  fileOf(document: DocumentRow): Promise<string | null>
}

/** The pure layer's readers of codes. */
export interface Codes {
  readCode(input: string): Code | null
  /** Reads what a user typed or pasted on purpose: a code, or a dossier by its number. */
  readTyped(input: string): Code | null
  codeOf(id: string): Code | null
  findReferences(text: string): readonly Reference[]
  /** There as long as only `codeOf` works and the others recognise nothing: gives all of them once they are loaded. */
  readonly all?: () => Promise<Codes>
}

/** Readings under way, beside the jobs in the database. */
export interface Readings {
  /** Follows what a reading has found so far, none of which is final or kept. Returns a function that ends this. */
  follow(job: string, onQuestions: (questions: readonly Question[]) => void): () => void
}

export interface Services {
  readonly kept: Kept
  readonly actions: Actions
  readonly lookUps: LookUps
  readonly citation: CitationChoice
  readonly codes: Codes
  readonly reader: ReaderWays
  readonly readings: Readings
}

const context = createContext<Services | null>(null)

export const ServicesProvider = context.Provider

export function useServices(): Services {
  const services = useContext(context)
  if (services === null) throw new Error('A screen needs <ServicesProvider>.')
  return services
}
