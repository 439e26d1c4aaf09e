import type { Code } from '#utils/references/types.ts'

/** The words, folded, by which a search found something; absent where it was come by otherwise. */
interface FoundBy {
  readonly found?: readonly string[]
}

/** What can be open in popup or library. */
export type Destination =
  | { readonly type: 'code'; readonly code: Code }
  | ({ readonly type: 'document'; readonly id: string; readonly question?: number | undefined } & FoundBy)
  | ({ readonly type: 'note'; readonly id: string } & FoundBy)
  /** A note on a passage, which may have been begun just now. */
  | { readonly type: 'passage'; readonly id: string }

/** One string for one destination: a key for lists and for what must start anew when it changes. */
export function destinationKey(destination: Destination): string {
  if (destination.type === 'code') return `code ${destination.code.id}`
  if (destination.type === 'note' || destination.type === 'passage') return `note ${destination.id}`
  return `document ${destination.id} ${destination.question ?? ''}`
}
