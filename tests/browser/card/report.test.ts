import { expect, test } from 'vitest'
import { readPayload } from '#utils/browser/payloads.ts'
import type { Code } from '#utils/references/types.ts'
import { reportOf } from '../../../entrypoints/page.content/report.ts'

const code = (number: number): Code => {
  const id = `2023D${String(number).padStart(5, '0')}`
  return { kind: 'document', id, label: id, url: `https://www.tweedekamer.nl/kamerstukken/detail?id=${id}&did=${id}` }
}

test('the report of an endless page is one that the background takes', () => {
  const references = Array.from({ length: 60_000 }, (_, number) => ({ code: code(number), collapsed: false }))
  const before = location.href
  history.replaceState(null, '', `#${'x'.repeat(30_000)}`)
  const report = reportOf(references, 'text/html')
  history.replaceState(null, '', before)
  expect(report.codes).toHaveLength(50_000)
  expect(readPayload('page/report', report)).not.toBeNull()
})

test('a code that stands on the page several times is one code', () => {
  const at = (number: number, collapsed: boolean) => ({ code: code(number), collapsed })
  const report = reportOf([at(1, true), at(2, true), at(1, false)], 'text/html')
  expect(report.codes.map(({ id, count, collapsed }) => [id, count, collapsed])).toEqual([
    ['2023D00001', 2, false],
    ['2023D00002', 1, true],
  ])
})
