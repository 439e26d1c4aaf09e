import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../../../scripts/programs.ts'
import { findsContentScript, sharedIn } from '../../../scripts/share-modules.ts'

const file = (path: string) => normalizePath(join(root, path))

test('what is shared is found by its module and its place in the list', () => {
  const list = `import { b } from '#utils/b.ts'
import { A, c } from './a.ts'
export const shared: readonly unknown[] = [c, b, A]
`
  expect([...sharedIn(list)]).toEqual([
    [
      file('entrypoints/page.content/a.ts'),
      [
        { name: 'c', place: 0 },
        { name: 'A', place: 2 },
      ],
    ],
    [file('utils/b.ts'), [{ name: 'b', place: 1 }]],
  ])
})

test.each([
  ['export const shared = [a]', 'not imported'],
  ["import { a } from './a.ts'\nexport const shared = [a()]", 'not imported'],
  ["import { a } from './a.ts'\nexport const shared = { a }", 'no list'],
])('%j is no list to take from', (list, why) => {
  expect(() => sharedIn(list)).toThrow(why)
})

test('the list itself names what its modules export', () => {
  const modules = sharedIn(readFileSync(file('entrypoints/page.content/shared.ts'), 'utf8'))
  expect(modules.size).toBeGreaterThan(0)
  for (const [path, names] of modules) {
    const text = readFileSync(path, 'utf8')
    for (const { name } of names)
      expect(text).toMatch(new RegExp(`^export (?:const|class|function\\*?) ${name}\\b`, 'm'))
  }
})

test('what runs without the content script holds all of its own', () => {
  const builds = (...names: readonly string[]) => findsContentScript(names.map((name) => ({ name })))
  expect(builds('finder')).toBe(true)
  expect(builds('reading')).toBe(false)
  expect(builds('background', 'popup')).toBe(false)
})
