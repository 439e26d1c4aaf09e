import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/programs.ts'

/** Where profiles of test browsers are made, under .output, where browsers in a sandbox (snap) may write too. */
export function profilesFolder(): string {
  const folder = process.env.KAMERLENS_PROFILES ?? join(root, '.output', 'profiles')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Takes away what runs have left whose process was ended before it could. */
function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Vitest's `globalSetup`: a run has a folder of profiles of its own, which goes at its end. The process of the tests
 * can't take the last one away itself: it is ended in half a second, with a browser in it that is still ending.
 */
export default function beginRun(): () => void {
  const all = profilesFolder()
  removeLeft(all)
  const folder = mkdtempSync(join(all, `run-${process.pid}-`))
  process.env.KAMERLENS_PROFILES = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
}
