import { expect, test } from 'vitest'
import { examplePaper } from '#locales/example-paper.ts'
import { fileOf, textAddressOf } from '#utils/references/addresses/text-address.ts'
import { codeOf } from '#utils/references/code.ts'
import { examplePrefixes, isExample } from '#utils/references/ids/example.ts'
import { planOf } from '#utils/sources/plans.ts'

const codes = [examplePaper.id, 'dossier-99999', '2099Z00001', ...examplePaper.list.questions.map(({ code }) => code)]

test.each(codes)(
  '%s is of the example: nobody is asked about it, it has no file, and its address is told too',
  (id) => {
    const code = codeOf(id)
    if (code === null) throw new Error('no code')
    expect(isExample(id)).toBe(true)
    expect(isExample(`${id}#3`)).toBe(true)
    expect(isExample(code.url)).toBe(true)
    expect(examplePrefixes.some((prefix) => id.startsWith(prefix))).toBe(true)
    expect(planOf(id)).toEqual([])
    expect(fileOf(code)).toBeNull()
    expect(textAddressOf(code)).toBeNull()
  },
)

test.each([
  '2023D19158',
  '2098D00101',
  'kst-36360-VIII-5',
  'kst-9999-5',
  'kst-999990',
  'kst-1999995',
  'kst-36999-99999',
  'dossier-36360',
  'ah-tk-20222023-2099',
  'stb-2099-1',
  'blg-99999',
  'file:2099d0010199999',
])('%s is not', (id) => {
  expect(isExample(id)).toBe(false)
})
