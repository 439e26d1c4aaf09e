import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { forms } from '#utils/references/forms/forms.ts'

/** Tells what is found in each of a list of texts. */
const program = `
  import { findReferences } from '#utils/references/find.ts'
  const texts = JSON.parse(process.argv[1])
  console.log(JSON.stringify(texts.map((text) => findReferences(text))))`

test('the same is found where V8 optimises expressions no more, as in a process that has compiled many', () => {
  const texts = forms.flatMap(({ examples }) => examples.map(([text]) => text))
  const options = ['--no-regexp-optimization', '--input-type=module', '--eval', program, JSON.stringify(texts)]
  const found: unknown = JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' }))
  expect(found).toEqual(texts.map((text) => findReferences(text)))
})
