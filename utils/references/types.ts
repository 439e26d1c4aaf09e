/** What a reference names, in the words of DOMAIN §1. `publication` is an official id of no more exact kind. */
export type ReferenceKind =
  | 'document'
  | 'zaak'
  | 'activiteit'
  | 'kamerstuk'
  | 'aanhangsel'
  | 'kamervraag'
  | 'handelingen'
  | 'bijlage'
  | 'staatsblad'
  | 'staatscourant'
  | 'tractatenblad'
  | 'ecli'
  | 'bwb'
  | 'eu'
  | 'toezegging'
  | 'publication'

/** What a code stands for, apart from any place where it was found. JSON-safe: it travels in messages. */
export interface Code {
  readonly kind: ReferenceKind
  /** Canonical id: `2023D19158`, `kst-36360-VIII-5`, `ah-tk-20222023-2345`. */
  readonly id: string
  /** The official way of citing: `2023D19158`, `Kamerstuk 36 360 VIII, nr. 5`. */
  readonly label: string
  /** The official page of it (https). */
  readonly url: string
}

/** How surely a match is a reference: by its own form, by its citation, or by what else the page names. */
export type Certainty = 'certain' | 'citation' | 'local'

/** A code found in a text. */
export interface Reference extends Code {
  /** UTF-16 offsets in the text that was searched, `end` exclusive. */
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
}
