import { afterEach, describe, expect, it, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { createPreliminaryTeller, followPreliminary } from '#utils/browser/channels/preliminary.ts'
import type { Question } from '#utils/documents/types.ts'
import { firstOf } from '../../../entrypoints/reading/bounded.ts'

const questions = (count: number, characters = 10) =>
  Array.from({ length: count }, (_, order) => ({
    order,
    number: `${order + 1}`,
    question: 'x'.repeat(characters),
    answer: '',
    footnotes: [],
  })) as unknown as readonly Question[]

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function follow(job: string): number[] {
  const heard: number[] = []
  stops.push(followPreliminary(job, (found) => heard.push(found.length)))
  return heard
}

describe('what a reading has found so far', () => {
  it('is heard by those who follow it, and by those who come later', async () => {
    const teller = createPreliminaryTeller()
    stops.push(() => teller.end('one'))
    const early = follow('one')
    const other = follow('two')
    teller.tell('one', questions(2))
    teller.tell('one', questions(5))
    await vi.waitFor(() => expect(early.slice(0, 2)).toEqual([2, 5]))
    const late = follow('one')
    await vi.waitFor(() => expect(late).toEqual([5]))
    expect(other).toEqual([])
  })

  it('is nothing any more once the reading is over', async () => {
    const teller = createPreliminaryTeller()
    teller.tell('one', questions(2))
    teller.end('one')
    const late = follow('one')
    await aWhile(30)
    expect(late).toEqual([])
  })

  it('is told in part where it is much: as many whole records as there is room for', () => {
    expect(firstOf(questions(3))).toHaveLength(3)
    expect(firstOf(questions(9), { records: 4, characters: 1_000 })).toHaveLength(4)
    expect(firstOf(questions(9, 100), { records: 50, characters: 450 })).toHaveLength(4)
    expect(firstOf(questions(2_000))).toHaveLength(500)
  })
})
