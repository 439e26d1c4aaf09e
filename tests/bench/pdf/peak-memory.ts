import { readFileSync } from 'node:fs'

/**
 * The most memory that a process held, in megabytes, where the system tells (Linux); null elsewhere. Not the figure of
 * `process.resourceUsage()`: a child begins there with what its parent held.
 */
export function peakMemory(id: number | 'self'): number | null {
  if (process.platform !== 'linux') return null
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
