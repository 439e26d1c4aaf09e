import { beforeEach, describe, expect, test } from 'vitest'
import { createAutosave } from '#components/notes/autosave.ts'
import type { AutosaveOptions, SaveStatus } from '#components/notes/autosave-options.ts'
import type { Draft } from '#components/notes/draft-rows.ts'
import { longestHalf } from '#components/notes/save-pace.ts'
import type { SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { NoteRow, Passage } from '#utils/database/schema.ts'
import { mergeTexts } from '#utils/notes/merge.ts'

/** A background whose answers are given by hand, in any order and as late as the test wants. */
class Background {
  readonly requests: SaveNote[] = []
  readonly #answers: { resolve: (answer: Result<SavedNote>) => void; reject: (error: Error) => void }[] = []
  version = 0

  save = (request: SaveNote): Promise<Result<SavedNote>> => {
    this.requests.push(request)
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }))
  }

  async answer(body?: string): Promise<void> {
    const at = this.requests.length - this.#answers.length
    const sent = this.requests[at]?.body ?? ''
    this.version += 1
    const stored = body ?? sent
    this.#answers.shift()?.resolve({ ok: true, value: { note: row(stored, this.version), merged: stored !== sent } })
    await settle()
  }

  async refuse(error: StoreError): Promise<void> {
    this.#answers.shift()?.resolve({ ok: false, error })
    await settle()
  }

  async loseAnswer(): Promise<void> {
    this.#answers.shift()?.reject(new Error('the background was stopped'))
    await settle()
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

function row(body: string, version: number): NoteRow {
  return {
    id: 'n',
    target: '2023D19158',
    type: 'document',
    body,
    version,
    places: [],
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: '2023-05-23T09:00:00.000Z',
  }
}

let background: Background
let draft: Draft | null
let statuses: SaveStatus[]
let field: string
let merges: (readonly [before: string, after: string])[]
let timers: { task: () => void; after: number }[]

function editor(more: Partial<AutosaveOptions> = {}) {
  field = more.opened ?? ''
  return createAutosave({
    noteId: 'n',
    target: '2023D19158',
    opened: '',
    version: 0,
    tags: [],
    save: background.save,
    writeDraft: (written) => {
      draft = written
      return true
    },
    removeDraft: () => {
      draft = null
    },
    merge: mergeTexts,
    onText: (text) => {
      field = text
    },
    onMerged: (before, after) => merges.push([before, after]),
    onStatus: (status) => statuses.push(status),
    now: () => new Date('2023-05-23T14:02:00'),
    wait: (task, after) => {
      const timer = { task, after }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    ...more,
  })
}

const status = () => statuses.at(-1)?.type

beforeEach(() => {
  background = new Background()
  merges = []
  draft = null
  statuses = []
  timers = []
})

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

describe('typing', () => {
  test('each change is in the draft before anything else happens, and is sent at once', () => {
    const autosave = editor()
    autosave.edit('a', [])
    expect(draft).toMatchObject({ noteId: 'n', target: '2023D19158', opened: '', body: 'a' })
    expect(background.requests).toMatchObject([{ id: 'n', opened: '', body: 'a' }])
  })

  test('while an answer is on its way nothing is sent; then the newest text alone is', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.edit('ab', [])
    autosave.edit('abc', [])
    expect(background.requests).toHaveLength(1)
    await background.answer()
    expect(background.requests).toMatchObject([{ body: 'a' }, { opened: 'a', body: 'abc' }])
  })

  test('«bewaard» and the end of the draft come only when the answered text is the one in the field', async () => {
    const autosave = editor()
    autosave.edit('a', [])
    autosave.edit('ab', [])
    await background.answer()
    expect(status()).toBe('typing')
    expect(draft).toMatchObject({ opened: 'a', body: 'ab' })
    await background.answer()
    expect(statuses.at(-1)).toEqual({ type: 'saved', at: new Date('2023-05-23T14:02:00') })
    expect(draft).toBeNull()
  })

  describe('in a long text', () => {
    const long = 'woord '.repeat(20_000)
    const begun = async (more: Partial<AutosaveOptions> = {}) => {
      const autosave = editor({ opened: long, version: 1, ...more })
      autosave.edit(`${long}a`, [])
      await background.answer()
      return autosave
    }

    test('what is typed after a save is in the draft at once, and is sent a second later', async () => {
      const autosave = await begun()
      autosave.edit(`${long}ab`, [])
      autosave.edit(`${long}abc`, [])
      expect(draft).toMatchObject({ opened: `${long}a`, body: `${long}abc` })
      expect(background.requests).toHaveLength(1)
      expect(timers.map(({ after }) => after)).toEqual([1000])
      timers[0]?.task()
      expect(background.requests.slice(1)).toMatchObject([{ opened: `${long}a`, body: `${long}abc` }])
      await background.answer()
      expect(status()).toBe('saved')
      expect(draft).toBeNull()
    })

    test('whoever leaves or waits for it has it sent at once', async () => {
      const autosave = await begun()
      autosave.edit(`${long}ab`, [])
      const stored = autosave.settled()
      expect(background.requests.at(-1)?.body).toBe(`${long}ab`)
      await background.answer()
      expect(await stored).toBe(true)
      autosave.edit(`${long}abc`, [])
      autosave.leave()
      expect(background.requests.at(-1)?.body).toBe(`${long}abc`)
    })

    test('what is taken back in the pause leaves no draft', async () => {
      const autosave = await begun()
      autosave.edit(`${long}ab`, [])
      autosave.edit(`${long}a`, [])
      timers[0]?.task()
      expect(background.requests).toHaveLength(1)
      expect(status()).toBe('saved')
      expect(draft).toBeNull()
    })

    test('where no draft can be written there is no pause', async () => {
      const autosave = await begun({ writeDraft: () => false })
      autosave.edit(`${long}ab`, [])
      expect(background.requests.at(-1)?.body).toBe(`${long}ab`)
    })

    test('nor after the answer to a save while which it could not be written', async () => {
      const autosave = editor({ opened: long, version: 1, writeDraft: () => false })
      autosave.edit(`${long}a`, [])
      autosave.edit(`${long}ab`, [])
      await background.answer()
      expect(background.requests.at(-1)?.body).toBe(`${long}ab`)
    })
  })

  test('typing something and taking it back needs no save and leaves no draft', async () => {
    const autosave = editor({ opened: 'a', version: 1 })
    autosave.edit('ab', [])
    autosave.edit('a', [])
    await background.answer()
    await background.answer()
    expect(background.requests.map(({ body }) => body)).toEqual(['ab', 'a'])
    expect(draft).toBeNull()
  })

  test('tags are sent with what they were before, and only when they were touched', async () => {
    const autosave = editor({ opened: 'a', version: 1, tags: ['oud'] })
    autosave.edit('a', ['oud', 'nieuw'])
    expect(background.requests[0]).toMatchObject({ body: 'a', tags: ['oud', 'nieuw'], openedTags: ['oud'] })
    await background.answer()
    autosave.edit('ab', ['oud', 'nieuw'])
    expect(background.requests[1]).not.toHaveProperty('tags')
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

describe('a colour', () => {
  test('is sent once, beside the text, and not again with the next one', async () => {
    const autosave = editor()
    autosave.paint('blue')
    expect(background.requests).toMatchObject([{ body: '', colour: 'blue' }])
    await background.answer()
    autosave.edit('a', [])
    expect(background.requests[1]).not.toHaveProperty('colour')
    expect(draft).not.toHaveProperty('colour')
  })

  test('lies in the draft until it is stored, and is taken away with null', async () => {
    const autosave = editor({ opened: 'a', version: 1, colour: 'green' })
    autosave.paint(null)
    expect(draft).toMatchObject({ body: 'a', colour: null })
    autosave.leave()
    expect(background.requests).toMatchObject([{ colour: null }, { colour: null }])
    await background.answer()
    expect(draft).toBeNull()
  })

  test('of another window is followed while nothing waits here', () => {
    const seen: (string | null)[] = []
    const autosave = editor({ opened: 'a', version: 1, onText: (_, __, colour) => seen.push(colour) })
    autosave.stored({ body: 'a', version: 2, colour: 'pink' }, [])
    autosave.stored({ body: 'a', version: 3 }, [])
    expect(seen).toEqual(['pink', null])
  })
})

describe('a sign that is being composed', () => {
  test('is in the draft alone until it is whole, also where an answer comes meanwhile', async () => {
    const autosave = editor()
    autosave.edit('caf', [])
    autosave.edit('caf´', [], true)
    await background.answer()
    expect(background.requests.map(({ body }) => body)).toEqual(['caf'])
    expect([draft?.body, status()]).toEqual(['caf´', 'typing'])
    autosave.edit('café', [])
    expect(background.requests.map(({ body }) => body)).toEqual(['caf', 'café'])
    await background.answer()
    expect([draft, status()]).toEqual([null, 'saved'])
  })

  test('is sent as it stands where nobody goes on with it, and what it becomes then is sent as ever', async () => {
    const autosave = editor({ opened: 'caf', version: 1 })
    autosave.edit('caf´', [], true)
    autosave.edit('caf´´', [], true)
    expect(background.requests).toEqual([])
    // Each key begins the time anew.
    expect(timers.map(({ after }) => after)).toEqual([longestHalf])
    timers[0]?.task()
    expect(background.requests).toMatchObject([{ opened: 'caf', body: 'caf´´' }])
    await background.answer()
    expect([draft, status()]).toEqual([null, 'saved'])
    autosave.edit('café', [], true)
    autosave.edit('café', [])
    await background.answer()
    expect(background.requests.map(({ body }) => body)).toEqual(['caf´´', 'café'])
    expect([draft, status(), timers]).toEqual([null, 'saved', []])
  })

  test('is sent with all else where the window closes, where somebody waits for it, and where no draft has it', async () => {
    const closing = editor()
    closing.edit('´', [], true)
    closing.leave()
    const waited = editor()
    waited.edit('`', [], true)
    void waited.settled()
    editor({ writeDraft: () => false }).edit('^', [], true)
    expect(background.requests.map(({ body }) => body)).toEqual(['´', '`', '^'])
  })
})
