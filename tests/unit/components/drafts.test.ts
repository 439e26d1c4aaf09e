import { describe, expect, test } from 'vitest'
import type { Draft } from '#components/autosave.ts'
import { draftKey, leftoverDrafts, recoverDrafts, writeDraft } from '#components/drafts.ts'
import type { SaveNote } from '#utils/browser/protocol.ts'

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
  writeDraft(storage, key, left)
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
    writeDraft(storage, key, draft)
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
    writeDraft(storage, draftKey('a', 'open'), { ...draft, noteId: 'a' })
    writeDraft(storage, draftKey('b', 'closed'), { ...draft, noteId: 'b' })
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
    writeDraft(storage, key, { ...draft, opened: '', passage })
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
    expect(writeDraft(full, key, draft)).toBe(false)
  })
})
