import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Whether this user owns the home that is named, and may write to it. */
function isOwn(home: string): boolean {
  try {
    accessSync(home, constants.W_OK)
    return process.getuid === undefined || statSync(home).uid === process.getuid()
  } catch {
    return false
  }
}

/**
 * The environment that Firefox is started in. It waits for good where it may not write to the home, and refuses to run for
 * root in that of another user (as in some containers of CI): there its home is a folder beside its profile.
 */
export function environmentOf(profile: string): NodeJS.ProcessEnv {
  if (isOwn(homedir())) return process.env
  const home = join(profile, 'home')
  mkdirSync(home, { recursive: true })
  return { ...process.env, HOME: home }
}
