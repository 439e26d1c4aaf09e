import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../scripts/browsers.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kamerlens-browsers-'))
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** A program of this name that prints a line and ends so. */
function program(name: string, line: string, code = 0): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\necho '${line}'\nexit ${code}\n`)
  chmodSync(path, 0o755)
  return path
}

const find = () => findBrowser('edge', () => undefined)

test.skipIf(process.platform === 'win32')('the first program that runs and is new enough is the browser', async () => {
  program('microsoft-edge', 'error while loading libnss3.so.1.2', 127)
  const path = program('microsoft-edge-stable', 'Microsoft Edge 150.0.1.2')
  expect(await find()).toEqual({ name: 'edge', family: 'chromium', path, version: '150.0.1.2' })
  program('microsoft-edge', 'Microsoft Edge 99.1')
  expect(await find()).toMatchObject({ path })
})

test.skipIf(process.platform === 'win32')('one that is too old, or none, is told in a sentence', async () => {
  const path = program('chosen', 'Microsoft Edge 99.1')
  vi.stubEnv('KAMERLENS_EDGE', path)
  await expect(find()).rejects.toThrow(
    `was found (${path} is 99.1): install it, or name its program in KAMERLENS_EDGE.`,
  )
  program('chosen', 'requires the snap to be installed', 1)
  await expect(find()).rejects.toThrow(/^No Chromium, Chrome or Edge from version 140 on was found: install it/)
})
