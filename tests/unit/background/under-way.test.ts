import { expect, test } from 'vitest'
import { type Batch, UnderWay } from '../../../entrypoints/background/codes/under-way.ts'

/** What is being asked for, each until it is let end. */
function rig() {
  const underWay = new UnderWay()
  const batches: Batch[] = []
  const ends: (() => void)[] = []
  const run = (batch: Batch) =>
    new Promise<void>((end) => {
      batches.push(batch)
      ends.push(end)
    })
  const ask = (...ids: string[]) => underWay.ask(ids, run)
  return { underWay, batches, ends, ask }
}

test('numbers go in one batch, all others each in one of its own, and nothing is asked for twice', () => {
  const { batches, ask } = rig()
  void ask('2023D19158', 'kst-36360-VIII-5', '2023Z08012')
  void ask('2023D19158', 'ah-tk-20222023-2345')
  void ask('2023Z08012')
  expect(batches.map(({ ids }) => ids)).toEqual([
    ['2023D19158', '2023Z08012'],
    ['kst-36360-VIII-5'],
    ['ah-tk-20222023-2345'],
  ])
})

test('a batch is ended once nobody wants any of its answers, and not before', () => {
  const { underWay, batches, ask } = rig()
  void ask('2023D19158', '2023Z08012')
  const [batch] = batches
  underWay.withdraw('2023D19158')
  expect([batch?.isWanted('2023D19158'), batch?.isWanted('2023Z08012')]).toEqual([false, true])
  expect(batch?.signal.aborted).toBe(false)
  underWay.withdraw('2023Z08012')
  expect(batch?.signal.aborted).toBe(true)
})

test('who asks again after a withdrawal begins anew, and the end of the first does not end the second', async () => {
  const { underWay, batches, ends, ask } = rig()
  const first = ask('2023D19158')
  underWay.withdraw('2023D19158')
  void ask('2023D19158')
  expect(batches).toHaveLength(2)
  ends[0]?.()
  await first
  expect(underWay.has('2023D19158')).toBe(true)
  underWay.withdrawAll()
  expect([underWay.has('2023D19158'), batches[1]?.signal.aborted]).toEqual([false, true])
})

test('an answer that has come makes room for a new wish, and whoever asked waits for the end', async () => {
  const { underWay, batches, ends, ask } = rig()
  let isOver = false
  const asked = ask('2023D19158').then(() => {
    isOver = true
  })
  batches[0]?.answered('2023D19158')
  expect(underWay.has('2023D19158')).toBe(false)
  await Promise.resolve()
  expect(isOver).toBe(false)
  ends[0]?.()
  await asked
})

test('of a long list some are asked about to their end before others are begun, and a list of another does not wait', async () => {
  const { underWay, batches, ends, ask } = rig()
  const ids = Array.from({ length: 6 }, (_, index) => `kst-36410-${index}`)
  void ask(...ids)
  const begun = () => batches.flatMap((batch) => batch.ids)
  expect(begun()).toEqual(ids.slice(0, 4))
  expect(ids.every((id) => underWay.has(id))).toBe(true)
  void ask('stb-2021-549')
  expect(begun().at(-1)).toBe('stb-2021-549')
  ends[1]?.()
  await expect.poll(begun).toEqual([...ids.slice(0, 4), 'stb-2021-549', 'kst-36410-4'])
})
