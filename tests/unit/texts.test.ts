import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

/** Attributes whose words a user reads or hears; what stands between tags is a rule of the linter (`noJsxLiterals`). */
const spoken =
  /\s(?:aria-(?:label|description|roledescription|valuetext)|title|placeholder|alt)=(?:"([^"]*)"|'([^']*)')/g

const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `${folder}${path}`)

function literalsIn(text: string): readonly string[] {
  return [...text.matchAll(spoken)].map(([, one, other]) => one ?? other ?? '').filter((words) => /\p{L}/u.test(words))
}

test('no attribute that is read out has a text beside the catalogue', () => {
  const files = [...filesIn('components/'), ...filesIn('entrypoints/')]
  expect(files.length).toBeGreaterThan(60)
  expect(
    files.flatMap((file) => literalsIn(readFileSync(new URL(file, root), 'utf8')).map((words) => `${file}: ${words}`)),
  ).toEqual([])
})

test('a text in such an attribute is seen', () => {
  expect(literalsIn('<button aria-label="Sluiten" title={t.close}>')).toEqual(['Sluiten'])
  expect(literalsIn('<img alt="" title={t.x} placeholder="2023" />')).toEqual([])
})

test('every catalogue fills its texts by our own `params`: a value may hold any characters', () => {
  const files = readdirSync(new URL('locales/', root)).filter((file) => file.endsWith('.ts') && file !== 'i18n.ts')
  expect(files.length).toBeGreaterThan(25)
  const others = /import \{[^}]*\bparams\b[^}]*\} from '@nanostores/
  expect(files.filter((file) => others.test(readFileSync(new URL(`locales/${file}`, root), 'utf8')))).toEqual([])
})
