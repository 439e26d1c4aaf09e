import type { PlacedReference } from '#utils/dom/places.ts'

/** What can be pointed at and walked to. */
export interface Walked {
  /** In the order of the document. */
  all(): readonly PlacedReference[]
  has(reference: PlacedReference): boolean
  /** At a point of the viewport. */
  at(x: number, y: number): PlacedReference | null
}
