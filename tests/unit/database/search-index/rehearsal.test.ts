import { expect, test } from 'vitest'
import { rehearse } from '#utils/database/search-index/rehearsal.ts'

test.each([
  ['one word', ['zorg'], 3],
  ['two words', ['toezicht', 'onderwijs'], 2],
  ['four words', ['een', 'lange', 'vraag', 'ook'], 2],
])('goes all the way to what is found: %s', async (_, words, times) => {
  const found = await rehearse(words, 10)
  expect(found).toHaveLength(times)
  for (const own of found) expect(own?.documents).toEqual([{ unit: 'd1', place: 0 }])
  for (const own of found.slice(0, 2)) {
    expect(own?.questions).toEqual([{ unit: 'd1', place: 1 }])
    expect(own?.notes.map(({ unit }) => unit)).toEqual(['n00000000-0000-0000-0000-000000000000'])
  }
})
