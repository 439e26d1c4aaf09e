import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { locale } from '#locales/i18n.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { badgeOf } from '../../../entrypoints/background/pages/badge.ts'
import { createPages } from '../../../entrypoints/background/pages/pages.ts'
import { reportOf } from './page-report.ts'

const top = { tabId: 7, frameId: 0, documentId: 'A' }

const inner = { tabId: 7, frameId: 12, documentId: 'B' }

/** The pages of tabs, over documents that answer what they are told to. */
function pagesOver(answers: Readonly<Record<string, PageReport>>, frames: readonly Frame[] = [top]) {
  const list = vi.fn(async ({ documentId = '' }: Frame) => answers[documentId] ?? Promise.reject(new Error('gone')))
  return { list, pages: createPages({ framesOf: async () => frames, list }) }
}

describe('what the pages of tabs name', () => {
  test('a page that was heard is not asked; ids that it did not name are asked for once more', async () => {
    const { pages, list } = pagesOver({ A: reportOf('2023D19158', '2023D19159') })
    pages.heard(top, reportOf('2023D19158'))
    expect(await pages.named(top, ['2023D19158'])).toEqual(['2023D19158'])
    expect(list).not.toHaveBeenCalled()
    expect(await pages.named(top, ['2023D19159', '2023D99999'])).toEqual(['2023D19159'])
    expect(list).toHaveBeenCalledTimes(1)
  })

  test('after the background was stopped the page and its frames are asked again', async () => {
    const { pages } = pagesOver({ A: reportOf('2023D19158'), B: reportOf('2023D19159') }, [top, inner])
    expect(await pages.named(top, ['2023D19158'])).toEqual(['2023D19158'])
    pages.forget(7)
    expect((await pages.report(7))?.codes).toHaveLength(2)
  })

  test('a page that does not answer, or answers nonsense, names nothing', async () => {
    const { pages: silent } = pagesOver({})
    expect(await silent.named(top, ['2023D19158'])).toEqual([])
    expect(await silent.report(7)).toBeNull()
    expect(silent.known(7)).toBeNull()
    const { pages: forged } = pagesOver({ A: { codes: 'all' } as unknown as PageReport })
    expect(await forged.named(top, ['2023D19158'])).toEqual([])
  })

  test.each([
    ['a code twice', ['2023D19158', '2023D19158'], {}],
    ['a negative count', ['2023D19158'], { count: -1 }],
    ['a part of one', ['2023D19158'], { count: 0.5 }],
    ['no word whether it is collapsed', ['2023D19158'], { collapsed: undefined }],
  ])('a report with %s is not taken', async (_, ids, forged) => {
    const report = reportOf(...ids)
    const codes = report.codes.map((each) => ({ ...each, ...forged }) as (typeof report.codes)[number])
    const { pages } = pagesOver({ A: { ...report, codes } })
    expect(await pages.report(7)).toBeNull()
  })

  test('what another page of the tab named is forgotten with it', async () => {
    const { pages } = pagesOver({ A: reportOf() })
    pages.heard(top, reportOf('2023D19158'))
    pages.forget(7)
    expect(await pages.named(top, ['2023D19158'])).toEqual([])
  })

  test('a page and its frames are one: each code once, counted over all, the page’s own first', async () => {
    const { pages } = pagesOver({})
    pages.heard(inner, { ...reportOf('2023D19159', '2023D19158'), url: 'about:srcdoc' })
    pages.heard(top, reportOf('2023D19158'))
    expect(pages.known(7)?.codes).toHaveLength(2)
    const merged = await pages.report(7)
    expect(merged?.url).toBe('https://www.tweedekamer.nl/a')
    expect(merged?.codes.map(({ id, count }) => [id, count])).toEqual([
      ['2023D19158', 2],
      ['2023D19159', 1],
    ])
  })

  test('a frame sees nothing of what the page around it names, nor of what was in the frame before', async () => {
    const { pages } = pagesOver({ B: reportOf() })
    pages.heard(top, reportOf('2023D19158'))
    expect(await pages.named(inner, ['2023D19158'])).toEqual([])
    pages.heard({ ...inner, documentId: 'before' }, reportOf('2023D19158'))
    expect(await pages.named(inner, ['2023D19158'])).toEqual([])
  })

  test('what loads is not known, until it turns out that only a frame of it has loaded: the rest stays as it was heard', async () => {
    const next = { ...inner, documentId: 'C' }
    const { pages, list } = pagesOver({}, [top, next, { tabId: 7, frameId: 15, documentId: 'D' }])
    pages.heard(top, reportOf('2023D19158'))
    pages.heard(inner, reportOf('2023D19159'))
    pages.loads(7)
    expect(pages.known(7)).toBeNull()
    // What the new document in the frame says comes before the end of its loading.
    pages.heard(next, reportOf('2023D19160'))
    await pages.loaded(7)
    expect((await pages.report(7))?.codes.map(({ id }) => id)).toEqual(['2023D19158', '2023D19160'])
    expect(list).not.toHaveBeenCalled()
  })

  test('a tab that loads again before it was looked at is left to the end of that', async () => {
    let frames = [top]
    let look = Promise.resolve()
    const pages = createPages({
      framesOf: async () => {
        const present = frames
        await look
        return present
      },
      list: () => Promise.reject(new Error('gone')),
    })
    pages.heard(top, reportOf('2023D19158'))
    pages.loads(7)
    let seen = () => {}
    look = new Promise((resolve) => {
      seen = resolve
    })
    const first = pages.loaded(7)
    pages.loads(7)
    frames = [{ ...top, documentId: 'E' }]
    seen()
    await first
    expect(pages.known(7)).toBeNull()
    await pages.loaded(7)
    expect(pages.known(7)).toBeNull()
  })

  test('nothing stays of a page that another has followed, or whose documents the browser does not tell apart', async () => {
    const { pages } = pagesOver({}, [
      { ...top, documentId: 'E' },
      { tabId: 7, frameId: 12 },
    ])
    pages.heard(top, reportOf('2023D19158'))
    pages.heard({ tabId: 7, frameId: 12 }, reportOf('2023D19159'))
    pages.loads(7)
    await pages.loaded(7)
    expect(pages.known(7)).toBeNull()
    expect(await pages.report(7)).toBeNull()
  })

  test('a frame that is gone is forgotten; one that answers still, or has another document by now, is not', async () => {
    const answers: Record<string, PageReport> = { B: reportOf('2023D19159') }
    const { pages } = pagesOver(answers)
    pages.heard(top, reportOf('2023D19158'))
    pages.heard(inner, reportOf('2023D19159'))
    await pages.check({ ...inner, documentId: 'before' })
    await pages.check(inner)
    expect(pages.known(7)?.codes).toHaveLength(2)
    delete answers.B
    await pages.check(inner)
    expect(pages.known(7)?.codes).toHaveLength(1)
  })

  test('while its documents are being asked, who wants them waits for all of them', async () => {
    let answer = (_: PageReport): void => undefined
    const late = new Promise<PageReport>((resolve) => {
      answer = resolve
    })
    const list = vi.fn(async ({ documentId }: Frame) => (documentId === 'A' ? reportOf('2023D19158') : late))
    const pages = createPages({ framesOf: async () => [top, inner], list })
    const asked = pages.report(7)
    await vi.waitFor(() => expect(pages.known(7)?.codes).toHaveLength(1))
    const frames = pages.frames(7)
    answer(reportOf('2023D19159'))
    expect((await frames).map(({ frame }) => frame)).toEqual([top, inner])
    expect((await asked)?.codes).toHaveLength(2)
    expect(list).toHaveBeenCalledTimes(2)
    expect(await pages.frames(7)).toHaveLength(2)
    expect(list).toHaveBeenCalledTimes(2)
  })

  test('a document that never answers does not hold up the others for good', async () => {
    vi.useFakeTimers()
    try {
      const list = ({ documentId }: Frame) =>
        documentId === 'A' ? Promise.resolve(reportOf('2023D19158')) : new Promise<never>(() => undefined)
      const pages = createPages({ framesOf: async () => [top, inner], list })
      const frames = pages.frames(7)
      await vi.advanceTimersByTimeAsync(3000)
      expect((await frames).map(({ frame }) => frame)).toEqual([top])
    } finally {
      vi.useRealTimers()
    }
  })

  test('asked anew, frames that the browser no longer has are left out', async () => {
    const { pages } = pagesOver({ A: reportOf('2023D19158') })
    pages.heard(inner, reportOf('2023D19159'))
    expect((await pages.ask(7))?.codes.map(({ id }) => id)).toEqual(['2023D19158'])
  })
})

beforeEach(() => locale.set('nl'))

describe('the badge', () => {
  test('is the number of different codes, in at most four characters', () => {
    expect(badgeOf(12)).toMatchObject({ text: '12', title: 'Kamerlens: 12 codes op deze pagina' })
    expect(badgeOf(1).title).toBe('Kamerlens: 1 code op deze pagina')
    expect(badgeOf(1000).text).toBe('999+')
  })

  test('is what all tabs show where there is none or no page was heard of', () => {
    for (const codes of [0, null]) expect(badgeOf(codes)).toEqual({ text: null, title: 'Kamerlens' })
  })

  test('tells of unseen news in words, beside the number', () => {
    expect(badgeOf(12, 2)).toEqual({
      text: '12',
      title: 'Kamerlens: 12 codes op deze pagina · 2 nieuwe berichten over wat u volgt',
    })
    expect(badgeOf(null, 1)).toEqual({ text: null, title: 'Kamerlens · 1 nieuw bericht over wat u volgt' })
  })
})
