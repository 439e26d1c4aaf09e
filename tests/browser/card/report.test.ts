import { expect, test } from 'vitest'
import { readPayload } from '#utils/browser/payloads.ts'
import type { Code } from '#utils/references/types.ts'
import { reportOf } from '../../../entrypoints/page.content/report.ts'

const code = (number: number): Code => {
  const id = `2023D${String(number).padStart(5, '0')}`
  return { kind: 'document', id, label: id, url: `https://www.tweedekamer.nl/kamerstukken/detail?id=${id}&did=${id}` }
}

test('the report of an endless page is one that the background takes', () => {
  const references = Array.from({ length: 60_000 }, (_, number) => ({ code: code(number) }))
  const before = location.href
  history.replaceState(null, '', `#${'x'.repeat(30_000)}`)
  const report = reportOf(references, 'text/html')
  history.replaceState(null, '', before)
  expect(report.codes).toHaveLength(50_000)
  expect(readPayload('page/report', report)).not.toBeNull()
})

test('a code that stands on the page several times is one code', () => {
  const report = reportOf([{ code: code(1) }, { code: code(2) }, { code: code(1) }], 'text/html')
  expect(report.codes.map(({ id, count }) => [id, count])).toEqual([
    ['2023D00001', 2],
    ['2023D00002', 1],
  ])
})
