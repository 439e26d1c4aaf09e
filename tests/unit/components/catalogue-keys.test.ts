import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Catalogues whose keys are values of a closed set, looked up by a variable: every one of them is used. */
const closedSets: readonly string[] = [
  'errors',
  'kinds',
  'doubts',
  'types',
  'reader-errors',
  'sources',
  'export-columns',
  'status',
  'news',
  'paper-groups',
  'factNames',
  'citationForms',
  'colours',
  'keys',
]

const sources = globSync('{components,entrypoints,utils}/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))

interface Catalogue {
  readonly variable: string
  readonly screen: string
  readonly keys: readonly string[]
}

/** The Dutch half of every `messages('screen', {…}, {…})`; the compiler holds the English one to the same keys. */
function catalogues(): Catalogue[] {
  return globSync('locales/*.ts').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /export const (\w+) = messages\(\s*'([\w-]+)',\s*\{\n([\s\S]*?)\n {2}\},\n {2}\{/g,
      ),
    ].map(([, variable = '', screen = '', body = '']) => ({
      variable,
      screen,
      keys: [...body.matchAll(/^ {4}'?([\w-]+)'?:/gm)].map(([, key = '']) => key),
    })),
  )
}

test('every text of every catalogue is shown somewhere', () => {
  const all = catalogues()
  expect(all.length).toBeGreaterThan(8)
  const unused = all.flatMap(({ variable, screen, keys }) => {
    if (closedSets.includes(screen)) return []
    const users = sources.filter((source) => new RegExp(`\\b${variable}\\b`).test(source))
    // `t.key`, `texts['key']`, a key handed on as a value, or taken out of the catalogue by its name.
    const isUsed = (key: string) =>
      users.some((source) => new RegExp(`(?:\\.|['"])${key}\\b|[{,] *${key}\\b *[,}]`).test(source))
    return keys.filter((key) => !isUsed(key)).map((key) => `${screen}.${key}`)
  })
  expect(unused).toEqual([])
})
