import { expect, test } from 'vitest'
import { publishedId } from '#utils/references/ids/senate-session.ts'

test.each([
  ['kst-20072008-LXI-A', 'kst-20072008-00LXI-A'],
  ['kst-20072008-LXIV-A', 'kst-20072008-0LXIV-A'],
  ['kst-20072008-00LXV-B', 'kst-20072008-00LXV-B'],
  ['kst-20072008-LIX-A', 'kst-20072008-LIX-A'],
  ['kst-20072008-31200-IX-A', 'kst-20072008-31200-IX-A'],
  ['kst-20062007-LIII-A', 'kst-20062007-LIII-A'],
  ['kst-20082009-LXXX-A', 'kst-LXXX-A'],
  ['kst-20082009-32024-C', 'kst-20082009-32024-C'],
  ['kst-20092010-LXXXIII-B', 'kst-20092010-LXXXIII-B'],
])('%s is published as %s', (cited, published) => {
  expect(publishedId(cited)).toBe(published)
})
