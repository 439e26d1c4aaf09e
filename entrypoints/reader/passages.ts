import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PassageSearch, PlacedPassage } from '#components/reader/passages-in-reader.ts'
import type { PdfView } from '#components/reader/pdf-view.ts'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import type { ReaderState } from '#components/reader/reader-state.ts'
import { onPassageMessages, sendToBackground } from '#utils/browser/messages.ts'
import type { BegunPassage, SelectionAnswer } from '#utils/browser/protocol/passages.ts'
import { followQuery } from '#utils/database/follow-query.ts'
import { findDocument } from '#utils/database/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { type PassageNote, passagesOf } from '#utils/database/passages.ts'
import cardCss from '../page.content/card/card.css?inline'
import type { PageChannel } from '../page.content/channel.ts'
import type { AnchoredPassage } from '../page.content/passages/anchoring.ts'
import { PassageCard } from '../page.content/passages/card.ts'
import { PassagePainter } from '../page.content/passages/painter.ts'
import { PassagePointing } from '../page.content/passages/pointing.ts'
import { LayerTexts } from './pdf/layer-texts.ts'
import {
  atItsPage,
  inAll,
  type PagePart,
  type PageWords,
  type PassagePlace,
  wordsOfPage,
} from './pdf/passage-places.ts'

/** Milliseconds after the last change of the text layers until they are looked through. */
const calm = 250

export interface ReaderPassagesOptions {
  readonly db: KamerlensDatabase
  readonly place: Promise<PagesPlace>
  readonly state: ReadonlySignal<ReaderState>
  /** The name of the document; null until it has one. */
  readonly document: ReadonlySignal<string | null>
  readonly url: string | null
  /** Of a private window, where nothing is written but notes. */
  readonly isPrivate: boolean
  /** Where notes that are made here say that they were made. */
  readonly notePlace: BegunPassage['place'] | undefined
  /** Opens a note beside the pages: one that is kept, or one that was begun. */
  readonly open: (id: string, begun: BegunPassage | null) => void
  readonly onTooLong: () => void
}

/** The passages of the document in the reader. */
export interface ReaderPassagesHere {
  readonly passages: ReadonlySignal<readonly PlacedPassage[]>
  readonly search: ReadonlySignal<PassageSearch | null>
  /** Whether something of the pages is selected. */
  readonly isSelected: ReadonlySignal<boolean>
  /** Begins a note on what is selected. */
  begin(): void
  /** Scrolls to a passage, now or once it is found. */
  show(id: string): void
}

/** Finds the passages of the document in its pages, paints them as these are drawn, and makes new ones of selections. */
export function createReaderPassages(options: ReaderPassagesOptions): ReaderPassagesHere {
  const { db, state, document: name, url, isPrivate, notePlace, open } = options
  const { signal: forever } = new AbortController()
  const painter = new PassagePainter(forever)
  const passages = signal<readonly PlacedPassage[]>([])
  const search = signal<PassageSearch | null>(null)
  const isSelected = signal(false)
  let notes: readonly PassageNote[] = []
  let places = new Map<string, PassagePlace>()
  let missing = new Set<string>()
  let words = new Map<number, PageWords>()
  let view: PdfView | null = null
  let layers: LayerTexts | null = null
  let anchored: readonly AnchoredPassage[] = []
  let wanted: string | null = null
  let looking = 0
  let told = ''

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)
  const channel = {
    send: async (type: string, { id }: { readonly id: string }) => {
      if (type === 'passages/edit') return open(id, null)
      return { ok: true, value: { body: (await db.notes.get(id))?.body ?? '' } }
    },
  } as unknown as Pick<PageChannel, 'send'>
  const card = new PassageCard({ channel, signal: forever, shadowMode: 'closed', sheet })
  new PassagePointing(() => anchored, card, [], forever)

  /** What is told of the passages, in the order of the document. */
  function publish(): void {
    const order = ({ note: { id } }: PlacedPassage) => places.get(id)?.parts[0]
    const before = (one: PagePart | undefined, other: PagePart | undefined) =>
      one === undefined || other === undefined
        ? Number(one === undefined) - Number(other === undefined)
        : one.page - other.page || one.start - other.start
    passages.value = notes
      .map((note): PlacedPassage => {
        const place = places.get(note.id)
        const notFound = missing.has(note.id) ? 'missing' : 'unknown'
        return { note, state: place?.state ?? notFound, page: place?.parts[0]?.page ?? null }
      })
      .toSorted((one, other) => before(order(one), order(other)))
    paint()
    if (wanted !== null && places.has(wanted)) show(wanted)
  }

  async function pageWords(own: PdfView, page: number): Promise<void> {
    if (words.has(page) || page < 1 || page > own.pages.peek()) return
    const read = wordsOfPage(await own.textOf(page))
    if (own === view) words.set(page, read)
  }

  /** First each where it was taken; those that do not stand there are looked for in all pages. */
  async function look(): Promise<void> {
    const own = view
    looking += 1
    const turn = looking
    const isCurrent = () => own === view && turn === looking
    places = new Map([...places].filter(([id]) => notes.some((note) => note.id === id)))
    publish()
    if (own === null || notes.length === 0) return
    for (const { id, passage } of notes) {
      if (places.has(id)) continue
      for (const page of [passage.page ?? 1, (passage.page ?? 1) + 1]) await pageWords(own, page)
      if (!isCurrent()) return
      const place = atItsPage(passage, words)
      if (place !== null) places.set(id, place)
    }
    publish()
    const left = notes.filter(({ id }) => !places.has(id))
    if (left.length > 0) await lookInAll(own, left, isCurrent)
    if (isCurrent()) tell()
  }

  async function lookInAll(own: PdfView, left: readonly PassageNote[], isCurrent: () => boolean): Promise<void> {
    const total = own.pages.peek()
    for (let page = 1; page <= total; page += 1) {
      await pageWords(own, page)
      if (!isCurrent()) return
      search.value = { done: page, total }
    }
    search.value = null
    missing = new Set()
    for (const { id, passage } of left) {
      const place = inAll(passage, words)
      if (place === null) missing.add(id)
      else places.set(id, place)
      // Each may take a moment: the window gets its turn.
      await new Promise((resolve) => setTimeout(resolve))
      if (!isCurrent()) return
    }
    publish()
  }

  function tell(): void {
    const looked = { found: [...places.keys()], missing: [...missing], ...(url === null ? {} : { url }) }
    const now = JSON.stringify(looked)
    if (isPrivate || now === told) return
    told = now
    sendToBackground('passages/looked', looked).catch(() => undefined)
  }

  /** Paints what is drawn of the passages. */
  function paint(): void {
    const drawn = layers?.drawn() ?? []
    anchored = notes.flatMap(({ id }) => {
      const place = places.get(id)
      return (place?.parts ?? []).flatMap((part): readonly AnchoredPassage[] => {
        const text = drawn.find(({ page }) => page === part.page)?.text
        const stretch = text?.stretch(part.start, part.end)
        if (text === undefined || place === undefined || !stretch) return []
        return [
          {
            id,
            state: place.state,
            range: new StaticRange(stretch),
            link: null,
            words: text.text.slice(part.start, part.end),
          },
        ]
      })
    })
    painter.paint(anchored)
    card.keepTo(anchored)
  }

  function show(id: string): void {
    const place = places.get(id)
    const part = place?.parts[0]
    wanted = place === undefined || view === null ? id : null
    if (view === null || place === undefined || part === undefined) return
    view.show({ page: part.page, top: place.top })
    // The page may be drawn a moment later.
    setTimeout(() => flash(id), 2 * calm)
    flash(id)
  }

  function flash(id: string): void {
    const first = anchored.find((one) => one.id === id)
    if (first !== undefined) painter.flash(first)
  }

  async function begin(): Promise<void> {
    const selected = layers?.selected() ?? null
    const target = await targetOf()
    if (selected === null || target === null) return
    if (selected.quote === null) {
      options.onTooLong()
      return
    }
    const id = crypto.randomUUID()
    const taken = url === null || isPrivate ? {} : { url }
    const passage = { quote: selected.quote, format: 'pdf', page: selected.page, ...taken } as const
    open(id, { id, target, passage, ...(notePlace === undefined ? {} : { place: notePlace }) })
  }

  /** A file of the user's own goes by the name that its document is kept under. */
  async function targetOf(): Promise<string | null> {
    const own = name.peek()
    if (own === null || url !== null) return own
    return (await findDocument(db, own).catch(() => undefined))?.id ?? own
  }

  effect(() => {
    const opened = state.value
    view = opened.type === 'open' ? opened.view : null
    words = new Map()
    places = new Map()
    missing = new Set()
    void look()
  })
  let stop = () => {}
  effect(() => {
    const own = name.value
    stop()
    if (own === null) return
    const follow = followQuery(() => passagesOf(db, own), {
      next: (found) => {
        notes = found
        void look()
      },
      error: (error: unknown) => console.error(error),
    })
    stop = () => follow.unsubscribe()
  })

  void options.place.then(({ viewer }) => {
    const texts = new LayerTexts(viewer)
    layers = texts
    let isPlanned = false
    new MutationObserver(() => {
      if (isPlanned) return
      isPlanned = true
      setTimeout(() => {
        isPlanned = false
        texts.forget()
        paint()
      }, calm)
    }).observe(viewer, { childList: true, subtree: true })
    document.addEventListener('selectionchange', () => {
      const { anchorNode, isCollapsed = true } = getSelection() ?? {}
      isSelected.value = !isCollapsed && anchorNode != null && viewer.contains(anchorNode)
    })
    paint()
  })

  const answer = (): SelectionAnswer => {
    if (layers?.selected() == null) return { state: 'nothing' }
    void begin()
    return { state: 'taken' }
  }
  onPassageMessages({
    'page/selection': answer,
    'page/passages': () => passages.peek().map(({ note: { id }, state: found }) => ({ id, state: found })),
    'page/show-passage': ({ id }) => {
      show(id)
      return places.has(id)
    },
    'page/step-passage': () => {
      const all = passages.peek().filter(({ page }) => page !== null)
      const next = all[(all.findIndex(({ note }) => note.id === stepped) + 1) % all.length]
      if (next === undefined) return false
      stepped = next.note.id
      show(next.note.id)
      open(next.note.id, null)
      return true
    },
    'page/dismiss': () => undefined,
    'page/refresh': () => undefined,
  })
  let stepped: string | null = null

  return { passages, search, isSelected, begin: () => void begin(), show }
}
