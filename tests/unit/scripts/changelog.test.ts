import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newestVersion, versionsIn } from '../../../scripts/changelog.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('the changelog’s newest version is that of the package, and each is newer than the next', () => {
  const changelog = read('CHANGELOG.md')
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(newestVersion(changelog)).toBe(version)
  const versions = versionsIn(changelog) ?? []
  const newer = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true }) > 0
  expect(versions.every((one, index) => index === 0 || newer(versions[index - 1] ?? '', one))).toBe(true)
})

test('headings that are neither a version with its day nor what is not released are told', () => {
  expect(versionsIn('## [Unreleased]\n\n## [1.2.0] - 2026-02-03\n### Added\n## [1.1.9] - 2026-01-01')).toEqual([
    '1.2.0',
    '1.1.9',
  ])
  expect(versionsIn('## 1.2.0')).toBeNull()
  expect(versionsIn('## [1.2.0]')).toBeNull()
})
