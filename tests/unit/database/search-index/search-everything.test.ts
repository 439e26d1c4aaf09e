import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, onTestFinished, test } from 'vitest'
import { saveNote } from '#utils/database/notes/notes.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { type EverythingFound, searchEverything } from '#utils/database/search-index/search-everything.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import type { DocumentFacts } from '#utils/documents/types.ts'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import { idleJournal } from '../idle-journal.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { indexOf, unreadyIndex } from './searched.ts'

const facts: DocumentFacts = {
  type: 'answers',
  askedBy: [{ name: 'Daniëlle Jansen', party: 'Nieuw Sociaal Contract' }],
  answeredBy: [{ name: 'Agema', function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' }],
  askedOn: '2024-10-30',
  answeredOn: '2024-11-19',
  dossier: null,
  subject: 'wachtlijsten',
  printedIds: [],
}

async function filled() {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D20951', { title: 'Jaarverslag OCW 2022', date: '2023-05-23', dossier: '36360-VIII' }),
    documentRow('2024D40000', { title: 'Wachtlijsten in de jeugdzorg', facts }),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155', { question: 'Kunt u een stand van zaken geven?', answer: '' }),
    questionRow('2023D20951', 1, '156', { question: 'Welke zaken van de stand kent u?', answer: 'Geen.' }),
    questionRow('2024D40000', 0, '1', { question: 'Hoe lang zijn de wachtlijsten in uw stand?', answer: 'Lang.' }),
  ])
  await saveNote(
    db,
    { id: 'n1', target: '2023D20951#155', opened: '', body: 'Stand van zaken navragen', tags: ['later'] },
    at(0),
  )
  return db
}

const numbers = async (typed: string) => {
  const db = await filled()
  const found = await searchEverything(db, await indexOf(db), typed)
  expect(found.isUnready).toBe(false)
  return [...found.questions.map(({ question }) => question.number), ...found.notes.map(({ id }) => id)].sort()
}

test.each([
  ['in winter', '2026-11-22T23:30:00.000Z', 'sinds:2026-11-23', 'sinds:2026-11-24'],
  ['in summer', '2026-07-31T22:30:00.000Z', 'sinds:2026-08-01', 'sinds:2026-08-02'],
  ['before the clock goes forward', '2026-03-28T23:30:00.000Z', 'sinds:2026-03-29', 'sinds:2026-03-30'],
])('a note of half past midnight is of the new day, %s', async (_, moment, since, later) => {
  const db = openTestDatabase()
  await saveNote(db, { id: 'n1', target: '2023D20951', opened: '', body: 'nachtwerk' }, new Date(moment))
  const index = await indexOf(db)
  const found = async (words: string) => (await searchEverything(db, index, words)).notes.map(({ id }) => id)
  expect(await found(`nachtwerk ${since}`)).toEqual(['n1'])
  expect(await found(`nachtwerk ${later}`)).toEqual([])
})

describe('searching everything kept', () => {
  test.each([
    ['"stand van zaken"', ['155', 'n1']],
    ['stand -"stand van zaken"', ['1', '156']],
    ['heeft:notitie', ['155']],
    ['stand -heeft:notitie', ['1', '156', 'n1']],
    ['status:open', ['155', 'n1']],
    ['status:beantwoord', ['1', '156']],
    ['partij:sociaal', ['1']],
    ['ministerie:welzijn', ['1']],
    ['van:jansen', ['1']],
    ['van:minister wachtlijst', ['1']],
    ['dossier:36360', ['155', '156', 'n1']],
    ['dossier:36 360 VIII stand', ['155', '156', 'n1']],
    ['sinds:2024 stand', ['1', 'n1']],
    ['tag:later', ['155', 'n1']],
    ['tag:lat stand', ['155', 'n1']],
    ['stand -tag:later', ['1', '156']],
    ['tag:later -status:open', []],
    ['wachtlijtsen', ['1']],
  ])('%s', async (typed, expected) => {
    expect(await numbers(typed)).toEqual(expected)
  })

  test('notes are found by the fields of what they are on, and by the dossier that their target names', async () => {
    const db = await filled()
    const note = (id: string, target: string, tags: readonly string[] = []) =>
      saveNote(db, { id, target, opened: '', body: `Kanttekening ${id}`, tags }, at(1))
    await note('paper', '2024D40000', ['aan Agema'])
    await note('unkept', 'kst-36410-5')
    await note('dossier', 'dossier-36410')
    const index = await indexOf(db)
    const found = async (typed: string) => {
      const { documents, questions, notes } = await searchEverything(db, index, typed)
      return [
        ...documents.map(({ id }) => id),
        ...questions.map(({ question }) => question.number),
        ...notes.map(({ id }) => id),
      ].sort()
    }
    expect(await found('dossier:36410')).toEqual(['dossier', 'unkept'])
    expect(await found('partij:sociaal')).toEqual(['1', '2024D40000', 'paper'])
    expect(await found('ministerie:welzijn kanttekening')).toEqual(['paper'])
    expect(await found('van:jansen kanttekening')).toEqual(['paper'])
    expect(await found('status:beantwoord kanttekening')).toEqual(['paper'])
    expect(await found('tag:"aan agema"')).toEqual(['2024D40000', 'paper'])
    expect(await found('dossier:36360 -dossier:36360')).toEqual([])
  })

  test.each([
    'de het een',
    'woord '.repeat(2_000),
    '"stand van',
    'kleur:rood',
    'tag:',
    'sinds:gisteren',
    '-',
    '"" -""',
    'tag:"',
    '-heeft:notitie -tag:x -"de van"',
    '!tag=later',
  ])('«%.30s» is searched for without an error', async (typed) => {
    const db = await filled()
    const found = await searchEverything(db, await indexOf(db), typed)
    expect(found.isUnready).toBe(false)
  })

  describe('codes and numbers', () => {
    test('a note is found by each name of its paper that only the services know', async () => {
      const db = openTestDatabase()
      await db.lookups.add(lookupRow('kst-36410-XV-9', { aliases: ['kst-36410-XV-9', '2023D05555'] }))
      await saveNote(db, { id: 'n1', target: '2023D05555', opened: '', body: 'Bellen.' }, at(1))
      const found = await searchEverything(db, await indexOf(db), '36410-XV-9')
      expect(found.notes.map(({ id }) => id)).toEqual(['n1'])
    })

    async function cited() {
      const db = await filled()
      await db.documents.bulkAdd([
        documentRow('kst-36410-XV-9', {
          title: 'Begroting',
          dossier: '36410-XV',
          aliases: ['kst-36410-XV-9', '2023Z08012'],
        }),
        documentRow('ah-tk-20222023-2345', { title: 'Antwoord' }),
      ])
      await db.questions.bulkAdd([
        questionRow('ah-tk-20222023-2345', 0, '1', { question: 'Kent u Kamerstuk 36\u00a0410 XV, nr. 9?', answer: '' }),
        questionRow('ah-tk-20222023-2345', 1, '2', {
          question: 'Kost het € 50.000?',
          answer: 'Neen, 3000 euro voor 24 F-16’s.',
          code: '2023D19158',
          references: ['kst-36410-XV-9'],
        }),
      ])
      const note = (id: string, target: string, body: string) =>
        saveNote(db, { id, target, opened: '', body, tags: [] }, at(2))
      await note('names', '2024D40000', 'Vergelijk 36410-XV-9 met stagevergoedingen')
      await note('on', 'kst-36410-XV-9', 'Bellen over de vergoeding')
      await note('page', 'url:https://www.rijksoverheid.nl/x/2023', 'Op de pagina')
      const index = await indexOf(db)
      return async (typed: string) => {
        const found = await searchEverything(db, index, typed)
        const { documents, questions, notes } = found
        const names = [
          documents.map(({ id }) => id),
          questions.map((one) => one.question.number),
          notes.map(({ id }) => id),
        ]
        return { names: names.flat(), marked: found.marked }
      }
    }

    test.each([
      ['36410', ['kst-36410-XV-9', '1', 'names', 'on']],
      ['36 410', ['kst-36410-XV-9', '1', 'names', 'on']],
      ['36 410 XV', ['kst-36410-XV-9', '1', 'names', 'on']],
      ['36410 begroting', ['kst-36410-XV-9']],
      ['"36410 XV"', ['kst-36410-XV-9', '1', 'names']],
      ['"36 410 XV"', ['kst-36410-XV-9', '1', 'names']],
      ['6410', []],
      ['kent -36410-XV', ['156']],
      ['36 410 -begroting', ['1', 'names']],
      ['Kamerstukken II 2023/24, 36 410 XV, nr. 9', ['kst-36410-XV-9', '1', '2', 'on', 'names']],
      ['https://zoek.officielebekendmakingen.nl/kst-36410-XV-9.html', ['kst-36410-XV-9', '1', '2', 'on', 'names']],
      ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19999', ['kst-36410-XV-9']],
      ['Aanhangsel Handelingen II 2022/23, nr. 2345', ['ah-tk-20222023-2345']],
      ['2023D19 158', ['2']],
      ['2023D19159', []],
      ['2023D19158 kost', ['2']],
      ['2023D19158 vergoeding', ['2']],
      ['zie de brief (Kamerstuk 36 410 XV, nr. 9) van gisteren', ['kst-36410-XV-9', '2', 'on', 'names']],
      ['50000', ['2']],
      ['3.000 euro', ['2']],
      ['f16', ['2']],
      ['vergoedign', ['on', 'names']],
    ])('%s', async (typed, expected) => {
      expect((await (await cited())(typed)).names).toEqual(expected)
    })

    test('a dossier has its own papers before those of its parts, however new these are', async () => {
      const db = openTestDatabase()
      await db.documents.bulkAdd([
        documentRow('kst-36410-XV-9', { dossier: '36410-XV', date: '2024-05-01' }),
        documentRow('kst-36410-5', { dossier: '36410', date: '2023-05-01' }),
      ])
      const index = await indexOf(db)
      const found = async (order: SearchOrder) =>
        (await searchEverything(db, index, '36 410', { order })).documents.map(({ id }) => id)
      expect(await found('best')).toEqual(['kst-36410-5', 'kst-36410-XV-9'])
      expect(await found('newest')).toEqual(['kst-36410-XV-9', 'kst-36410-5'])
    })

    test('are marked as they are written', async () => {
      const found = await cited()
      expect((await found('36410')).marked).toEqual(['36410', '36 410'])
      expect((await found('"36410 XV"')).marked).toEqual(['36410 xv', '36 410 xv'])
      expect((await found('f16')).marked).toContain('f 16')
      expect((await found('"van de stand"')).marked).toEqual(['van de stand'])
    })
  })

  test.each([
    ['ministerie:vws', ['1']],
    ['ministerie:ez', []],
    ['partij:nsc', ['1']],
    ['status:onbeantwoord', ['155', 'n1']],
    ['tot:2023 stand', ['155', '156']],
  ])('%s, as it is called or mistyped', async (typed, expected) => {
    expect(await numbers(typed)).toEqual(expected)
  })

  test('words of which one is in the title and another in a question find both, where nothing has all of them', async () => {
    const db = await filled()
    await db.documents.add(documentRow('2024D50000', { title: 'Jeugdzorg' }))
    const index = await indexOf(db)
    const found = async (typed: string) => {
      const { documents, questions } = await searchEverything(db, index, typed)
      return [...documents.map(({ id }) => id), ...questions.map(({ question }) => question.number)]
    }
    expect(await found('jeugdzorg stand')).toEqual(['2024D40000', '1'])
    expect(await found('jeugdzrog stand')).toEqual(['2024D40000', '1'])
    expect(await found('jaarverslag kent')).toEqual(['2023D20951', '156'])
    expect(await found('jaarverslag zaken geven kent')).toEqual(['2023D20951', '155', '156'])
    expect(await found('jaarverslag lang')).toEqual([])
    expect(await found('jaarverslag stand -zaken')).toEqual([])
  })

  test('what was meant with a typing error, and what was not understood, is told', async () => {
    const db = await filled()
    const found = await searchEverything(db, await indexOf(db), 'wachtlijtsen kleur:rood')
    expect(found.corrected).toEqual(['wachtlijst'])
    expect(found.hints).toEqual([{ type: 'unknown-field', name: 'kleur' }])
    expect((await searchEverything(db, await indexOf(db), 'tag:')).questions).toEqual([])
  })

  test('what comes first is told by the first search of a page, and is the beginning of what is found', async () => {
    const db = await filled()
    const rows = Array.from({ length: 1_200 }, (_, order) =>
      questionRow('2024D40000', order + 1, `${order}`, {
        question: `Stand plan ${'en meer '.repeat(order % 40)}`,
        answer: '',
      }),
    )
    await db.questions.bulkAdd(rows)
    const store = new IndexStore({ indexedDB: new IDBFactory(), IDBKeyRange })
    onTestFinished(() => store.close())
    const indexer = createIndexer({ db, store, onChange: () => {}, pause: () => undefined, now: Date.now })
    await indexer.start()
    db.useJournal(idleJournal)
    // In a segment of its own.
    await saveNote(db, { id: 'n2', target: '2023D20951', opened: '', body: 'De stand, de standen', tags: [] }, at(1))
    await indexer.start()
    expect((await store.read(['state'], (reading) => reading.state()))?.segments).toHaveLength(2)
    const openPage = () => {
      const index = new SearchIndex(store, () => {})
      return async (typed: string, order: SearchOrder = 'best') => {
        const firsts: EverythingFound[] = []
        const onFirst = async (first: EverythingFound) => {
          firsts.push(first)
        }
        return { whole: await searchEverything(db, index, typed, { order, onFirst }), firsts }
      }
    }
    for (const typed of ['stand', 'standen']) {
      const search = openPage()
      const { whole, firsts } = await search(typed)
      expect(firsts.map(({ isPartial }) => isPartial)).toEqual([true])
      expect(whole.isPartial).toBeUndefined()
      for (const kind of ['documents', 'questions', 'notes'] as const) {
        expect(whole[kind].slice(0, firsts[0]?.[kind].length)).toEqual(firsts[0]?.[kind])
      }
      expect(firsts[0]?.questions).toHaveLength(40)
      expect(firsts[0]?.notes.map(({ id }) => id)).toEqual(['n1', 'n2'])
      // From then on all is found at once.
      expect((await search(typed)).firsts).toEqual([])
    }
    for (const typed of ['plan stand', 'standen plan']) {
      const { whole, firsts } = await openPage()(typed)
      expect(firsts.map(({ isPartial }) => isPartial)).toEqual([true])
      expect(firsts[0]?.questions).toHaveLength(40)
      expect(whole.questions.slice(0, 40)).toEqual(firsts[0]?.questions)
    }
    // A word that is in few.
    const { whole, firsts } = await openPage()('wachtlijsten')
    expect(firsts.map(({ isPartial }) => isPartial)).toEqual([true])
    expect(firsts[0]?.questions).toEqual(whole.questions)
    expect(firsts[0]?.documents).toEqual(whole.documents)
    for (const typed of ['wachtlijst zonder', 'wachtl', 'onbekend', 'stand zaken', 'stand -plan', '-stand']) {
      expect((await openPage()(typed)).firsts).toEqual([])
    }
    expect((await openPage()('stand', 'newest')).firsts).toEqual([])
  })

  test('nothing more is read where nobody waits for it any more', async () => {
    const db = await filled()
    const ended = new AbortController()
    const onFirst = async () => ended.abort()
    const { signal } = ended
    await expect(searchEverything(db, await indexOf(db), 'stand', { onFirst, signal })).rejects.toThrow('aborted')
    await expect(searchEverything(db, unreadyIndex(), 'stand', { signal })).rejects.toThrow('aborted')
  })

  test('without an index everything is read, and that is said', async () => {
    const db = await filled()
    const found = await searchEverything(db, unreadyIndex(), 'stand zaken')
    expect(found.isUnready).toBe(true)
    expect(found.questions.map(({ question }) => question.number)).toEqual(['155', '156'])
  })
})
