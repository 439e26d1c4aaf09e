import { expect, test } from 'vitest'
import { citedPaper } from '#utils/citations/cited-paper.ts'
import { citePapers } from '#utils/citations/paper-citations.ts'
import { codeOf } from '#utils/references/code.ts'
import { nothingOf } from '#utils/sources/official-document.ts'

function paper(id: string, title: string | null, aliases: readonly string[] = []) {
  const code = codeOf(id)
  if (code === null) throw new Error(id)
  return citedPaper(
    code,
    title === null ? null : { ...nothingOf('document', id), title, aliases: [id, ...aliases] },
    null,
  )
}

const report = paper('kst-36360-VIII-5', 'Jaarverslag\n <OCW>', ['2023D20951'])
const again = paper('2023D20951', 'Jaarverslag\n <OCW>', ['kst-36360-VIII-5'])
const unknown = paper('2023D24876', null)

test('a list of papers is cited one a line, a paper under two of its numbers once', () => {
  const { text, rich, count, withoutTitle } = citePapers('titled', [report, unknown, again])
  expect(text.split('\n')).toEqual(['Jaarverslag <OCW> (Kamerstukken II, 36 360 VIII, nr. 5)', '2023D24876'])
  expect(rich?.split('<br>')[0]).toBe(
    `<a href="${report.url}">Jaarverslag &lt;OCW&gt; (Kamerstukken II, 36 360 VIII, nr. 5)</a>`,
  )
  expect([count, withoutTitle]).toEqual([2, 1])
})

test('in a form without titles none is missed, and programs that keep references get one file', () => {
  expect(citePapers('short', [report, unknown])).toMatchObject({ withoutTitle: 0, count: 2 })
  expect(citePapers('ris', [report, unknown]).text.match(/^TY {2}- /gmu)).toHaveLength(2)
  expect(JSON.parse(citePapers('csl-json', [report, unknown]).text)).toHaveLength(2)
  expect(citePapers('ris', [])).toEqual({ text: '', rich: null, count: 0, withoutTitle: 0 })
})
