import { expect, test } from 'vitest'
import { keyName } from '#components/options/key-name.ts'

test.each([
  ['Alt+Period', 'Alt+.'],
  ['Ctrl+Shift+Comma', 'Ctrl+Shift+,'],
  ['Alt+Shift+K', 'Alt+Shift+K'],
  ['⌥.', '⌥.'],
  ['', ''],
])('%s is shown as %s', (shortcut, shown) => {
  expect(keyName(shortcut)).toBe(shown)
})
