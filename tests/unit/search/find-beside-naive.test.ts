import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '#utils/search/query/query.ts'
import { kinds } from '#utils/search/ranking/ranking.ts'
import { mergeSegments } from '#utils/search/segment/merge.ts'
import type { Unit } from '#utils/search/segment/segment.ts'
import { cases } from '../cases.ts'
import { buildSegment } from './build-segment.ts'
import { note, syllable, units, word } from './find-units.ts'
import { firstOfParts, firstsIn, keysOf, searchable } from './in-memory.ts'
import { searchNaively } from './naive.ts'

const asked = fc.constantFrom('tag:zorg', 'dossier:36360', 'status:open', 'partij:v', 'sinds:2020', '"zorg kind"')

const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), fc.oneof(word, word, asked)), { maxLength: 4 })
  .map((parts) => parts.map(([sign, part]) => `${sign}${part}`).join(' '))

describe('the index beside a search that looks at everything', () => {
  test('finds the same, in one segment, in several, after removals and merged', async () => {
    await fc.assert(
      fc.asyncProperty(units, query, fc.nat(12), fc.nat(4), async (all, typed, cut, gone) => {
        const expected = (own: readonly Unit[]) => searchNaively(own, parseQuery(typed))
        expect(keysOf(await searchable([{ segment: buildSegment(all) }])(typed))).toEqual(expected(all))
        const parts = [all.slice(0, cut), all.slice(cut)].map((own) => ({ segment: buildSegment(own) }))
        expect(keysOf(await searchable(parts)(typed))).toEqual(expected(all))
        const dead = [...all.keys()].filter((index) => index % 5 === gone)
        const left = all.filter((_, index) => !dead.includes(index))
        const merged = await mergeSegments([{ segment: buildSegment(all), dead: new Set(dead) }], () => undefined)
        expect(keysOf(await searchable([{ segment: merged }])(typed))).toEqual(expected(left))
        expect(merged).toEqual(buildSegment(left))
        const joined = await mergeSegments(
          parts.map((part) => ({ ...part, dead: new Set<number>() })),
          () => undefined,
        )
        expect(joined).toEqual(buildSegment(all))
      }),
      cases(60),
    )
  })

  test('finds the same again, whatever was asked for before', async () => {
    await fc.assert(
      fc.asyncProperty(units, fc.array(fc.oneof(word, query), { maxLength: 6 }), async (all, typed) => {
        const segment = buildSegment(all)
        const search = searchable([{ segment }])
        for (const order of ['best', 'newest'] as const) {
          for (const one of typed) {
            expect(await search(one, { order })).toEqual(await searchable([{ segment }])(one, { order }))
          }
        }
      }),
      cases(60),
    )
  })

  test('a limit keeps the best or the newest, and counts the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        units,
        fc.constantFrom('zorg', 'vraag', 'de', 'kind', 'zorg -kind', 'zorg kind'),
        fc.constantFrom('best', 'newest'),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(12),
        async (all, typed, order, limit, cut) => {
          const parts = [all.slice(0, cut), all.slice(cut)].map((own) => ({ segment: buildSegment(own) }))
          const search = searchable(parts)
          const whole = await search(typed, { order })
          const few = await search(typed, { order, limit })
          const days = new Map(all.map(({ id, day }) => [id, day]))
          for (const kind of ['documents', 'questions', 'notes'] as const) {
            expect(few.found[kind]).toEqual(whole.found[kind].slice(0, limit))
            expect(few.counts[kind]).toBe(whole.found[kind].length)
            const own = whole.found[kind].map(({ unit }) => days.get(unit) ?? 0)
            if (order === 'newest') expect(own).toEqual(own.toSorted((a, b) => b - a))
          }
        },
      ),
      cases(60),
    )
  })
})

describe('what is certain to come first', () => {
  test('is the beginning of what is found, whatever else there is', async () => {
    const counts = { one: 0, more: 0 }
    const words = fc.array(syllable, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        units,
        words,
        fc.nat(12),
        fc.nat(5),
        fc.nat(5),
        fc.nat(3),
        async (all, typed, cut, limit, gone, whole) => {
          const parts = [all.slice(0, cut), all.slice(cut)].map((own) => ({
            segment: buildSegment(own),
            dead: [...own.keys()].filter((index) => index % 5 === gone),
          }))
          const asked = typed.join(' ')
          const first = await (await firstsIn(parts))(asked, limit + 1, (segment) => segment + 1 === whole)
          const { found } = await searchable(parts)(asked, { limit: limit + 1 })
          for (const kind of kinds) {
            const own = first?.[kind] ?? []
            expect(own).toEqual(found[kind].slice(0, own.length))
            counts[parseQuery(asked).clauses.length > 1 ? 'more' : 'one'] += own.length
          }
        },
      ),
      // Fewer of several words were now and then below what is asked for here.
      cases(500),
    )
    expect(counts.one).toBeGreaterThan(30)
    expect(counts.more).toBeGreaterThan(5)
  })

  test('by the heads of parts too, as far as these go', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(units, fc.nat(12), fc.nat(12), fc.nat(4), async (all, cut, other, gone) => {
        const [first, second] = [Math.min(cut, other), Math.max(cut, other)]
        const parts = [all.slice(0, first), all.slice(first, second), all.slice(second)].map((own) => ({
          segment: buildSegment(own),
          dead: [...own.keys()].filter((index) => index % 5 === gone),
        }))
        const search = searchable(parts)
        for (const length of [1, 3, 100]) {
          for (const [part, known] of await firstOfParts(parts, length)) {
            const whole = await search(part)
            for (const kind of kinds) {
              const own = known?.[kind] ?? []
              const count = length === 100 ? whole.found[kind].length : own.length
              expect(own).toEqual(whole.found[kind].slice(0, count))
              found += own.length
            }
          }
        }
      }),
      cases(40),
    )
    expect(found).toBeGreaterThan(0)
  })

  test('is what has the words themselves and fits well; without that nothing is', async () => {
    const units = [
      note('part', 'kinderzorgplicht'),
      note('start', 'zorgplicht'),
      note('own', 'de zorg'),
      note('long', `zorg ${'en zo '.repeat(40)}`),
      note('kind', `kind zorg ${'en zo '.repeat(40)}`),
      note('both', 'zorgen van een kind'),
      note('two', 'kinderopvang en zorg'),
    ]
    const firstOf = async (own: readonly Unit[]) => {
      const firsts = await firstsIn([{ segment: buildSegment(own) }])
      return async (typed: string) => (await firsts(typed, 10))?.notes.map(({ unit }) => unit) ?? null
    }
    const first = await firstOf(units)
    expect(await first('zorg')).toEqual(['nown', 'nboth', 'ntwo'])
    // Another form of it, and both where that form is the stem of a longer one, which counts as much.
    expect(await first('zorgen')).toEqual(['nown', 'nboth', 'ntwo'])
    const amongForms = await firstOf([...units, note('form', 'zorgenen')])
    expect(await amongForms('zorg')).toEqual(['nown', 'nboth', 'ntwo'])
    expect(await amongForms('zorgen')).toEqual(['nown', 'nboth', 'ntwo', 'nform'])
    expect(await amongForms('zorge')).toEqual(['nown', 'nboth', 'ntwo'])
    expect(await first('zorg kind')).toEqual(['nboth'])
    expect(await first('plicht')).toBeNull()
    expect(await first('zorg plicht')).toBeNull()
    expect(await first('zorg -kind')).toBeNull()
    expect(await first('-zorg')).toBeNull()
    expect(await first('zorg "een kind"')).toBeNull()
  })
})
