import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/programs.ts'

/** Where profiles of test browsers are made, under .output, where browsers in a sandbox (snap) may write too. */
export function profilesFolder(): string {
  const folder = process.env.KAMERLENS_PROFILES ?? join(root, '.output', 'profiles')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * Vitest's `globalSetup`: a run has a folder of profiles of its own, which goes at its end. The process of the tests
 * can't take the last one away itself: it is ended in half a second, with a browser in it that is still ending.
 */
export default function beginRun(): () => void {
  const folder = mkdtempSync(join(profilesFolder(), 'run-'))
  process.env.KAMERLENS_PROFILES = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
}
