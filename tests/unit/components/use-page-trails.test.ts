import { expect, test } from 'vitest'
import type { Destination } from '#components/papers/destination.ts'
import { withTrail } from '#components/popup/use-page-trails.ts'

const note: Destination = { type: 'note', id: 'n' }

test('a page that nothing is open at takes no room, and the ones left longest ago are forgotten', () => {
  let trails: ReadonlyMap<string, readonly Destination[]> = new Map()
  for (let page = 0; page < 100; page += 1) trails = withTrail(trails, String(page), [note])
  expect(trails.size).toBe(40)
  expect([...trails.keys()].at(0)).toBe('60')
  trails = withTrail(trails, '60', [note, note])
  trails = withTrail(trails, 'new', [note])
  expect(trails.get('60')).toEqual([note, note])
  expect(trails.has('61')).toBe(false)
  expect(withTrail(trails, '60', []).has('60')).toBe(false)
})
