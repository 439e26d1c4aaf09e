import { describe, expect, test } from 'vitest'
import { addresses } from '#tests/site/addresses.ts'
import { listQuestions } from '#tests/site/pages/questions.ts'
import { writtenQuestions } from '#tests/site/pages/written-questions.ts'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { documentRow, questionRow } from '../database/rows.ts'
import { worldOf } from '../sources/network.ts'
import { failingWorld, pairRig } from './pair-world.ts'

const answers = writtenQuestions.map(({ number, question, answer }) => ({
  number,
  question,
  answer: answer.join('\n\n'),
}))

describe('opening a code', () => {
  test.each(['2023D19158', '2023Z08012', 'kv-tk-2023Z08012', '2023D21040', 'ah-tk-20222023-2345'])(
    'brings the questions with their answers by itself: %s',
    async (id) => {
      const { open, fetched } = pairRig()
      const { counterpart } = await open(id)
      expect(counterpart).toMatchObject({ type: 'answers', document: { id: 'ah-tk-20222023-2345' }, job: null })
      expect(counterpart?.questions).toMatchObject(answers)
      expect(counterpart?.questionCount).toBe(answers.length)
      // The answer repeats its questions: they are not fetched.
      expect(fetched()).toEqual([addresses.writtenAnswer])
    },
  )

  test('of a list of questions finds the list with the answers, by zaak', async () => {
    const { open, fetched } = pairRig()
    const { counterpart } = await open('2023D18002')
    expect(counterpart).toMatchObject({ type: 'question-and-answer-list', document: { id: 'kst-36360-VIII-5' } })
    expect(counterpart?.questions.map(({ question }) => question)).toEqual(
      listQuestions.map(({ question }) => question),
    )
    expect(fetched()).toEqual([addresses.questionList])
  })

  test('of a list of questions finds the list with the answers by the dossier, and reads the long list once', async () => {
    const { open, fetched, db } = pairRig()
    const { counterpart } = await open('2023D18100')
    expect(counterpart).toMatchObject({ questionCount: 300, document: { id: 'kst-36360-XVI-9' } })
    expect(counterpart?.questions).toHaveLength(20)
    expect(fetched()).toEqual([addresses.longQuestionList])
    expect(await db.questions.count()).toBe(300)
  })

  test.each([
    ['is unanswered', '2023D24876'],
    ['is postponed', '2023D22500'],
    ['was withdrawn', '2023D24990'],
    ['is a letter', '2023D20951'],
    ['is an activiteit', '2023A01234'],
    ['is not known', '2023D99999'],
    ['is a notice of delay', '2023D25010'],
  ])('that %s reads nothing', async (_, id) => {
    const { open, fetched, db } = pairRig()
    expect((await open(id)).counterpart).toBeNull()
    expect(fetched()).toEqual([])
    expect(await db.jobs.count()).toBe(0)
  })

  test('a second time asks for nothing more', async () => {
    const { open, world, db } = pairRig()
    await open('2023D19158')
    const asked = world.asked.length
    await open('2023D19158')
    await open('ah-tk-20222023-2345')
    await open('2023Z08012')
    expect(world.asked.filter(({ url }) => !url.includes('/Zaak?')).length).toBe(asked)
    expect(await db.documents.count()).toBe(1)
  })

  test('leaves what is kept under any name as it is, and what the user removed away', async () => {
    for (const alias of ['2023D21040', 'ah-tk-20222023-2345']) {
      const { open, fetched, db } = pairRig()
      const document = documentRow('file:ab', { aliases: ['file:ab', alias] })
      await db.documents.add(document)
      await db.questions.add(questionRow('file:ab', 0, '1', { answer: 'Zo was het bewaard.' }))
      expect((await open('2023D19158')).counterpart).toMatchObject({ document: { id: 'file:ab' }, questionCount: 1 })
      expect(fetched()).toEqual([])
      await deleteDocument(db, 'file:ab', new Date('2026-11-24'))
      expect((await open('2023D19158')).counterpart).toMatchObject({ document: null, questions: [], job: null })
      expect(fetched()).toEqual([])
    }
  })

  test('reads again what was kept before the service dated it anew', async () => {
    const { open, fetched, db } = pairRig()
    const before = { updatedAt: '2023-05-01T12:00:00.000Z', createdAt: '2023-05-01T12:00:00.000Z' }
    await db.documents.add(documentRow('ah-tk-20222023-2345', before))
    expect((await open('2023D19158')).counterpart).toMatchObject({ questionCount: 3 })
    await open('2023D19158')
    expect(fetched()).toEqual([addresses.writtenAnswer])
  })

  test('an answer whose kept text lacks the questions has them fetched, and shows both together', async () => {
    const { open, fetched, db } = pairRig()
    await db.documents.add(documentRow('2023D21040', { updatedAt: '2023-06-01T12:00:00.000Z' }))
    await db.questions.bulkAdd(
      ['1', '2', '3'].map((number, order) => questionRow('2023D21040', order, number, { question: '' })),
    )
    const { counterpart } = await open('2023D21040')
    expect(fetched()).toEqual([addresses.writtenQuestion])
    expect(counterpart).toMatchObject({ type: 'written-questions', document: { id: 'kv-tk-2023Z08012' } })
    expect(counterpart?.questions).toMatchObject(
      answers.map(({ number, question }) => ({ number, question, answer: `Antwoord ${number}.` })),
    )
  })

  test('in a private window, or for what is followed, reads nothing', async () => {
    const { lookingUp, world, settled, fetched, db } = pairRig()
    await world.run(lookingUp.privately({ id: '2023D19158' }))
    expect(await db.lookups.count()).toBe(0)
    await world.run(lookingUp.all(['2023D19158', '2023D18002']))
    await settled()
    expect(fetched()).toEqual([])
    expect(await db.jobs.count()).toBe(0)
    // The user opens it later, and nothing is asked for a second time but the answer.
    await lookingUp.start({ id: '2023D19158' })
    await settled()
    expect(fetched()).toEqual([addresses.writtenAnswer])
  })

  test('many at once are looked up in two requests, the answers in a third', async () => {
    const { lookingUp, world, settled, fetched } = pairRig()
    for (const id of ['2023D19158', '2023Z09100', '2023D24876', '2023D18002']) await lookingUp.start({ id })
    await settled()
    const queries = world.asked.filter(({ url }) => /gegevensmagazijn.*\$filter/.test(url))
    expect(queries.map(({ url }) => decodeURIComponent(url).match(/\d{4}[DZ]\d{5}/g))).toEqual([
      ['2023D19158', '2023D24876', '2023D18002'],
      ['2023Z09100'],
      ['2023D21040', '2023D20123'],
    ])
    expect(fetched().toSorted()).toEqual([addresses.writtenAnswer, addresses.questionList].toSorted())
  })
})

describe('where the paper is read', () => {
  test('the file of the Tweede Kamer, where the publication is not there (yet)', async () => {
    const missing = 'https://zoek.officielebekendmakingen.nl/Errors/404.htm'
    const { open, fetched } = pairRig(
      failingWorld((url) => (url.href === addresses.writtenAnswer ? 'unavailable' : null)),
    )
    const { counterpart } = await open('2023D19158')
    expect(fetched().at(-1)).toBe('https://www.tweedekamer.nl/downloads/document?id=2023D21040')
    expect(fetched()).not.toContain(missing)
    expect(counterpart?.questions).toMatchObject(answers)
  })

  test('what was stopped, or cannot be read, is not tried again by itself; a site that did not answer is, after an hour', async () => {
    let fault: 'unavailable' | 'error page' | null = 'unavailable'
    const rig = pairRig(
      failingWorld((url) => (url.pathname.includes('download') || /\.html$/.test(url.pathname) ? fault : null)),
    )
    const { open, fetched, world, db } = rig
    expect((await open('2023D19158')).counterpart?.job).toMatchObject({ state: 'failed', error: 'unreachable' })
    const first = fetched().length
    await open('2023D19158')
    expect(fetched().length).toBe(first)
    world.pass(61 * 60_000)
    fault = 'error page'
    expect((await open('2023D19158')).counterpart?.job).toMatchObject({ state: 'failed', error: 'no-questions' })
    const second = fetched().length
    expect(second).toBe(first + 2)
    world.pass(61 * 60_000)
    await open('2023D19158')
    expect(fetched().length).toBe(second)
    expect(await db.documents.count()).toBe(0)
  })
})

describe('after a death of the background', () => {
  const hanging = () => worldOf(() => new Promise(() => {}))

  test('before the question was answered', async () => {
    const dying = pairRig(hanging())
    await dying.lookingUp.start({ id: '2023D19158' })
    const next = pairRig(worldOf(), dying.db)
    next.lookingUp.resume()
    await next.settled()
    expect((await next.shown('2023D19158')).counterpart?.questions).toMatchObject(answers)
  })

  test('before the answer was looked up, or read', async () => {
    for (const isLate of [
      (url: string) => /\$filter.*2023D21040/.test(decodeURIComponent(url)),
      (url: string) => url === addresses.writtenAnswer,
    ]) {
      const dying = pairRig(
        worldOf(async (url) => {
          const { answer } = await import('#tests/site/routes.ts')
          return isLate(url.href) ? new Promise(() => {}) : answer(url)
        }),
      )
      await dying.lookingUp.start({ id: '2023D19158' })
      const reached = async () => {
        while (!dying.world.asked.some(({ url }) => isLate(url))) await dying.world.wait(1)
      }
      await dying.world.run(reached())
      const next = pairRig(worldOf(), dying.db)
      next.lookingUp.resume()
      await next.jobs.resume()
      await next.settled()
      expect((await next.shown('2023D19158')).counterpart?.questions).toMatchObject(answers)
      expect(next.fetched()).toEqual([addresses.writtenAnswer])
    }
  })
})
