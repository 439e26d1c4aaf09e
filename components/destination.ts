import type { Code } from '#utils/references/types.ts'

/** What can be open in popup or library. */
export type Destination =
  | { readonly type: 'code'; readonly code: Code }
  | { readonly type: 'document'; readonly id: string; readonly question?: number | undefined }
  | { readonly type: 'note'; readonly id: string }
  /** A note on a passage, which may have been begun just now. */
  | { readonly type: 'passage'; readonly id: string }

/** One string for one destination: a key for lists and for what must start anew when it changes. */
export function destinationKey(destination: Destination): string {
  if (destination.type === 'code') return `code ${destination.code.id}`
  if (destination.type === 'note' || destination.type === 'passage') return `note ${destination.id}`
  return `document ${destination.id} ${destination.question ?? ''}`
}
