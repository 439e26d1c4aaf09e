import { vi } from 'vitest'

/** Waits until a check holds: as long as a page on a busy machine may take, and not the second that Vitest gives. */
export function soon(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await check()), { timeout: 6000 })
}
