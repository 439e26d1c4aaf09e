import { describe, expect, it } from 'vitest'
import { ownScript } from '#utils/browser/workers/trusted-types.ts'

describe('the policy for workers', () => {
  it('passes our own workers and nothing else', () => {
    for (const worker of ['/reading.js', '/pdf-worker.js']) expect(ownScript(worker)).toBe(worker)
    for (const address of ['/popup.js', 'https://example.org/reading.js', '/reading.js?x', 'data:,1', 'blob:x']) {
      expect(() => ownScript(address)).toThrow(TypeError)
    }
  })
})
