import { describe, expect, test } from 'vitest'
import type { Draft } from '#components/notes/draft-rows.ts'
import { draftKey, draftRows, leftoverDrafts } from '#components/notes/draft-rows.ts'
import { recoverDrafts } from '#components/notes/drafts.ts'
import type { SaveNote } from '#utils/browser/protocol/keeping.ts'

function memory(rows: Record<string, string> = {}) {
  const map = new Map(Object.entries(rows))
  return {
    get length() {
      return map.size
    },
    key: (index: number) => [...map.keys()][index] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

const draft: Draft = { noteId: 'n', target: '2023D19158', opened: 'een', sent: 'een twee', body: 'een twee drie' }
const key = draftKey('n', 'editor')

async function recover(left: Draft, texts: readonly string[], answer: 'ok' | 'quota' | 'lost' = 'ok', open = false) {
  const storage = memory()
  draftRows(storage, key).write(left)
  const sent: SaveNote[] = []
  const outcome = await recoverDrafts({
    storage,
    ifClosed: async (_, task) => (open ? undefined : task()),
    storedTexts: async () => texts,
    save: async (request) => {
      sent.push(request)
      if (answer === 'lost') throw new Error('lost')
      if (answer === 'quota') return { ok: false, error: 'quota' }
      return { ok: true, value: { note: {} as never, merged: false } }
    },
  })
  return { outcome, sent: sent.map(({ opened, body }) => [opened, body]), left: leftoverDrafts(storage).length }
}

describe('drafts of closed windows', () => {
  test.each([
    [
      'nothing was stored: both are sent as they were',
      [],
      [
        ['een', 'een twee'],
        ['een twee', 'een twee drie'],
      ],
    ],
    ['the text on its way was stored: only the rest is sent', ['een twee', 'een'], [['een twee', 'een twee drie']]],
    ['all was stored: nothing is sent', ['een twee drie', 'een'], []],
    ['all was stored and changed since: nothing is sent', ['iets anders', 'een twee drie'], []],
    ['all was stored and has grown since, without a history: nothing is sent', ['een twee drie vier'], []],
    [
      'another window stored: what was sent is sent again as it was',
      ['zes'],
      [
        ['een', 'een twee'],
        ['een twee', 'een twee drie'],
      ],
    ],
  ])('%s', async (_, texts, expected) => {
    const { sent, left } = await recover(draft, texts)
    expect(sent).toEqual(expected)
    expect(left).toBe(0)
  })

  test('a colour that was chosen last is sent, though the text is stored', async () => {
    const { sent } = await recover({ ...draft, colour: 'blue' }, ['een twee drie', 'een'])
    expect(sent).toEqual([['een twee drie', 'een twee drie']])
  })

  test('what a later version wrote beside a text is left out, and the text is saved', async () => {
    const storage = memory()
    storage.setItem(key, JSON.stringify({ ...draft, sent: null, tags: ['ocw'], mood: 'blij' }))
    const sent: SaveNote[] = []
    await recoverDrafts({
      storage,
      ifClosed: async (_, task) => task(),
      storedTexts: async () => [],
      save: async (request) => {
        sent.push(request)
        return { ok: true, value: { note: {} as never, merged: false } }
      },
    })
    expect(sent).toEqual([{ id: 'n', target: '2023D19158', opened: 'een', body: 'een twee drie', tags: ['ocw'] }])
  })

  test('a word half typed when its window closed does not come back beside the whole word', async () => {
    const half = { ...draft, opened: '', sent: 'hal', body: 'hallo' }
    expect((await recover(half, ['hallo allemaal'])).sent).toEqual([])
  })

  test('a sentence taken out when its window closed is still taken out, whatever was written since', async () => {
    const shorter = { ...draft, opened: 'een twee', sent: 'een twe', body: 'een' }
    expect((await recover(shorter, ['een twee drie'])).sent).toEqual([
      ['een twee', 'een twe'],
      ['een twe', 'een'],
    ])
  })

  test('a text taken back by hand is still saved, though the store has seen it before', async () => {
    const { sent } = await recover({ ...draft, sent: 'een twee', body: 'een' }, ['een twee', 'een'])
    expect(sent).toEqual([['een twee', 'een']])
  })

  test.each(['quota', 'lost'] as const)('a draft stays when the store does not take it (%s)', async (answer) => {
    const { outcome, left } = await recover(draft, [], answer)
    expect(outcome).toMatchObject({ saved: 0, failed: [draft] })
    expect(left).toBe(1)
  })

  test('the draft of an editor that is open somewhere is left to it', async () => {
    const { sent, left } = await recover(draft, [], 'ok', true)
    expect(sent).toEqual([])
    expect(left).toBe(1)
  })

  test('what its editor stored while it was still closing is not sent again', async () => {
    const storage = memory()
    draftRows(storage, key).write(draft)
    const sent: SaveNote[] = []
    const outcome = await recoverDrafts({
      storage,
      ifClosed: async (name, task) => {
        storage.removeItem(name)
        await task()
      },
      storedTexts: async () => [],
      save: async (request) => {
        sent.push(request)
        return { ok: true, value: { note: {} as never, merged: false } }
      },
    })
    expect(outcome).toEqual({ saved: 0, failed: [] })
    expect(sent).toEqual([])
  })

  test('the draft of another note does not wait for an editor that is still open', async () => {
    const storage = memory()
    draftRows(storage, draftKey('a', 'open')).write({ ...draft, noteId: 'a' })
    draftRows(storage, draftKey('b', 'closed')).write({ ...draft, noteId: 'b' })
    const stored = Promise.withResolvers<string>()
    void recoverDrafts({
      storage,
      ifClosed: (name, task) => (name.includes('open') ? new Promise(() => {}) : task()),
      storedTexts: async () => [],
      save: async (request) => {
        stored.resolve(request.id)
        return { ok: true, value: { note: {} as never, merged: false } }
      },
    })
    expect(await stored.promise).toBe('b')
  })

  test('a new note on a passage is sent with what it is on, whichever of its texts comes first', async () => {
    const quote = { exact: 'woorden', prefix: '', suffix: '', start: 0, end: 7 }
    const passage = { quote, url: 'https://www.tweedekamer.nl/', format: 'page' } as const
    const storage = memory()
    draftRows(storage, key).write({ ...draft, opened: '', passage })
    const sent: SaveNote[] = []
    await recoverDrafts({
      storage,
      ifClosed: (_, task) => task(),
      storedTexts: async () => [],
      save: async (request) => {
        sent.push(request)
        return { ok: true, value: { note: {} as never, merged: false } }
      },
    })
    expect(sent.map((request) => request.passage)).toEqual([passage, passage])
  })

  describe('of a long text', () => {
    const opened = 'woord '.repeat(20_000)
    const middle = (typed: string) => `${opened.slice(0, 60_000)}${typed}${opened.slice(60_000)}`
    const typed = (body: string, sent: string | null = null): Draft => ({ ...draft, opened, sent, body })

    test('come back whole, whichever of their rows was written last', () => {
      const storage = memory()
      const rows = draftRows(storage, key)
      const steps = [
        typed(middle('a')),
        typed(middle('ab'), middle('a')),
        { ...typed(middle('abc')), opened: middle('a'), colour: 'blue' as const },
        { ...typed(middle('abcd')), opened: middle('a') },
        { ...typed(''), opened: middle('a') },
        typed(opened, opened),
        { ...typed('kort'), opened: '' },
        typed(middle('\ud83d')),
        typed(middle('\ud83d\ude00')),
      ]
      for (const step of steps) {
        rows.write(step)
        expect(leftoverDrafts(storage)).toEqual([{ key, draft: step }])
      }
      rows.remove()
      expect(storage.length).toBe(0)
    })

    test('are written whole again where everything was erased meanwhile', () => {
      const storage = memory()
      const rows = draftRows(storage, key)
      rows.write(typed(middle('a')))
      rows.write(typed(middle('ab')))
      while (storage.length > 0) storage.removeItem(storage.key(0) ?? '')
      rows.write(typed(middle('abc')))
      expect(leftoverDrafts(storage)).toEqual([{ key, draft: typed(middle('abc')) }])
    })

    test('a key costs a short row', () => {
      const storage = memory()
      const written: number[] = []
      const watched = {
        ...storage,
        setItem: (name: string, value: string) => {
          written.push(value.length)
          storage.setItem(name, value)
        },
      }
      const rows = draftRows(watched, key)
      for (const body of ['a', 'ab', 'abc']) rows.write(typed(middle(body), middle('a')))
      expect(written[0]).toBeGreaterThan(opened.length)
      expect(Math.max(...written.slice(1))).toBeLessThan(500)
    })

    test('a row of changes to an opened text that has been replaced since does not count', () => {
      const storage = memory()
      const rows = draftRows(storage, key)
      rows.write(typed(middle('a')))
      rows.write(typed(middle('ab')))
      // The window was ended between the two rows.
      const stopping = {
        ...storage,
        setItem: (name: string, value: string) => name === key && storage.setItem(name, value),
      }
      const later = { ...typed(middle('abc')), opened: middle('ab') }
      rows.write(later)
      expect(leftoverDrafts(storage)).toEqual([{ key, draft: later }])
      draftRows(stopping, key).write(typed(middle('x')))
      expect(leftoverDrafts(storage)[0]?.draft.opened).toBe(opened)
    })
  })

  test('rows that are no drafts are left alone', () => {
    const storage = memory({ theme: 'dark', [draftKey('x', '1')]: '{"noteId":1}', [draftKey('x', '2')]: 'nonsense' })
    expect(leftoverDrafts(storage)).toEqual([])
    expect(storage.length).toBe(3)
  })

  test('a full storage is told, not thrown', () => {
    const full = {
      ...memory(),
      length: 0,
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(draftRows(full, key).write(draft)).toBe(false)
  })
})
