import * as fc from 'fast-check'
import type { Unit } from '#utils/search/segment/segment.ts'
import { buildSegment } from './build-segment.ts'
import { searchable } from './in-memory.ts'

export const text = (own: string) => [{ text: own, weight: 1 }]

export const note = (id: string, own: string, fields: readonly string[] = [], day = 0): Unit => ({
  id: `n${id}`,
  day,
  findables: [{ place: 0, texts: text(own), fields }],
})

export async function found(units: readonly Unit[], typed: string): Promise<readonly string[]> {
  const { found } = await searchable([{ segment: buildSegment(units) }])(typed)
  return found.notes.map(({ unit }) => unit.slice(1))
}

export const syllable = fc.constantFrom(
  'zorg',
  'stage',
  'vraag',
  'vragen',
  'plicht',
  'kind',
  'eren',
  'ing',
  'de',
  'ë',
  '36',
  '410',
  '1234',
  'a',
)

export const word = fc.array(syllable, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))

const prose = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))

const field = fc.constantFrom('tag=zorg', 'tag=zorg voor later', 'status=open', 'dossier=36360 viii', 'partij=vvd')

const findables = fc.array(fc.record({ own: prose, fields: fc.uniqueArray(field) }), {
  minLength: 1,
  maxLength: 4,
})

export const units = fc.array(fc.record({ findables, day: fc.nat(30_000) }), { maxLength: 12 }).map((all) =>
  all.map(
    (unit, index): Unit => ({
      id: `${index % 3 === 0 ? 'n' : 'd'}${index}`,
      day: unit.day,
      findables: unit.findables.map(({ own, fields }, place) => ({ place, texts: text(own), fields })),
    }),
  ),
)
