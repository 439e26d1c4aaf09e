import { describe, expect, test } from 'vitest'
import type { Reference, ReferenceKind } from '#utils/references/types.ts'
import { readCases } from '../../../scripts/accuracy/cases.ts'
import { judge } from '../../../scripts/accuracy/judge.ts'
import { listed } from '../../../scripts/accuracy/listing.ts'
import { statedIn, withTable } from '../../../scripts/accuracy/table.ts'
import { tally } from '../../../scripts/accuracy/tally.ts'

const passage = `Kamerstuk 36 360, nr. 5, p. 3, en nr. 6; Postbus 20015 2500 EA; Stb. 2021, 5 en 6
> kst-36360-5 «Kamerstuk 36 360, nr. 5» (p. 3)
> kst-36360-6 «6»
> stb-2021-5 «Stb. 2021, 5» [citation]
? stb-2021-6 «6»
! «20015 2500 EA»`

type Printed = readonly [id: string, kind: ReferenceKind, printed: string, pages?: string]

/** A detector that finds these printed stretches. */
function finding(...found: readonly Printed[]) {
  return (text: string): Reference[] =>
    found.map(([id, kind, printed, pages]) => {
      const start = text.indexOf(printed)
      const rest = pages === undefined ? {} : { pages }
      return { id, kind, label: id, url: '', start, end: start + printed.length, certainty: 'citation', ...rest }
    })
}

function measured(...found: readonly Printed[]) {
  const verdicts = readCases('some.txt', passage).map((one) => judge(one, finding(...found)))
  return { verdicts, accuracy: tally(verdicts) }
}

describe('judging', () => {
  test('right ids at the right places, exactly as printed', () => {
    const { accuracy } = measured(
      ['kst-36360-5', 'kamerstuk', 'Kamerstuk 36 360, nr. 5', '3'],
      ['kst-36360-6', 'kamerstuk', '6; Postbus'],
      ['stb-2021-5', 'staatsblad', 'Stb. 2021, 5'],
      ['stb-2021-6', 'staatsblad', 'en 6\n'],
    )
    expect(accuracy.kinds.get('staatsblad')).toEqual({ expected: 1, recall: 1, precision: 0.5, asPrinted: 1 })
    expect(accuracy.kinds.get('kamerstuk')).toEqual({ expected: 2, recall: 1, precision: 1, asPrinted: 0.5 })
  })

  test('a wrong id at the right place is both missed and wrong, and a hit trap is told', () => {
    const { accuracy, verdicts } = measured(
      ['kst-36360-7', 'kamerstuk', 'Kamerstuk 36 360, nr. 5'],
      ['kst-20015-25', 'kamerstuk', '20015 25'],
    )
    expect(accuracy.all).toEqual({ expected: 3, recall: 0, precision: 0, asPrinted: null })
    expect(accuracy.traps).toEqual({ set: 1, hit: 1 })
    expect(listed(verdicts, 'wrong').join('\n')).toMatch(/kst-20015-25 .*\(trap\)/)
    expect(listed(verdicts, 'missed')).toHaveLength(3)
  })

  test('a missing page reference or another certainty counts against the stretch alone', () => {
    const { accuracy } = measured(['kst-36360-5', 'kamerstuk', 'Kamerstuk 36 360, nr. 5'])
    expect(accuracy.kinds.get('kamerstuk')).toEqual({ expected: 2, recall: 0.5, precision: 1, asPrinted: 0 })
    const unsure = (text: string) =>
      finding(['stb-2021-5', 'staatsblad', 'Stb. 2021, 5'])(text).map((found) => ({
        ...found,
        certainty: 'local' as const,
      }))
    expect(tally(readCases('some.txt', passage).map((one) => judge(one, unsure))).all.asPrinted).toBe(0)
  })
})

describe('the table in the docs', () => {
  const page = 'Before\n<!-- accuracy -->\nold\n<!-- /accuracy -->\nAfter'

  test('states what was measured, rounded down, and can be read again', () => {
    const { accuracy } = measured(['kst-36360-5', 'kamerstuk', 'Kamerstuk 36 360, nr. 5', '3'])
    const written = withTable(page, accuracy)
    expect(written).toMatch(/^Before\n<!-- accuracy -->\n\|[\s\S]*\n<!-- \/accuracy -->\nAfter$/)
    expect(written).toContain('| all | 3 | 0.333 | 1.000 | 1.000 |')
    expect(statedIn(written)).toEqual({
      kinds: new Map([
        ['kamerstuk', { expected: 2, recall: 0.5, precision: 1, asPrinted: 1 }],
        ['staatsblad', { expected: 1, recall: 0, precision: null, asPrinted: null }],
      ]),
      all: { expected: 3, recall: 0.333, precision: 1, asPrinted: 1 },
      traps: { set: 1, hit: 0 },
    })
    expect(withTable(written, accuracy)).toBe(written)
  })

  test('missing markers or figures are an error', () => {
    expect(() => withTable('no markers', tally([]))).toThrow()
    expect(() => statedIn(page)).toThrow()
  })
})
