import type { NoteColour } from '../colours.ts'

/** A note of another program, in the words of the W3C Web Annotation model: what all the files that are read have in common. */
export interface Annotation {
  /** Whatever tells it from all others in its program; null where it says none. */
  readonly id: string | null
  /** Address of what it is on; empty where it names none. */
  readonly source: string
  /** Title of what it is on. */
  readonly title: string
  /** What it is on in Kamerlens' own words (`utils/notes/target.ts`), where it came from here. */
  readonly ownTarget: string | null
  /** Its colour, where it came from here. */
  readonly ownColour: NoteColour | null
  /** The page of a PDF on which its passage begins, from 1, where it came from here. */
  readonly ownPage: number | null
  /** Markdown, or plain text. */
  readonly text: string
  readonly tags: readonly string[]
  readonly quote: AnnotationQuote | null
  /** ISO 8601 in UTC; null where it does not say. */
  readonly created: string | null
  readonly updated: string | null
  readonly author: string | null
  /** The id of what it answers. */
  readonly repliesTo: string | null
}

/** The passage that it is on, as far as it tells: offsets are of a text that its program made. */
export interface AnnotationQuote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number | null
  readonly end: number | null
}

export type AnnotationKind = 'web-annotation' | 'hypothesis'

/** What a file of annotations holds. */
export interface AnnotationFile {
  readonly kind: AnnotationKind
  readonly annotations: readonly Annotation[]
  /** Annotations that it counts and does not hold: on pages that stand elsewhere. */
  readonly elsewhere: number
  /** Whose file it is, where it says so. */
  readonly owner: string | null
  /** When it was made. */
  readonly madeAt: string | null
}

/** Why a file of annotations is not read. */
export type AnnotationFault = 'damaged-annotations' | 'too-many-annotations'

export class AnnotationFailure extends Error {
  readonly code: AnnotationFault
  constructor(code: AnnotationFault, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'AnnotationFailure'
    this.code = code
  }
}

/** Annotations of one file: nobody's life's work has as many. */
export const mostAnnotations = 50_000
