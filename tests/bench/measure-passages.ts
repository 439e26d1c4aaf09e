import type { SoughtPassage } from '#utils/browser/protocol/passages.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import * as dom from '#utils/dom/natives.ts'
import { type PageText, readPageText } from '#utils/dom/page-text.ts'
import { Readable } from '#utils/dom/readable.ts'
import { quoteOf } from '#utils/notes/passages/quote.ts'
import { anchor } from '../../entrypoints/page.content/passages/anchoring.ts'
import { type Figures, now } from './measuring.ts'
import { clause } from './prose.ts'
import { Dice } from './random.ts'

/** 200 passages, of which 50 differ a little and 20 are gone; half of the others have moved. */
const counts = { all: 200, inexact: 50, gone: 20, moved: 65 } as const
const movedFrom = counts.gone + counts.inexact
/** Characters. */
const distance = 137
/** Characters that the edge of a passage may be off where a word was added. */
const near = 24
const key = 'passages'
const placesKey = 'passage-places'

/** Runs work to its end; gives what came of it, and how long the longest of its steps took. */
function run<Value>(work: Generator<void, Value>): { readonly value: Value; readonly longest: number } {
  let longest = 0
  for (;;) {
    const start = now()
    const step = work.next()
    longest = Math.max(longest, now() - start)
    if (step.done) return { value: step.value, longest }
  }
}

const read = (): Generator<void, PageText> =>
  readPageText(dom.documentElement(), new Readable(leftOutOn(location.hostname)))

/** Takes the passages from the page and lays them down for the next tab, which is to be cold. */
export async function takePassages(): Promise<Figures> {
  const { text } = run(read()).value
  const dice = new Dice(11)
  const passages = Array.from({ length: counts.all }, (_, index): SoughtPassage => {
    const start = dice.between(1000, text.length - 2000)
    const quote = quoteOf(text, text.indexOf(' ', start), text.indexOf(' ', start + dice.between(60, 360)))
    if (quote === null) throw new Error('no quote')
    const id = `passage-${index}`
    if (index < counts.gone) {
      const exact = clause(dice, 24)
      return { id, quote: { ...quote, exact, end: quote.start + exact.length } }
    }
    if (index < counts.gone + counts.inexact) {
      const middle = quote.exact.indexOf(' ', quote.exact.length >> 1)
      const exact = `${quote.exact.slice(0, middle)} ook${quote.exact.slice(middle)}`
      return { id, quote: { ...quote, exact, end: quote.start + exact.length } }
    }
    const by = index < movedFrom + counts.moved ? distance : 0
    return { id, quote: { ...quote, start: quote.start + by, end: quote.end + by } }
  })
  localStorage.setItem(key, JSON.stringify(passages))
  // Where each really stands.
  const moved = (index: number) => (index >= movedFrom && index < movedFrom + counts.moved ? distance : 0)
  localStorage.setItem(placesKey, JSON.stringify(passages.map(({ quote }, index) => quote.start - moved(index))))
  return { ms: 0, characters: text.length }
}

/** Reading the page's text for passages. */
export async function pageText(): Promise<Figures> {
  const start = now()
  const { value, longest } = run(read())
  return { ms: now() - start, longest, characters: value.text.length, nodes: value.nodes.length }
}

/** Reading it and finding all passages in it. */
export async function passages(): Promise<Figures> {
  const sought = JSON.parse(localStorage.getItem(key) ?? '[]') as SoughtPassage[]
  const start = now()
  const text = run(read())
  const between = now()
  const { value, longest } = run(anchor(text.value, sought))
  const end = now()
  const places = JSON.parse(localStorage.getItem(placesKey) ?? '[]') as number[]
  const wrong = value.anchored.filter(({ id, range }) => {
    const at = text.value.offsetOf(range.startContainer, range.startOffset)
    return Math.abs(at - (places[Number(id.split('-')[1])] ?? 0)) > near
  })
  const number = (state: string) => [...value.states.values()].filter((one) => one === state).length
  return {
    ms: end - start,
    text: between - start,
    anchoring: end - between,
    longest: Math.max(text.longest, longest),
    exact: number('exact'),
    inexact: number('inexact'),
    missing: number('missing'),
    unknown: number('unknown'),
    wrong: wrong.length,
  }
}
