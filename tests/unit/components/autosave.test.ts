import { beforeEach, describe, expect, test } from 'vitest'
import type { AutosaveOptions } from '#components/notes/autosave-options.ts'
import { longestHalf } from '#components/notes/save-pace.ts'
import { background, beginAnew, draft, editor, status, statuses, timers } from './autosave-rig.ts'

beforeEach(beginAnew)

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
