import type { JobError, JobProgress, JobState } from '../../database/schema.ts'
import type { PageReport } from './page-report.ts'

/** The place of a frame among those of its page that name codes. */
export interface AmongFrames {
  /** References in the frames before it, and in all of them. */
  readonly before: number
  readonly total: number
  /** Whether the user comes from another frame: the step is to its first or last reference. */
  readonly enter: boolean
}

/**
 * What a note would be on in one document, and how surely it is what the user means; the highest weight is taken. 5: its
 * card is open, 4: pointed at, 3: stepped to, 2: merely in view, less in a document without the focus.
 */
export interface Chosen {
  readonly id: string
  readonly weight: number
}

/** To the content script of one document: a page, or a frame of it. */
export interface PageMessages {
  /** What it names now; answered where we are at work, refused where not. */
  'page/list': () => PageReport
  /** Scroll to the code and flash it once; repeated calls walk its occurrences. */
  'page/go-to': (request: { id: string }) => boolean
  /** Keyboard commands. */
  /** False, with the card closed, where the step leads out of a frame that is one of several. */
  'page/step': (request: { direction: 1 | -1; among?: AmongFrames }) => boolean
  'page/chosen': () => Chosen | null
  /** Escape was pressed in another document of the page: the card goes. */
  'page/dismiss': () => void
  /** The page's own HTML, for reading its questions. */
  'page/html': () => { url: string; title: string; html: string }
  /** Something kept has changed: ask for the states of this page's codes again. */
  'page/refresh': () => void
  /** How a reading that this page's card started (`card/read`) goes on; sent to the tab that started it. */
  'page/reading': (request: {
    job: string
    state: JobState
    progress: JobProgress
    error?: JobError
    /** Why it failed, for the user: the catalogue of errors would be a large part of the content script. */
    sentence?: string
  }) => void
}

/** To the content script of one document, also while a switch keeps it from its work there. */
export interface PresenceMessages {
  /** A permission was taken back: ask whether this document is still one of ours, and end where it is not. */
  'page/check': () => void
}
