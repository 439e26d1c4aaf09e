import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../scripts/programs.ts'

/** Modules of ours that a module has run before itself, by their paths from the root; those that are loaded later are not among them. */
function importedBy(entry: string): readonly string[] {
  const all = new Set<string>()
  const look = (path: string): void => {
    if (all.has(path)) return
    all.add(path)
    if (!/\.tsx?$/.test(path)) return
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, from, alone] of text.matchAll(
      /^(?:import|export)\s+(?!type\b)[^'"]*?\bfrom '([^']+)'|^import '([^']+)'/gm,
    )) {
      const name = from ?? alone ?? ''
      if (name.startsWith('#')) look(name.slice(1))
      else if (name.startsWith('.')) look(relative(root, join(root, dirname(path), name)))
    }
  }
  look(entry)
  return [...all].sort()
}

const first = importedBy('entrypoints/popup/main.tsx')

test('the popup draws its first screen without what is kept, what is cited and what the services say', () => {
  expect(first).toContain('components/popup/page-codes.tsx')
  const needless =
    /^utils\/(?:database\/(?!rows\/under-way)|citations\/(?!form-names)|(?:sources|documents|search|notes|dom)\/)/
  expect(first.filter((path) => needless.test(path))).toEqual([])
})

test('of the texts it has those of the first screen, and of errors, since a way back may fail before anything else is loaded', () => {
  const texts = first.filter((path) => path.startsWith('locales/'))
  expect(texts).toEqual(['locales/common.ts', 'locales/errors.ts', 'locales/i18n.ts', 'locales/popup.ts'])
})

test('what it asks the browser first is asked by a script that has nothing else in it', () => {
  expect(importedBy('entrypoints/popup-questions.ts')).toEqual([
    'entrypoints/popup-questions.ts',
    'utils/browser/first-answers.ts',
    'utils/browser/settings/managed.ts',
  ])
})
