import { expect, test } from 'vitest'
import {
  dictionaryFile,
  dictionaryOf,
  partsOf,
  partsWith,
  unitsOf,
} from '#utils/database/search-index/dictionary-file.ts'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import type { Unit } from '#utils/search/segment/segment.ts'
import { beyondOf } from '#utils/search/terms/holding.ts'
import { TermTable } from '#utils/search/terms/term-table.ts'
import { buildSegment } from '../../search/build-segment.ts'
import { dictionaryOf as withoutLong } from '../../search/in-memory.ts'

const syllables = ['zorg', 'plicht', 'kind', 'stad', 'öp', 'жар', 'vraag', 'huis']
/** Words enough for several parts, some of other letters, and one that is cut in the middle of a letter of two units. */
const words = [
  ...syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => `${a}${b}${c}`))),
  ...Array.from({ length: 6_000 }, (_, index) => `woord${index}`),
  `a${'𐐨'.repeat(30)}`,
]
const units: readonly Unit[] = Array.from({ length: 40 }, (_, index) => {
  const text = words.filter((_, at) => at % 40 === index).join(' ')
  return { id: `n${index}`, day: index, findables: [{ place: 0, texts: [{ text, weight: 1 }], fields: ['tag=zorg'] }] }
})

async function made() {
  const segment = buildSegment(units)
  return { dictionary: withoutLong(segment), ...dictionaryFile(segment, await beyondOf(segment, () => undefined)) }
}

test('is read as it was written: all, its units, and of each term the part that has it', async () => {
  const { dictionary, file, directory } = await made()
  expect(directory.ends.length).toBeGreaterThan(1)
  expect(file.size).toBe(directory.ends.at(-1))
  expect(await dictionaryOf(file, directory)).toEqual(dictionary)
  const list = await unitsOf(file, directory)
  expect(await dictionaryOf(file, directory, list)).toEqual(dictionary)
  const table = new TermTable(dictionary)
  const terms = Array.from({ length: table.size }, (_, number) => table.term(number))
  const partWith = await partsWith(file, directory, terms)
  for (const [number, term] of terms.entries()) {
    const part = partWith(term)
    if (part === null) throw new Error(`no part has ${term}`)
    const own = new TermTable(part)
    const [found = -1] = own.termsEqual(term)
    expect([own.from(found), own.count(found)]).toEqual([table.from(number), table.count(number)])
  }
  expect((await partsWith(file, directory, [' ']))(' ')).toBeNull()
})

test('is not read where it is cut off', async () => {
  const { file, directory } = await made()
  const last = directory.firsts.at(-1) ?? ''
  for (const length of [0, 10, directory.listed - 1, directory.listed, file.size - 1]) {
    const cut = file.slice(0, length)
    await expect(dictionaryOf(cut, directory)).rejects.toThrow(DamagedIndex)
    await expect(partsOf(cut, directory)).rejects.toThrow(DamagedIndex)
    await expect(partsWith(cut, directory, [last])).rejects.toThrow(DamagedIndex)
    if (length < directory.listed) await expect(unitsOf(cut, directory)).rejects.toThrow(DamagedIndex)
  }
  const failing = (error: Error) =>
    Object.assign(new Blob(), { slice: () => ({ arrayBuffer: () => Promise.reject(error) }) })
  await expect(unitsOf(failing(new Error('gone')), directory)).rejects.toThrow(DamagedIndex)
  // Where there is not enough memory, it is not the file that is at fault.
  await expect(unitsOf(failing(new RangeError('memory')), directory)).rejects.toThrow(RangeError)
})
