import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packUnits, unpackUnits } from '#utils/database/search-index/packed.ts'
import { Findables, gone } from '#utils/search/ranking/findables.ts'
import { kinds } from '#utils/search/ranking/ranking.ts'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import { Names } from '#utils/search/segment/names.ts'
import { placeAt, sizeIn, type UnitList, UnitTable, unitAt } from '#utils/search/segment/unit-list.ts'
import { cases } from '../cases.ts'

const uuid = '5ca1ab1e-0bad-4f00-8d00-00000000fffe'

describe('names', () => {
  test.each([
    `n${uuid}`,
    `d${uuid}`,
    uuid,
    `n${uuid.toUpperCase()}`,
    `n${uuid}0`,
    `né${uuid}`,
    `é${uuid}`,
    `n{${uuid}}`,
    'n00000000-0000-0000-0000-000000000000',
    'nffffffff-ffff-ffff-ffff-ffffffffffff',
    'd2023D20951',
    'n',
    '',
    'n\u0000',
    '\ufeffn1',
    'n𐐨жар',
  ])('%j is told as it was', (name) => {
    expect(Names.of(['d1', name, 'n2']).all()).toEqual(['d1', name, 'n2'])
    expect(Names.of(['d1', name]).indexOf(name)).toBe(1)
    expect(Names.of([name]).begins(0, 'n'.charCodeAt(0))).toBe(name.startsWith('n'))
  })

  test('a UUID takes 17 bytes', () => {
    const { letters, rows, text } = Names.of([`n${uuid}`])
    expect(letters.byteLength + rows.byteLength + text.length).toBe(17)
  })

  test('are not told where their text is cut off', () => {
    const { letters, rows, text } = Names.of(['d1', 'd2'])
    expect(() => new Names(letters, rows.slice(1), text)).toThrow(DamagedIndex)
    expect(() => new Names(letters, rows, text.slice(1)).all()).toThrow(DamagedIndex)
    expect(Names.of(['d1']).at(1)).toBe('')
    expect(Names.of(['d1']).indexOf('d2')).toBe(-1)
  })
})

/** By unit: its name, its day and the places of what can be found in it. */
type Listed = readonly (readonly [name: string, day: number, places: readonly number[]])[]

const name = fc.oneof(
  fc.uuid().map((own) => `n${own}`),
  fc.uuid().map((own) => `d${own}`),
  fc.string({ unit: 'grapheme' }),
  fc.nat(9).map((own) => `d${own}`),
)
const place = fc.oneof(fc.nat(3), fc.nat(70_000))
/** Mostly one after the other from 0, as questions are. */
const places = fc.oneof(
  fc.nat(6).map((last) => [...Array(last + 1).keys()]),
  fc.array(place, { maxLength: 6 }),
)
const listed: fc.Arbitrary<Listed> = fc.array(fc.tuple(name, fc.nat(65_535), places), { maxLength: 40 })

function listOf(units: Listed): UnitList {
  const table = new UnitTable()
  for (const [own, day, of] of units) {
    table.unit(own, day)
    for (const one of of) table.findable(one)
  }
  return table.end()
}

const everyThing = (units: Listed) =>
  units.flatMap(([unit, , of], index) => of.map((own) => ({ index, hit: { unit, place: own } })))

describe('units', () => {
  test('as bytes are read as they were, and tell of each thing its unit and place', () => {
    fc.assert(
      fc.property(listed, (units) => {
        const list = listOf(units)
        const read = unpackUnits(packUnits(list))
        expect(read).toEqual(list)
        const things = everyThing(units)
        expect(sizeIn(read)).toBe(things.length)
        expect(read.units.all()).toEqual(units.map(([own]) => own))
        for (const [number, { index, hit }] of things.entries()) {
          expect(unitAt(read, number)).toBe(index)
          expect(placeAt(read, index, number)).toBe(hit.place)
        }
      }),
      cases(150),
    )
  })

  test('whose bytes are cut off anywhere are damaged', () => {
    const bytes = packUnits(
      listOf([
        ['d1', 1, [0, 1, 5]],
        [`n${uuid}`, 2, [0]],
      ]),
    )
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => unpackUnits(bytes.slice(0, length))).toThrow(DamagedIndex)
    }
    const days = listOf([['d1', 1, [0]]])
    expect(() => unpackUnits(packUnits({ ...days, days: Uint16Array.of(1, 2) }))).toThrow(DamagedIndex)
    expect(() => unpackUnits(packUnits({ ...days, starts: Uint32Array.of(0) }))).toThrow(DamagedIndex)
    expect(() => unpackUnits(packUnits({ ...days, jumps: Uint32Array.of(0) }))).toThrow(DamagedIndex)
  })

  test('that tell of some things tell the same as those that tell of all', () => {
    fc.assert(
      fc.property(listed, fc.array(fc.nat(100), { maxLength: 5 }), fc.nat(4), (units, some, cut) => {
        const things = everyThing(units)
        const dead = [...units.keys()].filter((index) => index % 5 === cut)
        const expected = things.map(({ index, hit }) => {
          if (dead.includes(index)) return gone
          return kinds.indexOf(hit.unit.startsWith('n') ? 'notes' : hit.place === 0 ? 'documents' : 'questions')
        })
        const list = listOf(units)
        const findables = new Findables(list, dead)
        for (const number of some.filter((own) => own < things.length)) {
          findables.know([number], 1)
          expect(findables.unitOf[number]).toBe(things[number]?.index)
          expect(findables.kindOf[number]).toBe(expected[number])
          expect(findables.hit(number)).toEqual(things[number]?.hit)
        }
        findables.knowAll()
        expect([...findables.kindOf]).toEqual(expected)
        expect([...findables.unitOf]).toEqual(things.map(({ index }) => index))
        expect(findables.without(dead)).toBe(findables)
        const living = findables.without([])
        living.knowAll()
        expect(living.kindOf.includes(gone)).toBe(false)
      }),
      cases(150),
    )
  })

  test('have what is named by unit and place', () => {
    const findables = new Findables(
      listOf([
        ['d1', 0, [0, 1, 4, 5]],
        ['d2', 0, [0, 1]],
        ['n1', 0, [0]],
      ]),
      [],
    )
    const wanted = new Map([
      ['n1', new Set([0, 1])],
      ['d1', new Set([1, 2, 5])],
      ['d3', new Set([0])],
    ])
    expect(findables.numbersOf(wanted).toSorted()).toEqual([1, 3, 6])
  })
})
