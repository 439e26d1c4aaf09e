import { describe, expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { searchKept } from '#utils/database/library/search.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

async function filled() {
  const db = openTestDatabase()
  await db.documents.add(documentRow('2023D20951', { title: 'Jaarverslag OCW 2022' }))
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155', {
      question: 'Hoe staat het met stagediscriminatie?',
      answer: 'Het beleid loopt.',
    }),
    questionRow('2023D20951', 1, '156', { question: 'Wat kost de coördinatie?', answer: 'Niets.', code: '2023D19159' }),
  ])
  await saveNote(db, { id: 'n1', target: '2023D20951', opened: '', body: 'Navragen bij CAFÉ', tags: ['beleid'] }, at(0))
  return db
}

const numbers = async (db: Awaited<ReturnType<typeof filled>>, words: string) =>
  (await searchKept(db, words)).questions.map(({ question }) => question.number)

describe('searching what is kept', () => {
  test('all words must occur, in question or answer, whatever their case and accents', async () => {
    const db = await filled()
    expect(await numbers(db, 'BELEID stagediscriminatie')).toEqual(['155'])
    expect(await numbers(db, 'coordinatie')).toEqual(['156'])
    expect(await numbers(db, 'coördinatie')).toEqual(['156'])
    expect(await numbers(db, 'beleid niets')).toEqual([])
    expect(await numbers(db, '2023d19159')).toEqual(['156'])
  })

  test('who asked and who answers, and the codes of questions that were joined, are searched as well', async () => {
    const db = await filled()
    const facts = {
      type: 'answers',
      askedBy: [{ name: 'Daniëlle Jansen', party: 'VVD' }],
      answeredBy: [{ name: 'Agema', function: 'minister', ministry: 'Volksgezondheid' }],
      askedOn: null,
      answeredOn: null,
      dossier: null,
      subject: 'wachtlijsten',
      printedIds: ['2024Z18775'],
    } as const
    await db.documents.update('2023D20951', { facts })
    for (const words of ['danielle vvd', 'minister agema volksgezondheid', 'wachtlijsten', '2024z18775']) {
      expect((await searchKept(db, words)).documents, words).toHaveLength(1)
    }
    await db.questions.update(['2023D20951', 0], { joinedCodes: ['2023D19170'] })
    expect(await numbers(db, '2023d19170')).toEqual(['155'])
  })

  test('titles, notes and tags are searched as well', async () => {
    const db = await filled()
    expect((await searchKept(db, 'jaarverslag ocw')).documents.map(({ id }) => id)).toEqual(['2023D20951'])
    expect((await searchKept(db, 'cafe')).notes.map(({ id }) => id)).toEqual(['n1'])
    expect((await searchKept(db, 'beleid')).notes.map(({ id }) => id)).toEqual(['n1'])
  })

  test('what was removed is not found, and nothing is found without a word', async () => {
    const db = await filled()
    await deleteNote(db, 'n1', at(1))
    await deleteDocument(db, '2023D20951', at(1))
    for (const words of ['cafe', 'jaarverslag', 'stagediscriminatie', ' ']) {
      expect(await searchKept(db, words)).toEqual({ documents: [], questions: [], notes: [], more: false })
    }
  })

  test('a large store is read in pages up to the limit, and the search can be ended', async () => {
    const db = await filled()
    const rows = Array.from({ length: 1700 }, (_, order) =>
      questionRow('2023D20951', order + 2, String(order), { question: `woord ${order}` }),
    )
    await db.questions.bulkAdd(rows)
    expect((await searchKept(db, 'woord 1699')).questions).toHaveLength(1)
    expect(await searchKept(db, 'woord', { limit: 10 })).toMatchObject({ questions: { length: 10 }, more: true })
    const stopped = new AbortController()
    stopped.abort()
    await expect(searchKept(db, 'woord', { signal: stopped.signal })).rejects.toThrow('aborted')
  })
})
