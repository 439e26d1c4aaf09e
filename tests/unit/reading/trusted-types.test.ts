import { describe, expect, it } from 'vitest'
import { ownScript } from '#utils/browser/trusted-types.ts'

describe('the policy for workers', () => {
  it('passes our own workers and nothing else', () => {
    expect(ownScript('/reading.js')).toBe('/reading.js')
    for (const address of ['/popup.js', 'https://example.org/reading.js', '/reading.js?x', 'data:,1', 'blob:x']) {
      expect(() => ownScript(address)).toThrow(TypeError)
    }
  })
})
