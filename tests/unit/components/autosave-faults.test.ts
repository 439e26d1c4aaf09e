import { beforeEach, describe, expect, test } from 'vitest'
import type { Passage } from '#utils/database/schema.ts'
import { background, beginAnew, draft, editor, field, merges, status, statuses, timers } from './autosave-rig.ts'

beforeEach(beginAnew)

describe('a row that the store lost', () => {
  const passage: Passage = { quote: { exact: 'woorden', prefix: '', suffix: '', start: 0, end: 7 }, format: 'page' }
  const kept = { opened: 'eerste', version: 5, tags: ['ocw'], colour: 'green', passage } as const

  test('is not said to be saved, and the next save brings all of it back', async () => {
    const autosave = editor(kept)
    autosave.edit('eerste en', ['ocw'])
    await background.answer()
    expect(status()).toBe('saved')
    expect(background.requests[0]).not.toHaveProperty('passage')
    autosave.gone()
    expect(status()).toBe('gone')
    expect(await autosave.settled()).toBe(true)
    expect([status(), background.requests.length]).toEqual(['gone', 1])
    autosave.edit('eerste en meer', ['ocw'])
    const whole = { opened: 'eerste en', body: 'eerste en meer', tags: ['ocw'], colour: 'green', passage }
    expect(background.requests.at(-1)).toMatchObject(whole)
    expect(background.requests.at(-1)).not.toHaveProperty('openedTags')
    expect(draft).toMatchObject(whole)
    background.version = 0
    await background.answer()
    expect(status()).toBe('saved')
    // It counts anew, and another window's edits of it are followed again.
    autosave.stored({ body: 'van elders', version: 2 }, [])
    expect(field).toBe('van elders')
  })

  test('is not made anew by an editor that only closes', async () => {
    const autosave = editor(kept)
    autosave.gone()
    autosave.leave()
    expect(background.requests).toEqual([])
  })

  test('is not said to be saved by an answer that was on its way before, nor by one that stored nothing', async () => {
    const autosave = editor(kept)
    autosave.edit('eerste en', ['ocw'])
    autosave.gone()
    await background.answer()
    expect(status()).toBe('gone')
    background.version = -1
    autosave.edit('', [])
    await background.answer()
    expect(status()).toBe('gone')
  })

  test('with all else that was erased is not brought back by a save that was on its way', async () => {
    const autosave = editor(kept)
    autosave.edit('eerste en', ['ocw'])
    await background.refuse('erased')
    expect(status()).toBe('gone')
    expect([field, draft, timers.length]).toEqual(['eerste', null, 0])
    autosave.leave()
    expect(background.requests).toHaveLength(1)
    autosave.edit('eerste en meer', ['ocw'])
    expect(background.requests.at(-1)).toMatchObject({ opened: 'eerste en', tags: ['ocw'], colour: 'green', passage })
  })

  test('that comes back is followed as before', async () => {
    const autosave = editor(kept)
    autosave.gone()
    autosave.stored({ body: 'eerste', colour: 'green', version: 6 }, ['ocw'])
    expect(status()).toBe('untouched')
    autosave.edit('eerste en', ['ocw'])
    expect(background.requests.at(-1)).not.toHaveProperty('tags')
  })
})

describe('failure', () => {
  test('a refused save keeps draft and text, says why, and the next change is sent', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    await background.refuse('quota')
    expect(statuses.at(-1)).toEqual({ type: 'failed', error: 'quota' })
    expect(draft).toMatchObject({ body: 'a' })
    autosave.edit('ab', [])
    expect(background.requests[1]).toMatchObject({ opened: '', body: 'ab' })
    await background.answer()
    expect(status()).toBe('saved')
    expect(draft).toBeNull()
  })

  test('it is tried again by itself, less and less often', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    const delays: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await background.refuse('database-unavailable')
      const timer = timers.pop()
      delays.push(timer?.after ?? 0)
      timer?.task()
    }
    expect(delays).toEqual([1_000, 3_000, 10_000, 30_000, 30_000, 30_000])
    await background.answer()
    expect(status()).toBe('saved')
  })

  test('what would fail again is not tried again by itself', async () => {
    editor().edit('a', [])
    await background.refuse('newer-database')
    expect(timers).toEqual([])
  })

  test('a lost answer is followed by the same request, not by a rival edit', async () => {
    const autosave = editor()
    autosave.edit('abc', [])
    autosave.edit('abcd', [])
    await background.loseAnswer()
    expect(draft).toMatchObject({ opened: '', sent: 'abc', body: 'abcd' })
    autosave.retry()
    expect(background.requests[1]).toEqual(background.requests[0])
    await background.answer()
    expect(background.requests[2]).toMatchObject({ opened: 'abc', body: 'abcd' })
    await background.answer()
    expect(draft).toBeNull()
  })

  test('an answer that never comes counts as lost after a while: the save is repeated without alarming the user', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.edit('ab', [])
    expect(timers.map(({ after }) => after)).toEqual([4_000])
    timers.pop()?.task()
    expect(status()).toBe('typing')
    timers.pop()?.task()
    expect(background.requests).toMatchObject([{ body: 'a' }, { body: 'a' }])
    // The answer to the first comes after all: it counts for nothing, the second one's does.
    await background.answer()
    expect(background.requests).toHaveLength(2)
    await background.answer()
    expect(background.requests[2]).toMatchObject({ opened: 'a', body: 'ab' })
    await background.answer()
    expect(status()).toBe('saved')
    expect(timers).toEqual([])
  })

  test('when it is lost again the user is told', async () => {
    editor().edit('a', [])
    await background.loseAnswer()
    expect(status()).toBe('typing')
    timers.pop()?.task()
    await background.loseAnswer()
    expect(statuses.at(-1)).toEqual({ type: 'failed', error: 'unknown' })
  })

  test('«settled» tells whether all is stored', async () => {
    const autosave = editor()
    expect(await autosave.settled()).toBe(true)
    autosave.edit('a', [])
    const first = autosave.settled()
    await background.refuse('quota')
    expect(await first).toBe(false)
    const second = autosave.settled()
    await background.answer()
    expect(await second).toBe(true)
  })
})

describe('two windows', () => {
  test('a merged answer comes into the field', async () => {
    const autosave = editor({ opened: 'een\ntwee', version: 1 })
    autosave.edit('een!\ntwee', [])
    await background.answer('een!\ntwee\ndrie')
    expect(field).toBe('een!\ntwee\ndrie')
    expect(autosave.text).toBe('een!\ntwee\ndrie')
    expect(draft).toBeNull()
    expect(status()).toBe('saved')
  })

  test('a merged answer that comes while one types on keeps both and saves the sum', async () => {
    const autosave = editor({ opened: 'een\ntwee\n', version: 1 })
    autosave.edit('een a\ntwee\n', [])
    autosave.edit('een ab\ntwee\n', [])
    await background.answer('een a\ntwee\ndrie')
    expect(field).toBe('een ab\ntwee\ndrie')
    expect(merges).toEqual([['een ab\ntwee\n', 'een ab\ntwee\ndrie']])
    expect(background.requests[1]).toMatchObject({ opened: 'een a\ntwee\ndrie', body: 'een ab\ntwee\ndrie' })
  })

  test('another window’s text is followed while nothing waits here', () => {
    const autosave = editor({ opened: 'a', version: 1 })
    autosave.stored({ body: 'b', version: 2 }, ['x'])
    expect(field).toBe('b')
    autosave.edit('bc', ['x'])
    expect(background.requests[0]).toMatchObject({ opened: 'b', body: 'bc' })
    expect(background.requests[0]).not.toHaveProperty('tags')
  })

  test('it does not replace what is being typed, and is followed after that was saved', async () => {
    const autosave = editor({ opened: 'a', version: 1 })
    autosave.edit('ab', [])
    autosave.stored({ body: 'z', version: 5 }, [])
    expect(autosave.text).toBe('ab')
    background.version = 1
    await background.answer()
    expect(field).toBe('z')
  })

  test('an older sight of our own text is not taken for another window’s', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    await background.answer()
    autosave.edit('ab', [])
    await background.answer()
    autosave.stored({ body: 'a', version: 1 }, [])
    expect(autosave.text).toBe('ab')
  })
})

describe('closing', () => {
  test('the last text is sent on top of the one on its way', () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.edit('ab', [])
    autosave.leave()
    expect(background.requests[1]).toMatchObject({ opened: 'a', body: 'ab' })
    expect(draft).toMatchObject({ opened: '', sent: 'a', body: 'ab' })
  })

  test('a text that is on its way is not sent twice', () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.leave()
    expect(background.requests).toHaveLength(1)
    expect(draft).toMatchObject({ body: 'a' })
  })

  test('a request without an answer goes first', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.edit('ab', [])
    await background.loseAnswer()
    autosave.leave()
    expect(background.requests.slice(1)).toMatchObject([
      { opened: '', body: 'a' },
      { opened: 'a', body: 'ab' },
    ])
  })

  test('nothing is sent when nothing is left', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    await background.answer()
    autosave.leave()
    expect(background.requests).toHaveLength(1)
  })
})
