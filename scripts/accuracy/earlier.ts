import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sighting } from './detect.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const detect = fileURLToPath(new URL('./detect.ts', import.meta.url))
const largestOutput = 1024 * 1024 * 1024

/** Inside a git hook the environment names the repository and index of the commit under way: those are left alone. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: repository, env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
}

/**
 * What the detector of an earlier state finds in the same texts. It is checked out into a temporary worktree, which is
 * removed again, also after an error or Ctrl+C.
 */
export function sightingsAt(revision: string, texts: readonly string[]): Sighting[][] {
  const temporary = mkdtempSync(join(tmpdir(), 'kamerlens-accuracy-'))
  const worktree = join(temporary, 'checkout')
  // Ctrl+C ends the child below, whose end is an error here, so that what follows still cleans up.
  const wait = () => {}
  process.on('SIGINT', wait)
  try {
    git('worktree', 'add', '--detach', worktree, revision)
    return sightingsIn(worktree, texts)
  } finally {
    process.off('SIGINT', wait)
    try {
      git('worktree', 'remove', '--force', worktree)
    } catch {
      // It was never added; what git still knows of it is pruned below.
    }
    rmSync(temporary, { recursive: true, force: true })
    git('worktree', 'prune')
  }
}

/** The same for the checkout that this script belongs to. */
export function sightingsNow(texts: readonly string[]): Sighting[][] {
  return sightingsIn(repository, texts)
}

function sightingsIn(root: string, texts: readonly string[]): Sighting[][] {
  const child = spawnSync(process.execPath, [detect, root], {
    input: JSON.stringify(texts),
    maxBuffer: largestOutput,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.status !== 0) throw new Error(`the detector of ${root} ended with ${child.status ?? child.signal}`)
  return JSON.parse(child.stdout.toString('utf8'))
}
