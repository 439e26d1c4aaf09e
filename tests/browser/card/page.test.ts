import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { startPage } from '../../../entrypoints/page.content/start.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { cardRoot, start } from './rig.ts'

const ours = (): string[] => [...CSS.highlights.keys()].filter((name) => name.startsWith('kamerlens-'))
const painted = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = new Range()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    return live.toString()
  })

beforeEach(async () => {
  await page.viewport(1000, 700)
  scrollTo(0, 0)
})
afterEach(() => CSS.highlights.clear())

describe('painting', () => {
  test('by what is kept: unknown, known, noted; and anew when that changes', async () => {
    const states: Record<string, 'known' | 'noted'> = { '2023D19159': 'known', '2023D19160': 'noted' }
    show('<p>2023D19158, 2023D19159, 2023D19160</p>')
    const rig = start({ states })
    await soon(() => {
      expect(painted('kamerlens-unknown')).toEqual(['2023D19158'])
      expect(painted('kamerlens-known')).toEqual(['2023D19159'])
      expect(painted('kamerlens-noted')).toEqual(['2023D19160'])
    })
    states['2023D19158'] = 'noted'
    rig.page['page/refresh']()
    await soon(() => expect(painted('kamerlens-noted').sort()).toEqual(['2023D19158', '2023D19160']))
    expect(painted('kamerlens-unknown')).toEqual([])
  })

  test('only what is within about a screen of the viewport is registered', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `<p style="height: 50px">2023D${10_000 + index}</p>`)
    show(rows.join(''))
    start()
    await soon(() => expect(painted('kamerlens-unknown')).toContain('2023D10000'))
    const first = painted('kamerlens-unknown')
    expect(first.length).toBeLessThan(60)
    scrollTo(0, 10_000)
    await soon(() => expect(painted('kamerlens-unknown')).toContain('2023D10150'))
    expect(painted('kamerlens-unknown')).not.toContain('2023D10000')
    expect(painted('kamerlens-unknown').length).toBeLessThan(60)
  })

  test('of a long page begins with what is in view, before the rest is read', async () => {
    const rows = Array.from({ length: 8000 }, (_, index) => `<p style="height: 50px">Zie 2023D${10_000 + index}.</p>`)
    show(rows.join(''))
    scrollTo(0, 300_000)
    const rig = start()
    await expect.poll(() => painted('kamerlens-unknown'), { interval: 1, timeout: 6000 }).toContain('2023D14550')
    expect(rig.reports).toEqual([])
    // On a busy machine a page is idle for a moment only now and then.
    await expect.poll(() => rig.reports.at(-1)?.codes.length, { timeout: 20_000 }).toBe(8000)
    // The order of the page all the same.
    expect(rig.reports.at(-1)?.codes[0]?.id).toBe('2023D10000')
    scrollTo(0, 0)
    await soon(() => expect(painted('kamerlens-unknown')).toContain('2023D10000'))
  })

  test('so it is where one block holds them all', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `2023D${10_000 + index}`)
    show(`<pre>${lines.join('\n')}</pre>`)
    start()
    await soon(() => expect(painted('kamerlens-unknown')).toContain('2023D10000'))
    expect(painted('kamerlens-unknown').length).toBeLessThan(300)
    scrollTo(0, 30_000)
    await soon(() => {
      expect(painted('kamerlens-unknown')).not.toContain('2023D10000')
      expect(painted('kamerlens-unknown').length).toBeGreaterThan(20)
    })
    expect(painted('kamerlens-unknown').length).toBeLessThan(300)
  })

  test('nothing in the page’s DOM changes, and highlights of the page stay', async () => {
    const root = show(
      '<p>2023D19158 en <a href="https://zoek.officielebekendmakingen.nl/kst-36360-5.html">brief</a></p>',
    )
    const range = new Range()
    range.selectNodeContents(root)
    const theirs = new Highlight(range)
    CSS.highlights.set('search-results', theirs)
    const before = document.documentElement.outerHTML
    const rig = start()
    await soon(() => expect(painted('kamerlens-unknown')).toEqual(['2023D19158', 'brief']))
    expect(document.documentElement.outerHTML).toBe(before)
    rig.page['page/step']({ direction: 1 })
    await soon(() => expect(cardRoot()).not.toBeNull())
    expect(rig.page['page/html']().html).toBe(before)
    rig.stop()
    expect(document.documentElement.outerHTML).toBe(before)
    expect(CSS.highlights.get('search-results')).toBe(theirs)
    expect(theirs.size).toBe(1)
  })
})

describe('a page that changes', () => {
  test('added, changed and removed text', async () => {
    const root = show('<p>Nog niets.</p>')
    const rig = start()
    const paragraph = root.querySelector('p') as HTMLElement
    const added = document.createElement('section')
    added.append('Zie ', Object.assign(document.createElement('b'), { textContent: '2023D19' }), '158.')
    root.append(added)
    await soon(() => expect(painted('kamerlens-unknown')).toEqual(['2023D19158']))
    const text = paragraph.firstChild as Text
    text.data = 'Nu wel: 2023Z08012'
    await soon(() => expect(painted('kamerlens-unknown').sort()).toEqual(['2023D19158', '2023Z08012']))
    added.remove()
    text.data = 'Weer niets.'
    await soon(() => expect(painted('kamerlens-unknown')).toEqual([]))
    await soon(() => expect(rig.reports.at(-1)?.codes).toEqual([]))
  })

  test('pieces that are put beside each other become one code, and apart again', async () => {
    const root = show('<p>2023D19</p>')
    start()
    const paragraph = root.querySelector('p') as HTMLElement
    const rest = Object.assign(document.createElement('i'), { textContent: '158' })
    paragraph.append(rest)
    await soon(() => expect(painted('kamerlens-unknown')).toEqual(['2023D19158']))
    rest.remove()
    await soon(() => expect(painted('kamerlens-unknown')).toEqual([]))
  })

  test('a style sheet that comes late hides what it hides', async () => {
    show('<p>2023D19158, <span class="later-hidden">2023D19159</span></p>')
    const rig = start()
    const shownIds = () => rig.page['page/list']().codes.flatMap(({ id, collapsed }) => (collapsed ? [] : [id]))
    await soon(() => expect(rig.reports).toHaveLength(1))
    expect(shownIds()).toEqual(['2023D19158', '2023D19159'])
    // The window's change of size before each test has a look of its own, half a second later.
    await aWhile(1200)
    const sheet = new Blob(['.later-hidden { display: none }'], { type: 'text/css' })
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = URL.createObjectURL(sheet)
    document.head.append(link)
    await soon(() => expect(shownIds()).toEqual(['2023D19158']))
    link.remove()
  })

  test('a section that is opened, and an address that is changed', async () => {
    const root = show(
      '<div class="kl-test-closed">2023D19158</div><a href="/elders">Brief</a><style>.kl-test-closed { display: none }</style>',
    )
    start()
    root.querySelector('div')?.classList.remove('kl-test-closed')
    root.querySelector('a')?.setAttribute('href', 'https://zoek.officielebekendmakingen.nl/kst-36360-5.html')
    await soon(() => expect(painted('kamerlens-unknown').sort()).toEqual(['2023D19158', 'Brief']))
  })
})

describe('reports', () => {
  test('first what is there, then only when the codes change', async () => {
    const root = show('<p>2023D19158 2023Z08012 2023D19158</p>')
    const rig = start()
    await soon(() => expect(rig.reports).toHaveLength(1))
    expect(rig.reports[0]).toMatchObject({ contentType: 'text/html', url: location.href })
    expect(rig.reports[0]?.codes.map(({ id, count }) => [id, count])).toEqual([
      ['2023D19158', 2],
      ['2023Z08012', 1],
    ])
    root.append(Object.assign(document.createElement('p'), { textContent: 'geen code' }))
    root.append(Object.assign(document.createElement('p'), { textContent: '2023D19158' }))
    await aWhile(900)
    expect(rig.reports).toHaveLength(1)
    root.append(Object.assign(document.createElement('p'), { textContent: '2023D19160' }))
    await soon(() => expect(rig.reports).toHaveLength(2))
    expect(rig.page['page/list']().codes).toHaveLength(3)
  })

  test('once more, however often the page says that it is back from the history', async () => {
    show('<p>2023D19158</p>')
    const { reports } = start()
    await soon(() => expect(reports).toHaveLength(1))
    for (let time = 0; time < 1000; time += 1) dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await soon(() => expect(reports).toHaveLength(2))
    await aWhile(600)
    expect(reports).toHaveLength(2)
  })

  test('an address that changes without a load is reported', async () => {
    show('<p>2023D19158</p>')
    const former = location.href
    const rig = start()
    await soon(() => expect(rig.reports).toHaveLength(1))
    history.pushState(null, '', '#elders')
    await soon(() => expect(rig.reports.at(-1)?.url).toBe(location.href))
    expect(rig.reports).toHaveLength(2)
    history.replaceState(null, '', former)
  })

  test('the wrapper of a PDF is reported and not searched', async () => {
    show('<p>2023D19158</p>')
    const sent: unknown[] = []
    const controller = new AbortController()
    const channel = { send: async (...message: unknown[]) => sent.push(message), listen: () => () => undefined }
    startPage({ channel: channel as never, signal: controller.signal, contentType: 'application/pdf' })
    controller.abort()
    expect(sent).toEqual([['page/report', expect.objectContaining({ contentType: 'application/pdf', codes: [] })]])
  })
})

describe('being led to a code', () => {
  test('scrolls to it and flashes it once; again, to where it stands next', async () => {
    show('<p>2023D19158</p><p style="margin-top: 3000px">2023D19159</p><p style="padding-top: 3000px">2023D19159</p>')
    const rig = start()
    expect(rig.page['page/go-to']({ id: '2023D19159' })).toBe(true)
    const first = scrollY
    expect(first).toBeGreaterThan(2000)
    expect(painted('kamerlens-flash')).toEqual(['2023D19159'])
    await soon(() => expect(painted('kamerlens-flash')).toEqual([]))
    rig.page['page/go-to']({ id: '2023D19159' })
    expect(scrollY).toBeGreaterThan(first + 2000)
    rig.page['page/go-to']({ id: '2023D19159' })
    expect(scrollY).toBe(first)
    expect(rig.page['page/go-to']({ id: '2023D00000' })).toBe(false)
  })
})

describe('the end', () => {
  test('leaves nothing: no highlight, no host, no listener', async () => {
    const root = show('<p>2023D19158</p>')
    const rig = start()
    await soon(() => expect(ours()).toContain('kamerlens-unknown'))
    rig.page['page/step']({ direction: 1 })
    await soon(() => expect(cardRoot()).not.toBeNull())
    rig.stop()
    expect(ours()).toEqual([])
    expect(cardRoot()).toBeNull()
    const sent = rig.sent.length
    root.append(Object.assign(document.createElement('p'), { textContent: '2023D19160' }))
    dispatchEvent(new Event('resize'))
    scrollTo(0, 10)
    await aWhile(800)
    expect(ours()).toEqual([])
    expect(rig.sent).toHaveLength(sent)
  })

  test('a second start after it works like the first', async () => {
    show('<p>2023D19158</p>')
    start().stop()
    start()
    await soon(() => expect(painted('kamerlens-unknown')).toEqual(['2023D19158']))
  })

  test('the card’s root is closed to the page', async () => {
    show('<p>2023D19158</p>')
    const rig = start({}, 'closed')
    rig.page['page/step']({ direction: 1 })
    await soon(() => expect(document.querySelector('#kamerlens-card')).not.toBeNull())
    expect(cardRoot()).toBeNull()
  })
})
