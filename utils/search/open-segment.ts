import { Lexicon } from './lexicon.ts'
import { kinds } from './ranking.ts'
import { Remembered } from './remembered.ts'
import type { Dictionary, UnitList } from './segment.ts'
import type { PostingPlaces } from './term-table.ts'

/** A segment in which terms can be scored, whichever of them are known. */
export interface ScoredSegment {
  readonly id: number
  readonly dictionary: UnitList
  readonly lexicon: PostingPlaces
  /** Index of the unit of each findable. */
  readonly unitOf: Uint32Array
  /** Of each findable: which of `kinds` it is, or `gone`, itself or anew in a later segment. */
  readonly kindOf: Uint8Array
  readonly room: Room
  readonly remembered: Remembered
}

/** A segment that is searched: its dictionary, and what is derived from it once. */
export interface OpenSegment extends ScoredSegment {
  readonly dictionary: Dictionary
  readonly lexicon: Lexicon
}

/** Room for a search, which leaves it as it comes. */
export interface Room {
  readonly held: Uint8Array
  readonly scores: Float32Array
  readonly candidates: Uint32Array
  /** For the postings that are looked at: few enough to lie near the processor. */
  readonly postings: Uint32Array
}

/** A kind of what is none any more. */
export const gone = kinds.length
const [document, question, note] = [kinds.indexOf('documents'), kinds.indexOf('questions'), kinds.indexOf('notes')]
const ofNote = 'n'.charCodeAt(0)

/** A segment of which only some terms are known. */
export function scoredSegment(
  id: number,
  dictionary: UnitList,
  lexicon: PostingPlaces,
  dead: readonly number[],
  prepared: Pick<ScoredSegment, 'unitOf' | 'room'> = prepareUnits(dictionary),
): ScoredSegment {
  return { id, dictionary, lexicon, ...prepared, kindOf: kindsOf(dictionary, dead), remembered: new Remembered() }
}

/** @param known the same segment as it was opened before other units of it were gone, or before all of its terms were read */
export function openSegment(
  id: number,
  dictionary: Dictionary,
  dead: readonly number[],
  known?: Partial<OpenSegment>,
): OpenSegment {
  const { unitOf, room } =
    known?.unitOf && known.room ? { unitOf: known.unitOf, room: known.room } : prepareUnits(dictionary)
  const kindOf = kindsOf(dictionary, dead)
  const lexicon = known?.lexicon ?? new Lexicon(dictionary)
  return { id, dictionary, lexicon, unitOf, kindOf, room, remembered: known?.remembered ?? new Remembered() }
}

/** What is derived from units alone, so that it can be done while the terms are read. */
export function prepareUnits(units: UnitList): Pick<OpenSegment, 'unitOf' | 'room'> {
  const unitOf = unitsOf(units)
  return { unitOf, room: roomFor(unitOf.length) }
}

function unitsOf({ starts, units }: UnitList): Uint32Array {
  const unitOf = new Uint32Array(starts[units.length] ?? 0)
  for (let unit = 0; unit < units.length; unit += 1) {
    const from = starts[unit] as number
    const to = starts[unit + 1] as number
    // A note is one thing.
    if (to - from === 1) unitOf[from] = unit
    else unitOf.fill(unit, from, to)
  }
  return unitOf
}

function kindsOf({ starts, units, places }: UnitList, dead: readonly number[]): Uint8Array {
  // What else is findable in a document is a question.
  const kindOf = new Uint8Array(starts[units.length] ?? 0).fill(question)
  for (let unit = 0; unit < units.length; unit += 1) {
    const from = starts[unit] as number
    if (units.codeAt(unit) === ofNote) {
      const to = starts[unit + 1] as number
      if (to - from === 1) kindOf[from] = note
      else kindOf.fill(note, from, to)
    } else if (places[from] === 0) kindOf[from] = document
  }
  for (const unit of dead) kindOf.fill(gone, starts[unit], starts[unit + 1])
  return kindOf
}

function roomFor(size: number): Room {
  const [held, scores] = [new Uint8Array(size), new Float32Array(size)]
  return { held, scores, candidates: new Uint32Array(size), postings: new Uint32Array(4_096) }
}

/** Blocks of the postings of a segment by their number; those that were not wanted may be missing. */
export type Blocks = readonly (Uint8Array | undefined)[]

export interface WantedBlocks {
  readonly segment: number
  readonly blocks: readonly number[]
}

/** Reads blocks of segments, all of one moment, those of each segment by themselves. */
export type ReadBlocks = (wanted: readonly WantedBlocks[]) => Promise<readonly Blocks[]>
