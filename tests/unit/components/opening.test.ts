import { expect, test } from 'vitest'
import { openingOf, plainOpening } from '#components/store/opening.ts'
import { codeOf } from '#utils/references/code.ts'
import { queryOf } from '../../../entrypoints/background/controls/screens.ts'

test('a screen opens with what the background put into its address', () => {
  const code = codeOf('2023D19158')
  expect(openingOf(queryOf({ code: '2023D19158', note: true }), codeOf)).toEqual({
    ...plainOpening,
    destination: { type: 'code', code },
    focusNote: true,
  })
  expect(openingOf(queryOf({ search: 'hoge uitval & meer' }), codeOf)).toEqual({
    ...plainOpening,
    typed: 'hoge uitval & meer',
  })
  expect(openingOf(queryOf({ document: 'file:a&b', question: 12 }), codeOf)).toEqual({
    ...plainOpening,
    destination: { type: 'document', id: 'file:a&b', question: 12 },
  })
  expect(openingOf(queryOf({ document: '2023D20951' }), codeOf).destination).toEqual({
    type: 'document',
    id: '2023D20951',
  })
  expect(openingOf(queryOf({ job: 'a-1' }), codeOf)).toEqual({ ...plainOpening, job: 'a-1' })
  expect(openingOf(queryOf({ error: 'no-page' }), codeOf)).toEqual({ ...plainOpening, error: 'no-page' })
})

test('a code that is none is searched for', () => {
  expect(openingOf('?code=uitval', codeOf)).toEqual({ ...plainOpening, typed: 'uitval' })
})
