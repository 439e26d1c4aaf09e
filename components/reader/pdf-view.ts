import type { ReadonlySignal } from '@preact/signals'

/** A height in the document. */
export interface Place {
  /** From 1. */
  readonly page: number
  /** Of a baseline: points from the top of the page. */
  readonly top: number
}

/** How a search in the document stands. */
export interface Finding {
  readonly state: 'idle' | 'searching' | 'found' | 'nothing'
  /** Which of the occurrences is shown, from 1; 0 while none is. */
  readonly current: number
  readonly total: number
}

export type Zoom = 'width' | 'page' | 'in' | 'out'

/** A line of a page's text, for finding where a question stands. */
export interface PlacedText {
  readonly text: string
  /** Of its baseline: points from the top of the page. */
  readonly top: number
}

/** The pages of an opened PDF, as the parts around them see and steer them. */
export interface PdfView {
  /** 0 until the file has told. */
  readonly pages: ReadonlySignal<number>
  /** The page in view. */
  readonly page: ReadonlySignal<number>
  /** Size on the screen against that on paper: 1 for 100 %. */
  readonly zoom: ReadonlySignal<number>
  /** First and last page of which something is seen. */
  readonly shown: ReadonlySignal<readonly [first: number, last: number]>
  /** Where the reader's eyes are: a line in the upper part of what is seen. */
  readonly eyes: ReadonlySignal<Place>
  readonly finding: ReadonlySignal<Finding>
  /** The document's own title; empty where it has none. */
  readonly title: ReadonlySignal<string>
  goToPage(page: number): void
  /** Scrolls a place to the upper part of the window, and marks it for a moment. */
  show(place: Place): void
  zoomTo(zoom: Zoom): void
  find(words: string, step?: 1 | -1): void
  stopFinding(): void
  /** The lines of a page, from the top. */
  textOf(page: number): Promise<readonly PlacedText[]>
  close(): void
}
