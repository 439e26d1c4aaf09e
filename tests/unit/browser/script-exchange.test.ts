import { expect, test } from 'vitest'
import { deliver, receive } from '../../../entrypoints/page.content/script-exchange.ts'

/** The background, which puts the script there when a test lets it. */
function background(brought: unknown) {
  let put = (_: boolean) => {}
  const answered = new Promise<boolean>((resolve) => {
    put = resolve
  })
  return {
    put: () => answered,
    answer: (there = true) => {
      if (there) deliver('finder', brought)
      put(there)
    },
  }
}

test('what a script brings comes to who waits for it, and is kept by nobody', async () => {
  const { put, answer } = background('brought')
  const received = receive('finder', put)
  answer()
  expect(await received).toBe('brought')
  expect(Reflect.has(globalThis, Symbol.for('kamerlens.finder'))).toBe(false)
  expect(() => deliver('finder', 'nobody waits')).not.toThrow()
})

test('a script that is refused is lost', async () => {
  const { put, answer } = background('brought')
  const received = receive('finder', put)
  answer(false)
  await expect(received).rejects.toThrow('could not be loaded')
})

test('an instance that ended another, whose script is still on its way, gets its own', async () => {
  const [former, latter] = [background('for the former'), background('for the latter')]
  const lost = receive('finder', former.put)
  const received = receive('finder', latter.put)
  former.answer(false)
  await expect(lost).rejects.toThrow('could not be loaded')
  latter.answer()
  expect(await received).toBe('for the latter')
  expect(Reflect.has(globalThis, Symbol.for('kamerlens.finder'))).toBe(false)
})
