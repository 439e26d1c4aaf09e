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
  | 'dossier'
  | 'publication'

/** What an id names: all that is known of a code without its citation. */
export interface Name {
  readonly kind: ReferenceKind
  /** Canonical id: `2023D19158`, `kst-36360-VIII-5`, `ah-tk-20222023-2345`. */
  readonly id: string
}

/** What a code stands for, apart from any place where it was found. JSON-safe: it travels in messages. */
export interface Code extends Name {
  /** The official way of citing: `2023D19158`, `Kamerstuk 36 360 VIII, nr. 5`. */
  readonly label: string
  /** The official page of it (https). */
  readonly url: string
}

/** How surely a match is a reference: by its own form, by its citation, or by what else the page names. */
export type Certainty = 'certain' | 'citation' | 'local'

/** A code found in a text; `findReferences` adds its citation. */
export interface Mention extends Name {
  /** UTF-16 offsets in the text that was searched, `end` exclusive. */
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
  /** The page or pages that the citation points to, as printed: `12`, `25-36`. */
  readonly pages?: string | undefined
  /** What the same letters may name as well, where only a look-up can decide: `36410-A` (DOMAIN §1.2). */
  readonly alternatives?: readonly Name[] | undefined
}

/** A code found in a text, with its label and address. */
export interface Reference extends Code, Omit<Mention, 'alternatives'> {
  readonly alternatives?: readonly Code[]
}

/**
 * A short form that says nothing by itself: `idem, nr. 6` leans on the citation before it, `stuk nr. 28` on the one
 * dossier of the page, «Nr. 45» on the one above it (DOMAIN §1.2). `resolveLeaning` makes a reference of it where that is known.
 */
export interface Leaning {
  readonly on: 'previous' | 'page' | 'head'
  /** The dossier in the head of a printed paper, itself no reference: «Nr. 45» below it leans on it. */
  readonly dossier?: string
  /** Believed only behind one of this kind: «Aanhangsel nr. 1602». */
  readonly kind?: ReferenceKind | undefined
  /** The number or letter named; null for a bare `Ibid.`, which names the same piece again. */
  readonly ondernummer: string | null
  /** Believed only right behind the citation that it leans on: «Zie ook nr. 6»; of one on the page, where the page has several dossiers. */
  readonly close?: boolean | undefined
  /** One of a list of papers below their dossier: the next leans on it as well. */
  readonly listed?: boolean
  readonly start: number
  readonly end: number
  readonly pages?: string | undefined
}

/** All that a text says of papers, each list in the order of the text. */
export interface Mentions {
  readonly references: readonly Mention[]
  readonly leaning: readonly Leaning[]
  /** Dossiers that are named, with or without a piece: `36360`, `36360-VIII`, `CXXIV`; with a number that a debate gives in it: `36410-XV 28`. */
  readonly dossiers: readonly string[]
}
