import type { Subscription } from 'dexie'
import { useEffect, useRef, useState } from 'preact/hooks'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import { pagesFor, type RowRange } from './windowing.ts'

/** A long list whose rows are read as they come into view. */
export interface RowSource<Row> {
  readonly count: number
  /** One string for one row, wherever it stands. */
  readonly keyOf: (index: number) => string
  /** Rows from one place to before another, each with its key; those that are gone left out. Reads by Dexie alone. */
  readonly read: (from: number, until: number) => Promise<readonly (readonly [key: string, row: Row])[]>
}

export interface Rows<Row> {
  /** Undefined while it is not read. */
  readonly at: (index: number) => Row | undefined
  /** Rows came into view. */
  readonly onRange: (range: RowRange) => void
  readonly hasFailed: boolean
  /** Reads again what could not be read. */
  readonly again: () => void
}

/** Rows that are read at once. */
const pageSize = 40
/** Milliseconds that a list must stand still that was scrolled by pages at a time: what it flew over nobody sees. */
const landing = 80
/** Rows that are remembered, besides those near those in view. */
const mostRows = 2_000

/**
 * The rows in view and near it, followed live; those read before are remembered for a while, so that going back shows them at
 * once. One page is read at a time: who flies over a list does not wait for all that was flown over.
 *
 * @param source another object is another order, or another list
 */
export function useRows<Row>(source: RowSource<Row>): Rows<Row> {
  const [, redraw] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const reader = useRef<PageReader<Row> | null>(null)
  reader.current ??= new PageReader<Row>(() => redraw((count) => count + 1), setFailed)
  const { current } = reader
  current.setSource(source)
  useEffect(() => {
    current.restart()
    return () => current.stop()
  }, [source])
  return {
    at: (index) => current.rows.get(source.keyOf(index)),
    onRange: (range) => current.want(range),
    hasFailed,
    again: () => {
      setFailed(false)
      current.restart()
    },
  }
}

class PageReader<Row> {
  readonly rows = new Map<string, Row>()
  readonly #onRows: () => void
  readonly #onFailed: (hasFailed: boolean) => void
  readonly #followed = new Map<number, Subscription>()
  #source: RowSource<Row> | null = null
  #range: RowRange = { first: 0, last: -1 }
  /** Waits until a flight over the list has ended. */
  #landed: ReturnType<typeof setTimeout> | null = null
  /** The page that is read for the first time; it may have been left meanwhile. */
  #reading: { readonly page: number; hasBegun: boolean } | null = null

  constructor(onRows: () => void, onFailed: (hasFailed: boolean) => void) {
    this.#onRows = onRows
    this.#onFailed = onFailed
  }

  setSource(source: RowSource<Row>): void {
    this.#source = source
  }

  want(range: RowRange): void {
    this.#range = range
    const wanted = this.#wanted()
    const stay = [...this.#followed.keys()].some((page) => wanted.includes(page))
    const isFlying = this.#followed.size > 0 && !stay
    for (const page of [...this.#followed.keys()]) if (!wanted.includes(page)) this.#leave(page)
    if (isFlying || this.#landed !== null) this.#waitForLanding()
    else this.#next()
  }

  #waitForLanding(): void {
    if (this.#landed !== null) clearTimeout(this.#landed)
    this.#landed = setTimeout(() => {
      this.#landed = null
      this.#next()
    }, landing)
  }

  /** What was read is of another order: the pages in view are read anew. */
  restart(): void {
    this.stop()
    this.#next()
  }

  stop(): void {
    if (this.#landed !== null) clearTimeout(this.#landed)
    this.#landed = null
    for (const page of [...this.#followed.keys()]) this.#leave(page)
  }

  #wanted(): readonly number[] {
    return pagesFor(this.#range, this.#source?.count ?? 0, pageSize)
  }

  #leave(page: number): void {
    this.#followed.get(page)?.unsubscribe()
    this.#followed.delete(page)
    // A read that goes on is waited for all the same: others behind it would only be slower.
    if (this.#reading?.page === page && !this.#reading.hasBegun) this.#reading = null
  }

  #next(): void {
    const source = this.#source
    const page =
      this.#reading === null && this.#landed === null
        ? this.#wanted().find((each) => !this.#followed.has(each))
        : undefined
    if (source === null || page === undefined) return
    const reading = { page, hasBegun: false }
    this.#reading = reading
    const [from, until] = [page * pageSize, Math.min((page + 1) * pageSize, source.count)]
    const read = async () => {
      reading.hasBegun = true
      try {
        return await source.read(from, until)
      } finally {
        // In a task of its own: no part of this query, and the screen has its turn.
        setTimeout(() => this.#hasRead(reading))
      }
    }
    const subscription = followQuery(read, {
      next: (found) => {
        for (const [key, row] of found) this.rows.set(key, row)
        this.#forget()
        this.#onFailed(false)
        this.#onRows()
      },
      error: () => this.#onFailed(true),
    })
    this.#followed.set(page, subscription)
  }

  #hasRead(reading: object): void {
    if (this.#reading !== reading) return
    this.#reading = null
    this.#next()
  }

  /** Lets go of the rows that are farthest from being seen again: those read first. */
  #forget(): void {
    const source = this.#source
    if (source === null || this.rows.size <= mostRows) return
    const near = new Set<string>()
    for (const page of this.#wanted())
      for (let index = page * pageSize; index < Math.min((page + 1) * pageSize, source.count); index += 1)
        near.add(source.keyOf(index))
    for (const key of this.rows.keys()) {
      if (this.rows.size <= mostRows / 2) return
      if (!near.has(key)) this.rows.delete(key)
    }
  }
}
