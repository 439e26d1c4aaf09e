import { describe, expect, test } from 'vitest'
import { faultsIn, importsIn } from '../../../scripts/test/imports.ts'

const importing = (...specifiers: readonly string[]) =>
  specifiers.map((specifier) => `import { one } from '${specifier}'\n`).join('')

test('imports are told in every form that they have, types, styles and later parts too', () => {
  const text = `import type { A } from './a.ts'
import {
  type B,
  c,
} from '#utils/b.ts'
import './style.css'
export { d } from '../d.ts'
const later = () => import('./later.ts')
const from = 'no import'
`
  expect([...importsIn(text)].sort()).toEqual(['#utils/b.ts', '../d.ts', './a.ts', './later.ts', './style.css'])
})

describe('the direction of imports', () => {
  test.each([
    ['utils/references/find.ts', ['./forms/forms.ts']],
    [
      'utils/database/notes/notes.ts',
      ['dexie', '../../sources/merge.ts', '../../sources/http/errors.ts', '../rows/removal.ts', '../open.ts'],
    ],
    ['utils/citations/ris.ts', ['../documents/types.ts']],
    ['components/notes/notes.tsx', ['preact/hooks', '#locales/note.ts', '#utils/database/schema.ts', './x.css']],
    ['entrypoints/card.ts', ['./page.content/card/card.ts', 'wxt/utils/define-unlisted-script']],
    ['entrypoints/popup/main.tsx', ['./active-page.ts', '#components/popup/popup-screen.tsx']],
  ])('%s may have %j', (path, specifiers) => {
    expect(faultsIn(path, importing(...specifiers))).toEqual([])
  })

  test.each([
    ['utils/references/find.ts', '../documents/types.ts'],
    ['utils/references/find.ts', 'valibot'],
    ['utils/references/ids/ids.ts', '../forms/form.ts'],
    ['utils/references/forms/form.ts', '../find.ts'],
    ['utils/documents/read.ts', '#utils/database/open.ts'],
    ['utils/database/notes/notes.ts', '../../sources/odata/open-data.ts'],
    ['utils/database/open.ts', '../sources/http/ask.ts'],
    ['utils/database/notes/notes.ts', '../import/undo.ts'],
    ['utils/citations/ris.ts', '../documents/read.ts'],
    ['utils/notes/merge.ts', 'preact'],
    ['components/notes/notes.tsx', '../../entrypoints/popup/active-page.ts'],
    ['components/notes/notes.tsx', '#tests/site/routes.ts'],
    ['entrypoints/popup/main.tsx', '../reader/session.ts'],
    ['entrypoints/background/index.ts', '../../scripts/programs.ts'],
  ])('%s may not have %s', (path, specifier) => {
    expect(faultsIn(path, importing(specifier))).toEqual([expect.stringContaining(`no import of ${specifier}`)])
  })
})
