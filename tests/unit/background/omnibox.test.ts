import '../browser/fake-browser.ts'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { locale } from '#locales/i18n.ts'
import { aWhile } from '#tests/a-while.ts'
import { openedPrivately } from '#utils/browser/session/private-openings.ts'
import { searchKept } from '#utils/database/library/search.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import {
  describeInXml,
  describePlainly,
  openingOfInput,
  type Search,
  type Suggestion,
  serveOmnibox,
  suggestionsFor,
} from '../../../entrypoints/background/controls/omnibox.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'
import { documentRow, questionRow } from '../database/rows.ts'

let db: KamerlensDatabase
const search: Search = (words, options) => searchKept(db, words, options)

beforeEach(async () => {
  fakeBrowser.reset()
  locale.set('nl')
  db = openTestDatabase()
  await db.documents.add(documentRow('2023D20951', { title: 'Jaarverslag <OCW> & «meer»', date: '2023-05-23' }))
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155', { question: 'Hoe staat het met\n stagediscriminatie?', code: '2023D19158' }),
    questionRow('2023D20951', 1, '156', { question: 'Wat kost de coördinatie?', code: '2023D19159' }),
  ])
  await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'Terugvragen "na" het congres' }, at(0))
})

const contents = async (text: string) =>
  (await suggestionsFor(db, search, text, describePlainly)).others.map(({ content }) => content)

describe('what is suggested', () => {
  test('for a code: the question that it is printed with, and the notes; Enter opens it', async () => {
    const { first, others } = await suggestionsFor(db, search, '2023d19 158', describePlainly)
    expect(first).toBe('2023D19158 openen')
    expect(others).toEqual([
      {
        content: 'document:2023D20951#0',
        description: 'Vraag 155: Hoe staat het met stagediscriminatie? · Jaarverslag <OCW> & «meer»',
      },
      { content: 'note:n1', description: 'Terugvragen "na" het congres · Notitie' },
    ])
  })

  test('for the code of a document that document, once, with its date in words', async () => {
    const { others } = await suggestionsFor(db, search, '2023D20951', describePlainly)
    expect(others).toEqual([
      { content: 'document:2023D20951', description: 'Jaarverslag <OCW> & «meer» · 23 mei 2023' },
    ])
  })

  test('for words what holds them all; Enter searches for them', async () => {
    const { first } = await suggestionsFor(db, search, ' coordinatie ', describePlainly)
    expect(first).toBe('Zoek «coordinatie» in wat u bewaart')
    expect(await contents('coordinatie')).toEqual(['document:2023D20951#1'])
    expect(await contents('congres')).toEqual(['note:n1'])
    expect(await contents('jaarverslag')).toEqual(['document:2023D20951'])
    expect(await contents('onbekend woord')).toEqual([])
  })

  test('for a dossier its number, for nothing what can be typed', async () => {
    expect((await suggestionsFor(db, search, '36 360 VIII', describePlainly)).first).toContain('openen')
    expect(await suggestionsFor(db, search, '  ', describePlainly)).toEqual({
      first: 'Typ een code, een dossier of woorden uit wat u bewaart',
      others: [],
    })
  })

  test('is no more than an address bar shows, however much fits', async () => {
    await db.documents.bulkAdd(
      Array.from({ length: 30 }, (_, index) => documentRow(`2023D3${1000 + index}`, { title: 'Verslag van iets' })),
    )
    await db.questions.bulkAdd(
      Array.from({ length: 30 }, (_, index) =>
        questionRow('2023D20951', 10 + index, String(index), { question: 'verslag' }),
      ),
    )
    expect((await contents('verslag')).length).toBe(6)
  })

  test('in Chromium is XML that holds, whatever stands in a text', async () => {
    const text = 'a < b && "c" \u0000\u0008\uffff \ud800 \'d\' </dim>'
    const described = describeInXml(text, '<script>')
    expect(described).toBe(
      'a &lt; b &amp;&amp; &quot;c&quot; \ufffd &apos;d&apos; &lt;/dim&gt; <dim>· &lt;script&gt;</dim>',
    )
    const { first, others } = await suggestionsFor(db, search, '<jaarverslag', describeInXml)
    expect(first).toBe('Zoek «&lt;jaarverslag» in wat u bewaart')
    expect(others).toEqual([])
    expect(describeInXml('x'.repeat(500)).length).toBeLessThan(130)
  })
})

describe('what is chosen', () => {
  test.each([
    ['document:2023D20951', { document: '2023D20951' }],
    ['document:2023D20951#12', { document: '2023D20951', question: 12 }],
    [`document:file:${'0'.repeat(64)}#3`, { document: `file:${'0'.repeat(64)}`, question: 3 }],
    ['note:b3a1c8f0-0000-4000-8000-000000000001', { passage: 'b3a1c8f0-0000-4000-8000-000000000001' }],
    ['36360-VIII-5', { code: 'kst-36360-VIII-5' }],
    ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html', { code: 'kst-36360-VIII-5' }],
    ['36 360 VIII', { code: 'dossier-36360-VIII' }],
    [' hoge uitval ', { search: 'hoge uitval' }],
    ['note: terugvragen', { search: 'note: terugvragen' }],
  ])('«%s» opens %o', (text, opening) => {
    expect(openingOfInput(text)).toEqual(opening)
  })

  test('nothing typed opens nothing in particular', () => {
    expect(openingOfInput('  ')).toBeNull()
  })
})

describe('in the address bar', () => {
  type Listener = (...args: unknown[]) => unknown
  let heard: Record<string, Listener>
  let update: ReturnType<typeof stubBrowser>
  let create: ReturnType<typeof stubBrowser>
  let first: string[]

  function serve(incognito = false) {
    heard = {}
    first = []
    for (const name of ['onInputStarted', 'onInputChanged', 'onInputEntered']) {
      stubBrowser('omnibox', name, () => {})
      const target = fakeBrowser as unknown as { omnibox: Record<string, unknown> }
      target.omnibox[name] = { addListener: (listener: Listener) => Object.assign(heard, { [name]: listener }) }
    }
    stubBrowser('omnibox', 'setDefaultSuggestion', async ({ description }: Suggestion) => first.push(description))
    stubBrowser('tabs', 'query', async () => [{ id: 7, incognito }])
    stubBrowser('windows', 'getAll', async () => [
      { id: 3, incognito: false },
      { id: 4, incognito: true },
    ])
    stubBrowser('windows', 'update', async () => {})
    update = stubBrowser('tabs', 'update', async () => {})
    create = stubBrowser('tabs', 'create', async () => {})
    serveOmnibox(db, search, describePlainly)
  }

  test('what is typed on ends the search for what stood there before', async () => {
    serve()
    const shown: string[][] = []
    const show = (suggestions: Suggestion[]) => shown.push(suggestions.map(({ content }) => content))
    heard.onInputStarted?.()
    heard.onInputChanged?.('con', show)
    heard.onInputChanged?.('congres', show)
    await vi.waitFor(() => expect(shown).toEqual([['note:n1']]))
    await aWhile(200)
    expect(shown).toEqual([['note:n1']])
    expect(first).toEqual([
      'Typ een code, een dossier of woorden uit wat u bewaart',
      'Zoek «con» in wat u bewaart',
      'Zoek «congres» in wat u bewaart',
    ])
  })

  test('Enter opens in this tab, with a key for it in another; beside a private window, whose history it does not reach', async () => {
    serve()
    await heard.onInputEntered?.('2023D19158', 'currentTab')
    expect(update).toHaveBeenCalledExactlyOnceWith(7, { url: '/library.html?code=2023D19158' })
    await heard.onInputEntered?.('document:2023D20951#1', 'newBackgroundTab')
    const url = '/library.html?document=2023D20951&question=1'
    expect(create).toHaveBeenLastCalledWith({ url, active: false })
    await heard.onInputEntered?.('', 'newForegroundTab')
    expect(create).toHaveBeenLastCalledWith({ url: '/library.html', active: true })
    serve(true)
    await heard.onInputEntered?.('2023D19158', 'currentTab')
    expect(update).not.toHaveBeenCalled()
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: expect.any(String), windowId: 3 })
    const [{ url: address } = { url: '' }] = (create.mock.calls[0] ?? []) as { url: string }[]
    expect(address).toMatch(/^\/library\.html\?private=[0-9a-f-]{36}$/)
    const { query } = await openedPrivately(new URL(address, 'https://x').search)
    expect(query).toBe('?code=2023D19158')
  })
})
