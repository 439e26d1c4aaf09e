import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
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
   * Has them asked, unless what is known is young enough; the answer is written to the database. Over a private window,
   * which not every screen knows of beforehand, it is waited for and given, and nothing is written.
   */
  start(request: LookUpRequest): Promise<Result<true | LookupRow>>
  /** The answer is not wanted any more. */
  stop(id: string): Promise<Result<true>>
  /** Asks the user for the right to the official sites, where it was taken back; call it straight from a click. */
  askRight(): Promise<boolean>
  /** In a private window, where nothing is written: waits, and gives what came of it. Null in other windows. */
  readonly privately: ((request: LookUpRequest) => Promise<Result<LookupRow>>) | null
}

/** The form of citing a paper that was used last. */
export interface CitationChoice {
  readonly form: ReadonlySignal<CitationForm>
  choose(form: CitationForm): void
}

/** The ways into the reader. */
export interface ReaderWays {
  open(request: OpenReader): Promise<Result<true>>
  /** The name of a document's own file as long as its bytes are at hand; else null. */
  fileOf(document: DocumentRow): Promise<string | null>
}

/** The pure layer's readers of codes. */
export interface Codes {
  readCode(input: string): Code | null
  /** What a user typed or pasted on purpose: a code, or a dossier by its number. */
  readTyped(input: string): Code | null
  codeOf(id: string): Code | null
  findReferences(text: string): readonly Reference[]
  /** Where only `codeOf` is there so far, and the others recognise nothing: all of them, once they are. */
  readonly all?: () => Promise<Codes>
}

/** Readings that go on, beside the jobs of the database. */
export interface Readings {
  /** Follows what a reading has found so far; nothing of it is settled, or kept. Returns what ends it. */
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
