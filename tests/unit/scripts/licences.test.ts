import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packageFolder, textOf } from '../../../scripts/licences.ts'

const home = mkdtempSync(join(tmpdir(), 'kamerlens-licences-'))
afterAll(() => rmSync(home, { recursive: true }))

function installed(name: string, facts: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(home, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries({
    'package.json': JSON.stringify({ name, version: '1.0.0', ...facts }),
    ...files,
  })) {
    writeFileSync(join(folder, file), text)
  }
  return folder
}

test('each package is named once, in the order of names, with its texts or whom it is of', () => {
  const text = textOf([
    installed('words', { license: 'MIT', author: { name: 'A. Writer' } }),
    installed(
      '@scope/index',
      { license: 'Apache-2.0' },
      { LICENSE: 'You may.\r\n', 'NOTICE.txt': 'Of many.', 'a.js': '' },
    ),
    installed('bare', {}, { 'licence.md': 'Do as you please.' }),
  ])
  expect(text.split(/\n-+\n\n/).slice(1)).toEqual([
    '@scope/index 1.0.0, Apache-2.0\n\nYou may.\n\nOf many.\n',
    'bare 1.0.0\n\nDo as you please.\n',
    'words 1.0.0, MIT\n\nCopyright A. Writer\n',
  ])
})

test('a package that names no licence stops the build', () => {
  expect(() => textOf([installed('nobody', {})])).toThrow('nobody does not say')
})

test('a module is of the package whose folder is nearest around it, or of none', () => {
  const inner = installed('words/node_modules/@scope/inner', { license: 'MIT' })
  expect(packageFolder(`${inner}/dist/deep/a.js?worker`)).toBe(inner)
  expect(packageFolder(`\0${inner}/a.js`)).toBe(inner)
  expect(packageFolder(join(home, 'utils/a.ts'))).toBe(null)
  expect(packageFolder(join(home, 'node_modules/.cache/made-up/a.js'))).toBe(null)
})
