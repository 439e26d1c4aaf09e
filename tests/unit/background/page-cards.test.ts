import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { locale } from '#locales/i18n.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { unknown } from '#utils/database/official/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { cardHandlers } from '../../../entrypoints/background/codes/cards.ts'
import { pageHandlers } from '../../../entrypoints/background/pages/page-handlers.ts'
import { createPages } from '../../../entrypoints/background/pages/pages.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'
import { documentRow, questionRow } from '../database/rows.ts'
import { reportOf } from './page-report.ts'

const page = {
  context: 'page',
  tabId: 7,
  frameId: 0,
  url: 'https://www.tweedekamer.nl/a',
  site: 'www.tweedekamer.nl',
  incognito: false,
} as const

describe('cards', () => {
  async function cards(asked: PageReport = reportOf()) {
    const db = openTestDatabase()
    await db.documents.add(documentRow('2023D20951'))
    await db.questions.add(questionRow('2023D20951', 0, '155', { code: '2023D19158' }))
    await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'geheim' }, at(0))
    const [counted, openNote] = [vi.fn(), vi.fn(async () => {})]
    const pages = createPages({ framesOf: async () => [], list: async () => asked })
    const lookingUp = {
      start: vi.fn(async () => ({ ok: true, value: true }) as const),
      stop: vi.fn(async () => ({ ok: true, value: true }) as const),
      privately: vi.fn(async ({ id }: { id: string }, _asker?: string) => unknown(id)),
      stopPrivately: vi.fn((_id: string, _asker?: string) => {}),
      inPrivate: vi.fn((): LookupRow | undefined => undefined),
    }
    const following = {
      follow: vi.fn(async () => ({ ok: true, value: true }) as const),
      unfollow: vi.fn(async () => ({ ok: true, value: true }) as const),
    }
    const asksFirst = vi.fn(async () => false)
    const handlers = {
      ...pageHandlers({ pages, counted }),
      ...cardHandlers({
        db,
        pages,
        lookingUp,
        following,
        now: () => at(60),
        asksFirst,
        openNote,
        inLanguage: (make) => make(),
      }),
    }
    return { db, handlers, lookingUp, following, asksFirst, counted, openNote }
  }

  test('has codes looked up that its document names, and no others', async () => {
    const { handlers, lookingUp } = await cards(reportOf('2023D19158'))
    await handlers['page/report'](reportOf('2023D19158'), page)
    expect(await handlers['card/look-up']({ id: '2023D19158', fresh: true }, page)).toEqual({ ok: true, value: true })
    expect(await handlers['card/look-up']({ id: '2023D00002' }, page)).toEqual({ ok: false, error: 'not-found' })
    await handlers['card/look-up-stop']({ id: '2023D00002' }, page)
    await handlers['card/look-up-stop']({ id: '2023D19158' }, page)
    expect(lookingUp.start.mock.calls).toEqual([[{ id: '2023D19158', fresh: true }]])
    expect(lookingUp.stop.mock.calls).toEqual([['2023D19158']])
  })

  test('follows what its document names and nothing else, from a private window too', async () => {
    const { handlers, following } = await cards(reportOf('2023D19158'))
    const inPrivate = { ...page, incognito: true }
    expect(await handlers['card/follow']({ id: '2023D19158', on: true }, inPrivate)).toEqual({ ok: true, value: true })
    expect(await handlers['card/follow']({ id: '2023D00002', on: true }, page)).toEqual({
      ok: false,
      error: 'not-found',
    })
    expect(await handlers['card/follow']({ id: 'hallo', on: true }, page)).toEqual({ ok: false, error: 'invalid' })
    await handlers['card/follow']({ id: '2023D19158', on: false }, page)
    expect(following.follow.mock.calls).toEqual([['2023D19158']])
    expect(following.unfollow.mock.calls).toEqual([['2023D19158']])
  })

  test('in a private window has them looked up without a trace, and shows what was found there alone', async () => {
    const { handlers, lookingUp } = await cards()
    const inPrivate = { ...page, incognito: true }
    await handlers['page/report'](reportOf('2023D19158'), inPrivate)
    expect(await handlers['card/look-up']({ id: '2023D19158' }, inPrivate)).toEqual({ ok: true, value: true })
    expect(lookingUp.start).not.toHaveBeenCalled()
    expect(lookingUp.privately).toHaveBeenCalledWith({ id: '2023D19158' }, '7/0')
    lookingUp.inPrivate.mockReturnValue({ ...unknown('2023D19158'), askedAt: at(0).toISOString() })
    const stateFor = async (sender: typeof page | typeof inPrivate) => {
      const answer = await handlers['card/lookup']({ id: '2023D19158' }, sender)
      return answer.ok && answer.value.records.map(({ state }) => state)
    }
    expect(await stateFor(inPrivate)).toEqual(['not-found'])
    expect(await stateFor(page)).toEqual(['unasked'])
    const slowFor = async (sender: typeof page | typeof inPrivate) => {
      const answer = await handlers['card/lookup']({ id: '2023D19158' }, sender)
      return answer.ok && answer.value.slow
    }
    expect(await slowFor(page)).toBe('Dit duurt lang. U kunt verder lezen; het antwoord wordt bewaard.')
    // No answer is kept there.
    expect(await slowFor(inPrivate)).toBe('Dit duurt lang. U kunt verder lezen.')
    await handlers['card/look-up-stop']({ id: '2023D19158' }, inPrivate)
    expect(lookingUp.stopPrivately.mock.calls).toEqual([['2023D19158', '7/0']])
    expect(lookingUp.stop).not.toHaveBeenCalled()
  })

  test('of letters that may name two things looks up what the page names as well, or the grammar says, and nothing else', async () => {
    const { handlers, lookingUp } = await cards(
      reportOf('kst-36410-A', 'kst-26488-305', 'kst-31300-305', 'kst-28867-C'),
    )
    const lookedUp = async (id: string, ...alternatives: string[]) => {
      lookingUp.start.mockClear()
      await handlers['card/look-up']({ id, alternatives }, page)
      return lookingUp.start.mock.calls.flat()
    }
    expect(await lookedUp('kst-36410-A', 'dossier-36410-A', 'dossier-36410-B', '2023D19158', 'niets')).toEqual([
      { id: 'kst-36410-A' },
      { id: 'dossier-36410-A' },
    ])
    expect(await lookedUp('kst-26488-305', 'kst-31300-305', 'kst-26488-305')).toEqual([
      { id: 'kst-26488-305' },
      { id: 'kst-31300-305' },
    ])
    expect(await lookedUp('kst-28867-C', 'kst-20032004-28867-C', 'kst-20032004-28867-D')).toEqual([
      { id: 'kst-28867-C' },
      { id: 'kst-20032004-28867-C' },
    ])
    expect(await lookedUp('kst-36410-A')).toEqual([{ id: 'kst-36410-A' }])
    const answer = await handlers['card/lookup'](
      { id: 'kst-36410-A', alternatives: ['dossier-36410-A', 'kst-1-A'] },
      page,
    )
    expect(answer.ok && answer.value.records.map(({ code }) => code.id)).toEqual(['kst-36410-A', 'dossier-36410-A'])
    await handlers['card/look-up-stop']({ id: 'kst-36410-A', alternatives: ['dossier-36410-A'] }, page)
    expect(lookingUp.stop.mock.calls.flat()).toEqual(['kst-36410-A', 'dossier-36410-A'])
  })

  test('says what is known in words, and where each fact came from stays here', async () => {
    const { db, handlers, asksFirst } = await cards(reportOf('2023D19158'))
    const from = 'https://gegevensmagazijn.tweedekamer.nl/OData/v5/2.0/Document(1)'
    const document = {
      ...nothingOf('document', '2023D19158'),
      kind: 'Schriftelijke vragen',
      title: 'Stages',
      provenance: [{ fact: 'title' as const, from, at: at(0).toISOString() }],
    }
    await db.lookups.add({ ...unknown('2023D19158'), document, askedAt: at(0).toISOString() })
    const answer = await handlers['card/lookup']({ id: '2023D19158' }, page)
    expect(answer).toMatchObject({
      value: {
        asksFirst: false,
        records: [{ state: 'found', known: { kind: 'Schriftelijke vragen', title: 'Stages' } }],
      },
    })
    expect(JSON.stringify(answer)).not.toContain('gegevensmagazijn')
    asksFirst.mockResolvedValue(true)
    expect(await handlers['card/lookup']({ id: '2023D19158' }, page)).toMatchObject({ value: { asksFirst: true } })
  })

  test('a page that names a code sees what is kept of it and how to paint it', async () => {
    const { handlers, counted } = await cards()
    await handlers['page/report'](reportOf('2023D19158', '2023D00001'), page)
    expect(counted).toHaveBeenCalledWith(7)
    const answer = await handlers['card/lookup']({ id: '2023D19158' }, page)
    expect(answer).toMatchObject({
      ok: true,
      value: { printed: [{ question: { number: '155' } }], notes: [{ body: 'geheim' }] },
    })
    expect(await handlers['card/states']({ ids: ['2023D19158', '2023D00001'] }, page)).toEqual({
      '2023D19158': 'noted',
    })
  })

  test('a page does not learn where else a note was made, nor which files were read', async () => {
    const { db, handlers } = await cards(reportOf('2023D19158'))
    const place = { url: 'https://www.eerstekamer.nl/elders', title: 'Elders' }
    await saveNote(db, { id: 'n2', target: '2023D19158', opened: '', body: 'elders gemaakt', place }, at(1))
    await db.documents.update('2023D20951', {
      provenance: [{ fact: 'questions', from: 'eigen-bestand.pdf', at: at(0).toISOString() }],
    })
    const answer = JSON.stringify(await handlers['card/lookup']({ id: '2023D19158' }, page))
    expect(answer).toContain('elders gemaakt')
    expect(answer).not.toMatch(/eerstekamer|eigen-bestand|"saves"/)
  })

  test('a page sees nothing of a code that it does not name', async () => {
    const { handlers, openNote } = await cards(reportOf('2023D00001'))
    expect(await handlers['card/lookup']({ id: '2023D19158' }, page)).toEqual({ ok: false, error: 'not-found' })
    expect(await handlers['card/states']({ ids: ['2023D19158'] }, page)).toEqual({})
    await handlers['card/note']({ id: '2023D19158' }, page)
    expect(openNote).not.toHaveBeenCalled()
  })

  test('what is no code is refused', async () => {
    const { handlers } = await cards(reportOf('niets'))
    expect(await handlers['card/lookup']({ id: 'niets' }, page)).toEqual({ ok: false, error: 'invalid' })
  })

  test('the note of a code on the page is opened over its tab', async () => {
    const { handlers, openNote } = await cards(reportOf('2023D19158'))
    await handlers['card/note']({ id: '2023D19158' }, page)
    expect(openNote).toHaveBeenCalledWith('2023D19158', 7)
  })

  test('without a database the page is painted as unknown and the card says why', async () => {
    const { db, handlers } = await cards(reportOf('2023D19158'))
    db.close()
    expect(await handlers['card/states']({ ids: ['2023D19158'] }, page)).toEqual({ '2023D19158': 'noted' })
    vi.spyOn(db, 'open').mockRejectedValue(new DOMException('', 'UnknownError'))
    db.close()
    expect(await handlers['card/states']({ ids: ['2023D19158'] }, page)).toEqual({})
    expect(await handlers['card/lookup']({ id: '2023D19158' }, page)).toEqual({
      ok: false,
      error: 'database-unavailable',
    })
  })

  test('nothing is written by looking, in private windows or not', async () => {
    const { db, handlers } = await cards(reportOf('2023D19158'))
    const before = await Promise.all(db.tables.map((table) => table.toArray()))
    const incognito = { ...page, incognito: true }
    await handlers['page/report'](reportOf('2023D19158'), incognito)
    await handlers['card/lookup']({ id: '2023D19158' }, incognito)
    await handlers['card/states']({ ids: ['2023D19158'] }, incognito)
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before)
  })
})

beforeEach(() => locale.set('nl'))
