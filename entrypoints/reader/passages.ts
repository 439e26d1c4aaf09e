import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PassageSearch, PlacedPassage } from '#components/reader/passages-in-reader.ts'
import type { PdfView } from '#components/reader/pdf-view.ts'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import type { ReaderState } from '#components/reader/reader-state.ts'
import { onPassageMessages, sendToBackground } from '#utils/browser/messages.ts'
import type { BegunPassage, SelectionAnswer } from '#utils/browser/protocol/passages.ts'
import { findDocument } from '#utils/database/names/named-documents.ts'
import { type PassageNote, passagesOf } from '#utils/database/notes/passages.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import cardCss from '../page.content/card/card.css?inline'
import type { AnchoredPassage } from '../page.content/passages/anchoring.ts'
import { PassageCard } from '../page.content/passages/card.ts'
import { PassagePainter } from '../page.content/passages/painter.ts'
import { PassagePointing } from '../page.content/passages/pointing.ts'
import { answeredHere } from './answered-here.ts'
import { placesOfPassages } from './passage-search.ts'
import { LayerTexts } from './pdf/layer-texts.ts'
import { drawnPassages, placedPassages } from './placed-passages.ts'

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
  const isSelected = signal(false)
  const found = placesOfPassages(publish, tell)
  let notes: readonly PassageNote[] = []
  let view: PdfView | null = null
  let layers: LayerTexts | null = null
  let anchored: readonly AnchoredPassage[] = []
  /** The passage to scroll to once it is found. */
  let wanted: string | null = null
  /** The passage that the keys last went to. */
  let stepped: string | null = null
  let told = ''

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)
  const channel = answeredHere<'passages/edit' | 'passages/note'>({
    'passages/edit': ({ id }) => open(id, null),
    'passages/note': async ({ id }) => ({ ok: true, value: { body: (await db.notes.get(id))?.body ?? '' } }),
  })
  const card = new PassageCard({ channel, signal: forever, shadowMode: 'closed', sheet })
  new PassagePointing(() => anchored, card, [], forever)

  function publish(): void {
    passages.value = placedPassages(notes, found)
    paint()
    if (wanted !== null && found.places.has(wanted)) show(wanted)
  }

  function tell(): void {
    const looked = { found: [...found.places.keys()], missing: [...found.missing], ...(url === null ? {} : { url }) }
    const now = JSON.stringify(looked)
    if (isPrivate || now === told) return
    told = now
    sendToBackground('passages/looked', looked).catch(() => undefined)
  }

  /** Paints what is drawn of the passages. */
  function paint(): void {
    anchored = drawnPassages(notes, found, layers?.drawn() ?? [])
    painter.paint(anchored)
    card.keepTo(anchored)
  }

  function show(id: string): void {
    const place = found.places.get(id)
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
    found.showIn(view)
  })
  let stop = () => {}
  effect(() => {
    const own = name.value
    stop()
    if (own === null) return
    const follow = followQuery(() => passagesOf(db, own), {
      next: (kept) => {
        notes = kept
        found.lookFor(kept)
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
    'page/passages': () => passages.peek().map(({ note: { id }, state: stands }) => ({ id, state: stands })),
    'page/show-passage': ({ id }) => {
      show(id)
      return found.places.has(id)
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
  return { passages, search: found.progress, isSelected, begin: () => void begin(), show }
}
