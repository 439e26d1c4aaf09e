import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { QuestionRow } from '#utils/database/schema.ts'
import type { PdfView, Place } from './pdf-view.ts'
import { hasPages, placesOf, questionAt, sameQuestion, topsByText } from './question-places.ts'

/** Points that the eyes may move before a question that was chosen gives way to the one that is read. */
const steady = 40

export interface QuestionPlaces {
  /** Order of the question that is read, or was chosen; null before the first. */
  readonly current: number | null
  /** Scrolls the pages to a question. */
  choose(order: number): void
}

/** Where the questions stand in the pages, and which one is in view. */
export function useQuestionPlaces(view: PdfView | null, rows: readonly QuestionRow[]): QuestionPlaces {
  const { found, locate } = useFoundPlaces(view, rows)
  const places = useMemo(() => placesOf(rows, found), [rows, found])
  const [chosen, setChosen] = useState<{ readonly order: number; readonly eyes: Place } | null>(null)
  const wanted = useRef<number | null>(null)

  async function choose(order: number) {
    const row = rows.find((one) => one.order === order)
    // What is chosen before the pages, or the questions, are there is shown once they are.
    wanted.current = view === null || row === undefined ? order : null
    if (view === null || row === undefined) return
    setChosen({ order, eyes: view.eyes.peek() })
    const texts = await locate(row)
    const place = placesOf(rows, texts).find((one) => one.order === order)
    if (place === undefined) return
    view.show(place)
    setChosen({ order, eyes: view.eyes.peek() })
  }

  // What was chosen stays chosen where the list of a document that is being read gives way to a longer one.
  const listed = useRef(rows)
  useEffect(() => {
    const before = listed.current
    listed.current = rows
    if (chosen === null || before === rows || rows.length === 0) return
    const order = sameQuestion(before, chosen.order, rows)
    if (order !== chosen.order) setChosen(order === null ? null : { ...chosen, order })
  }, [rows])

  useEffect(() => {
    if (view !== null && wanted.current !== null) void choose(wanted.current)
  }, [view, rows])

  // By an effect and not by reading the eyes here: they move with each frame of scrolling, the question seldom.
  const [current, setCurrent] = useState<number | null>(null)
  useEffect(() => {
    if (view === null) return
    return effect(() => {
      const eyes = view.eyes.value
      setCurrent(chosen !== null && isNear(chosen.eyes, eyes) ? chosen.order : questionAt(places, eyes))
    })
  }, [view, places, chosen])
  return { current, choose }
}

const isNear = (one: Place, other: Place): boolean => one.page === other.page && Math.abs(one.top - other.top) < steady

/** Finds questions without a height by their text: those of the pages in view, and those that are asked for. */
function useFoundPlaces(view: PdfView | null, rows: readonly QuestionRow[]) {
  const [found, setFound] = useState<ReadonlyMap<number, Place>>(new Map())
  const state = useRef({ rows, found, looked: new Set<number>() })
  if (state.current.rows !== rows) state.current = { rows, found: new Map(), looked: new Set() }
  const own = state.current
  const [first, last] = view?.shown.value ?? [1, 0]
  const isPaged = view === null || hasPages(rows, view.pages.value)

  async function look(page: number): Promise<void> {
    if (view === null || own.looked.has(page)) return
    own.looked.add(page)
    // Of a reading without pages any question that was not found before may stand here.
    const wanted = isPaged
      ? rows.filter((row) => row.ownPage === page && row.top === undefined)
      : rows.filter((row) => !own.found.has(row.order))
    if (wanted.length === 0) return
    const tops = topsByText(await view.textOf(page), wanted)
    if (state.current !== own) return
    own.found = new Map([...own.found, ...[...tops].map(([order, top]) => [order, { page, top }] as const)])
    setFound(own.found)
  }

  useEffect(() => {
    setFound(own.found)
    const pages = isPaged ? [first, last + 1] : [1, view?.pages.value ?? 0]
    void (async () => {
      for (let page = pages[0] ?? 1; page <= (pages[1] ?? 0) && page <= (view?.pages.value ?? 0); page += 1)
        await look(page).catch(() => undefined)
    })()
  }, [view, rows, first, last, isPaged])

  return {
    found,
    async locate(row: QuestionRow): Promise<ReadonlyMap<number, Place>> {
      if (isPaged) await look(row.ownPage).catch(() => undefined)
      return own.found
    },
  }
}
