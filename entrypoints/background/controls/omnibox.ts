import { browser } from 'wxt/browser'
import { dayInWords } from '#components/parts/moments.ts'
import { omniboxMessages } from '#locales/omnibox.ts'
import type { SearchHits } from '#utils/database/library/search.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { DocumentRow, NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { readTyped } from '#utils/references/dossier.ts'
import type { Code } from '#utils/references/types.ts'
import { openInOrdinaryWindow } from './ordinary-window.ts'
import { libraryAddress, type Opening } from './screens.ts'

/** What stands under the address bar: what is chosen by it, in words. */
export interface Suggestion {
  /** What comes back when it is chosen, and stands in the address bar meanwhile. */
  readonly content: string
  readonly description: string
}

export interface Suggestions {
  /** What Enter does with what was typed. */
  readonly first: string
  readonly others: readonly Suggestion[]
}

/** Searches what is kept. */
export type Search = (
  words: string,
  options: { readonly limit: number; readonly signal?: AbortSignal },
) => Promise<Pick<SearchHits, 'documents' | 'questions' | 'notes'>>

/** Describes something: what it is called, and of what it is. */
export type Describe = (name: string, of?: string) => string

/** Of each kind, and of all: no address bar shows more. */
const most = { each: 3, all: 8 } as const
/** Characters of a name. */
const longest = 120
/** Milliseconds until a text counts as typed: where the index is not ready the search reads all that is kept. */
const calm = 100

/** A text as one line, short enough for the address bar, without characters that no XML may hold. */
function line(text: string): string {
  const clean = text
    .slice(0, 4 * longest)
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ')
  const trimmed = clean.trim()
  return trimmed.length > longest ? `${trimmed.slice(0, longest).trimEnd().toWellFormed()}…` : trimmed
}

/** Firefox takes the text as it is. */
export const describePlainly: Describe = (name, of) => (of ? `${line(name)} · ${line(of)}` : line(name))

/** Chromium takes XML. */
export const describeInXml: Describe = (name, of) =>
  of ? `${escaped(line(name))} <dim>· ${escaped(line(of))}</dim>` : escaped(line(name))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** A suggestion's content, which may be typed as well: `document:2023D20951`, `document:2023D20951#12`, `note:<id>`. */
const kept = /^(?:document:(.{1,2000}?)(?:#(\d{1,6}))?|note:([\w-]{1,100}))$/u

/** What a chosen or typed text opens; null where nothing was typed. */
export function openingOfInput(input: string): Opening | null {
  const text = input.trim()
  const [, document, order, note] = kept.exec(text) ?? []
  if (document !== undefined) return { document, ...(order === undefined ? {} : { question: Number(order) }) }
  if (note !== undefined) return { passage: note }
  const code = readTyped(text)
  if (code !== null) return { code: code.id }
  return text === '' ? null : { search: text.slice(0, 500) }
}

/** What is kept that a typed text may mean. Nobody is asked. */
export async function suggestionsFor(
  db: KamerlensDatabase,
  search: Search,
  input: string,
  describe: Describe,
  signal?: AbortSignal,
): Promise<Suggestions> {
  const text = input.trim()
  const code = readTyped(text)
  const first = firstOf(text, code, describe)
  if (text === '') return { first, others: [] }
  const [known, found] = await Promise.all([
    code === null ? null : lookup(db, code),
    search(text, { limit: most.each, ...(signal ? { signal } : {}) }),
  ])
  const { ofDocument, ofQuestion, ofNote } = suggestionsIn(describe)
  const all = [
    ...(known?.printed ?? []).slice(0, most.each).map(ofQuestion),
    ...(known?.document ? [ofDocument(known.document)] : []),
    ...(known?.notes ?? []).slice(0, most.each).map(ofNote),
    ...found.documents.map(ofDocument),
    ...found.questions.map(ofQuestion),
    ...found.notes.map(ofNote),
  ]
  const others = new Map(all.map((one) => [one.content, one]))
  return { first, others: [...others.values()].slice(0, most.all) }
}

function firstOf(text: string, code: Code | null, describe: Describe): string {
  const t = omniboxMessages.get()
  if (code !== null) return describe(t.openCode({ code: code.label }))
  return describe(text === '' ? t.prompt : t.search({ words: line(text) }))
}

function suggestionsIn(describe: Describe) {
  const t = omniboxMessages.get()
  const titleOf = ({ title }: DocumentRow) => title.trim() || t.untitled
  return {
    ofDocument: (document: DocumentRow): Suggestion => ({
      content: `document:${document.id}`,
      description: describe(titleOf(document), document.date && dayInWords(document.date)),
    }),
    ofQuestion: ({ question, list }: { question: QuestionRow; list: DocumentRow }): Suggestion => ({
      content: `document:${list.id}#${question.order}`,
      description: describe(`${t.question({ number: question.number })}: ${question.question}`, titleOf(list)),
    }),
    ofNote: ({ id, body, passage }: NoteRow): Suggestion => ({
      content: `note:${id}`,
      description: describe(body.trim() || passage?.quote.exact || t.note, t.note),
    }),
  }
}

type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'

/**
 * The keyword in the address bar: a code, a dossier or words lead to what is kept, or to a look-up. Registers its listeners
 * at once; the browser starts the background for them.
 *
 * @param describe how this browser wants suggestions written
 */
export function serveOmnibox(db: KamerlensDatabase, search: Search, describe: Describe): void {
  let typing = new AbortController()

  function showFirst(description: string): void {
    void browser.omnibox.setDefaultSuggestion({ description })
  }

  async function suggest(text: string, show: (suggestions: Suggestion[]) => void): Promise<void> {
    typing.abort()
    typing = new AbortController()
    const { signal } = typing
    showFirst(firstOf(text.trim(), readTyped(text), describe))
    await new Promise((resolve) => setTimeout(resolve, calm))
    if (signal.aborted) return
    const { others } = await suggestionsFor(db, search, text, describe, signal)
    if (!signal.aborted) show([...others])
  }

  browser.omnibox.onInputStarted.addListener(() => showFirst(firstOf('', null, describe)))
  browser.omnibox.onInputChanged.addListener((text, show) => {
    suggest(text, show).catch((error: unknown) => {
      // What was typed meanwhile ends the search for what stood there before.
      if (!(error instanceof DOMException && error.name === 'AbortError')) console.error(error)
    })
  })
  browser.omnibox.onInputEntered.addListener(async (text, disposition) => {
    typing.abort()
    await open(openingOfInput(text), disposition)
  })
}

async function open(opening: Opening | null, disposition: Disposition): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const isPrivate = tab?.incognito === true
  const url = await libraryAddress(opening, isPrivate)
  if (isPrivate) await openInOrdinaryWindow(url)
  else if (disposition === 'currentTab' && tab?.id !== undefined) await browser.tabs.update(tab.id, { url })
  else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' })
}
