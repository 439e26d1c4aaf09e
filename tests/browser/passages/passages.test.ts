import { describe, expect, test, vi } from 'vitest'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { around, painted, running, start, taken, words } from './passage-rig.ts'

describe('passages of a page', () => {
  test('are painted where they stand, across elements; one that is gone is told, and so is one that is back', async () => {
    const root = show(
      '<p>Inleiding van het stuk.</p><p>De <b>minister</b> zegt toe de Kamer voor de zomer te informeren over de voortgang.</p>',
    )
    const { work, sent } = start()
    const gone = taken(
      'Er was eens een heel andere tekst over dijken en polders.',
      'heel andere tekst over dijken',
      'gone',
    )
    work.seek([taken(around, words, 'here'), gone], null)
    await soon(() => expect(painted('passage')).toEqual([words]))
    await soon(() =>
      expect(sent.at(-1)).toEqual({ type: 'passages/looked', payload: { found: ['here'], missing: ['gone'] } }),
    )
    expect(work['page/passages']()).toEqual([
      { id: 'here', state: 'exact' },
      { id: 'gone', state: 'missing' },
    ])
    root.append('Er was eens een heel andere tekst over dijken en polders.')
    await soon(() => expect(painted('passage')).toHaveLength(2))
    await soon(() => expect(sent.at(-1)?.payload).toEqual({ found: ['here', 'gone'], missing: [] }))
  })

  test('that changed a little are painted otherwise; where two places could be meant, in none', async () => {
    const changed = words.replace('voor de zomer', 'vóór de zomer')
    const root = show(`<p>${changed}</p>`)
    const { work } = start()
    work.seek([taken(around, words)], null)
    await soon(() => expect(painted('passage-inexact')).toEqual([changed]))
    expect(painted('passage')).toEqual([])
    root.insertAdjacentHTML('beforeend', `<p>${changed}</p>`)
    root.querySelector('p')?.replaceWith(root.querySelector('p')?.cloneNode(true) ?? '')
    await soon(() => expect(painted('passage-inexact')).toEqual([]))
  })

  test('count as missing only once the page has had its time', async () => {
    show('<p>Niets.</p>')
    const { work, sent } = start({}, 1500)
    work.seek([taken(around, words)], null)
    work['page/passages']()
    expect(sent).toEqual([])
    await soon(() => expect(sent).toMatchObject([{ payload: { missing: [words] } }]))
  })

  test('stay painted where the page clears the highlights, and are gone with Kamerlens', async () => {
    show(`<p>${words}</p>`)
    const { work } = start()
    work.seek([taken(around, words)], null)
    await soon(() => expect(painted('passage')).toHaveLength(1))
    CSS.highlights.clear()
    await soon(() => expect(painted('passage')).toHaveLength(1))
    CSS.highlights.get('kamerlens-passage')?.clear()
    await soon(() => expect(painted('passage')).toHaveLength(1))
    running[0]?.abort()
    expect(CSS.highlights.has('kamerlens-passage')).toBe(false)
  })

  test('are found in a shadow tree, also when its text changes', async () => {
    const root = show('<div id="host"></div>')
    const shadow = root.querySelector('#host')?.attachShadow({ mode: 'open' })
    if (shadow === undefined) throw new Error('no shadow')
    shadow.append('leeg')
    const { work } = start()
    work.seek([taken(around, words)], null)
    work['page/passages']()
    shadow.append(around)
    await soon(() => expect(painted('passage')).toEqual([words]))
  })

  test('are scrolled to and flashed once when asked for, also before they were found', async () => {
    const root = show(`<div style="height:3000px"></div><p>${words}</p>`)
    const { work } = start()
    work.seek([taken(around, words)], words)
    await soon(() => expect(painted('passage-flash')).toEqual([words]))
    const box = root.querySelector('p')?.getBoundingClientRect()
    expect(box !== undefined && box.top > 0 && box.bottom < innerHeight).toBe(true)
    expect(work['page/show-passage']({ id: 'unknown' })).toBe(false)
    scrollTo(0, 0)
  })

  test('of a huge page are found in steps between which it gets its turn', async () => {
    const filler = Array.from(
      { length: 4000 },
      (_, index) => `<p>Alinea ${index} over <b>beleid</b> en uitvoering van ${index * 7} maatregelen.</p>`,
    )
    show(`${filler.join('')}<p>${words}</p>`)
    const { work } = start()
    const gone = Array.from({ length: 40 }, (_, index) =>
      taken(
        `voor ${'x'.repeat(index)} maatregelen van uitvoering en ${index} keer beleid over alinea na`,
        `maatregelen van uitvoering en ${index} keer beleid over alinea`,
      ),
    )
    const turns = countTurns()
    work.seek([...gone, taken(around, words)], null)
    await soon(() => expect(painted('passage')).toEqual([words]))
    // A slice and the longest single step: as many milliseconds by the real clock, on a machine with nothing else to do.
    expect(turns.longest()).toBeLessThan(50)
    expect(turns.count()).toBeGreaterThan(10)
  })
})

/**
 * A clock that goes on by a millisecond whenever it is looked at, so by work and not by time, and the page's turns by it; each
 * slice of work gets the next one.
 */
function countTurns(): { readonly count: () => number; readonly longest: () => number } {
  let clock = 0
  let begun = 0
  let longest = 0
  let count = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1
    longest = Math.max(longest, clock - begun)
    return clock
  })
  vi.spyOn(globalThis, 'requestIdleCallback').mockImplementation((callback) =>
    window.setTimeout(() => {
      begun = clock
      count += 1
      callback({ didTimeout: false, timeRemaining: () => 0 })
    }),
  )
  vi.spyOn(globalThis, 'cancelIdleCallback').mockImplementation((handle) => clearTimeout(handle))
  return { count: () => count, longest: () => longest }
}

describe('the selection', () => {
  const select = (node: Node) => getSelection()?.selectAllChildren(node)

  test('is given as a quote; none, or one without end, is said', () => {
    const root = show(`<p>Inleiding.</p><p>${words}</p><section>${'woord '.repeat(2500)}</section>`)
    const { work } = start()
    select(root.querySelectorAll('p')[1] as Node)
    expect(work.selection()).toMatchObject({ state: 'quote', quote: { exact: words }, url: location.href })
    select(root.querySelector('section') as Node)
    expect(work.selection()).toEqual({ state: 'too-long' })
    getSelection()?.removeAllRanges()
    expect(work.selection()).toEqual({ state: 'nothing' })
  })

  test('of words that look like markup is found again as the same words, on a page that hides its own properties', async () => {
    const hostile = '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; __proto__ \\u0000 «eind»'
    const html = `<form><input name="childNodes"><input name="textContent"><input name="getRootNode"><p>${hostile} van de tekst</p></form>`
    const root = show(html)
    const { work } = start()
    select(root.querySelector('p') as Node)
    const answer = work.selection()
    if (answer.state !== 'quote') throw new Error(answer.state)
    expect(answer.quote.exact).toContain('</script><img src=x onerror=alert(1)>')
    work.seek([{ id: 'n', quote: answer.quote }], null)
    await soon(() => expect(painted('passage')).toEqual([answer.quote.exact]))
  })
})
