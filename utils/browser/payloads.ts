import * as v from 'valibot'
import {
  correction,
  documentFacts,
  mostRest,
  passage,
  printedQuestion,
  referenceKind,
  reportedRest,
} from '../database/records/shapes.ts'
import { isDangerous } from '../database/records/untrusted.ts'
import { noteColours } from '../notes/colours.ts'
import { isNoteLength, isTagLength, longestKept } from '../notes/longest.ts'
import { isIncomingName } from './incoming.ts'
import type { BackgroundMessages } from './protocol/background-messages.ts'
import { mostTogether } from './protocol/lookup.ts'
import type { ReadingReports } from './protocol/reading.ts'
import type { BackgroundType } from './senders.ts'

/**
 * The shape of every message to the background (SAFETY §3). Bounds are generous: they keep out what no user can mean,
 * and nothing that one typed.
 */

type Messages = BackgroundMessages & ReadingReports
type Payload<Type extends BackgroundType> = Parameters<Messages[Type]>[0]

/** Signs that begin, force or end a direction of writing (UAX #9, «Explicit Directional Formatting Characters»). */
const directions = /[\u202a-\u202e\u2066-\u2069]/g

const short = v.pipe(v.string(), v.maxLength(300))
/** Titles come from pages and files, which may make them as long as they like, and have them turn round what stands beside them. */
const title = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 1000).toWellFormed().replace(directions, '')),
)
const codeId = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
/** What a note is on may be an address. */
const target = v.pipe(v.string(), v.minLength(1), v.maxLength(2000))
/** A document may be known by its address alone. */
const documentId = target
const rowId = v.pipe(v.string(), v.check(isIncomingName))
const url = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^https?:\/\//i))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const page = v.strictObject({ url, title })

const nothing = v.undefined()
const tabId = v.pipe(v.number(), v.integer())

const report = v.strictObject({
  /** Frames may have no address of their own. */
  url: v.union([url, v.pipe(v.string(), v.maxLength(20_000), v.regex(/^about:(?:blank|srcdoc)(?=[?#]|$)/))]),
  title,
  contentType: short,
  codes: v.pipe(
    v.array(
      v.object({
        kind: referenceKind,
        id: codeId,
        count,
        collapsed: v.boolean(),
      }),
    ),
    v.maxLength(50_000),
    // Each code once: lists are keyed by them.
    v.check((codes) => new Set(codes.map(({ id }) => id)).size === codes.length),
  ),
})

const source = v.variant('type', [
  v.strictObject({ type: v.literal('url'), url, title: v.exactOptional(title) }),
  v.strictObject({ type: v.literal('page'), url, title }),
  v.strictObject({ type: v.literal('file'), name: title, size: count }),
])

const readingError = v.picklist([
  'empty-file',
  'too-large',
  'unknown-format',
  'old-word',
  'broken-pdf',
  'broken-docx',
  'broken-xml',
  'too-complex',
  'password-protected',
  'image-only',
  'unreadable-text',
  'no-questions',
  'unreachable',
  'not-official',
  'cancelled',
  'unknown',
])

const result = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    document: v.strictObject({
      format: v.picklist(['pdf', 'html', 'text', 'xml', 'docx']),
      title: v.nullable(title),
      heading: v.exactOptional(title),
      ownIds: v.array(codeId),
      pages: count,
      questions: v.array(v.strictObject(printedQuestion)),
      facts: v.exactOptional(documentFacts),
      rest: v.exactOptional(
        v.pipe(
          v.array(reportedRest),
          v.transform((rest) => rest.slice(0, mostRest)),
        ),
      ),
    }),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    url: v.nullable(url),
    byteLength: count,
  }),
  v.strictObject({ ok: v.literal(false), error: readingError, detail: v.exactOptional(v.string()) }),
])

const byId = v.strictObject({ id: codeId })
const yes = v.exactOptional(v.literal(true))
const lookUp = v.strictObject({ id: codeId, fresh: yes })
const together = v.pipe(v.array(codeId), v.minLength(1), v.maxLength(mostTogether))
const followed = v.strictObject({ targets: together })
const onCard = v.strictObject({ id: codeId, alternatives: v.exactOptional(v.pipe(v.array(codeId), v.maxLength(8))) })
const byRow = v.strictObject({ id: rowId })
const asker = { asker: v.exactOptional(rowId) }
const toldProgress = { progress: v.exactOptional(rowId) }
const importRequest = v.strictObject({
  ...toldProgress,
  file: rowId,
  salvage: v.exactOptional(v.literal(true)),
  choice: v.exactOptional(v.picklist(['mine', 'theirs'])),
  follow: v.exactOptional(v.literal(false)),
})
const rowIds = v.pipe(v.array(rowId), v.maxLength(10_000))
const inReader = { question: v.exactOptional(count), passage: v.exactOptional(rowId) }
/** An import may bring longer ones, and more of them, than anybody types. */
const tag = v.pipe(v.string(), v.check(isTagLength))
const tags = v.pipe(v.array(tag), v.maxLength(10_000))
/** More than anybody keeps; a user may choose all of it. */
const mostChosen = 1_000_000
const chosenRows = v.strictObject({
  notes: v.pipe(v.array(rowId), v.maxLength(mostChosen)),
  documents: v.pipe(v.array(documentId), v.maxLength(mostChosen)),
  ...toldProgress,
})
const moment = v.pipe(v.string(), v.isoTimestamp())
const tagChanges = v.pipe(
  v.array(v.strictObject({ noteId: rowId, tag, createdAt: v.exactOptional(moment) })),
  v.maxLength(mostChosen),
)
const noteMoments = v.pipe(
  v.array(v.strictObject({ noteId: rowId, before: moment, by: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  v.maxLength(mostChosen),
)
const noteText = v.pipe(v.string(), v.maxLength(longestKept))
const corrections = v.pipe(v.array(v.strictObject(correction)), v.maxLength(1000))

const payloads: { readonly [Type in BackgroundType]: v.GenericSchema<unknown, Payload<Type>> } = {
  'page/site': nothing,
  'page/report': report,
  'page/stopped': nothing,
  'page/load': nothing,
  'card/load': byId,
  'card/lookup': onCard,
  'card/look-up': v.strictObject({ ...onCard.entries, ...lookUp.entries }),
  'card/look-up-stop': onCard,
  'card/follow': v.strictObject({ id: codeId, on: v.boolean() }),
  'card/states': v.strictObject({ ids: v.pipe(v.array(codeId), v.maxLength(50_000)) }),
  'card/note': byId,
  'card/read': v.strictObject({ url, title }),
  'card/stop': v.strictObject({ job: rowId }),
  'card/dismiss': nothing,
  'chip/load': nothing,
  'passages/load': nothing,
  'passages/list': nothing,
  'passages/note': byRow,
  'passages/edit': byRow,
  'passages/looked': v.strictObject({ found: rowIds, missing: rowIds, url: v.exactOptional(url) }),
  'passages/open': byRow,
  'tab/passages': v.strictObject({ tabId }),
  'tab/show-passage': v.strictObject({ tabId, id: rowId }),
  'reader/open': v.strictObject({
    url,
    title,
    tabId: v.exactOptional(tabId),
    isPrivate: v.exactOptional(v.literal(true)),
    ...inReader,
  }),
  'reader/open-file': v.strictObject({ file: rowId, name: title, ...inReader }),
  'tab/report': v.strictObject({ tabId }),
  'tab/go-to': v.strictObject({ tabId, id: codeId }),
  'tab/search': v.strictObject({ tabId }),
  'look-up/start': lookUp,
  'look-up/many': v.strictObject({
    ids: together,
    stop: yes,
  }),
  'look-up/stop': v.strictObject({ id: codeId, isPrivate: v.exactOptional(v.literal(true)), ...asker }),
  'look-up/private': v.strictObject({ ...lookUp.entries, ...asker }),
  'watch/add': followed,
  'watch/remove': followed,
  'watch/restore': v.strictObject({ target: codeId }),
  'watch/seen': v.strictObject({ target: v.nullable(codeId) }),
  'watch/check': nothing,
  'note/save': v.pipe(
    v.strictObject({
      id: rowId,
      target,
      opened: noteText,
      body: noteText,
      tags: v.exactOptional(tags),
      openedTags: v.exactOptional(tags),
      colour: v.exactOptional(v.nullable(v.picklist(noteColours))),
      place: v.exactOptional(page),
      passage: v.exactOptional(passage),
    }),
    v.check(({ body, opened }) => isNoteLength(body, opened)),
  ),
  'note/delete': byRow,
  'note/restore': byRow,
  'document/delete': v.strictObject({ id: documentId }),
  'document/restore': v.strictObject({ id: documentId }),
  'chosen/delete': chosenRows,
  'chosen/restore': chosenRows,
  'tags/change': v.strictObject({
    put: tagChanges,
    remove: tagChanges,
    moments: v.exactOptional(noteMoments),
    ...toldProgress,
  }),
  'database/open': nothing,
  'recovered/read': nothing,
  'search/check': nothing,
  'correction/change': v.strictObject({
    list: documentId,
    put: corrections,
    remove: corrections,
    restores: v.exactOptional(v.literal(true)),
  }),
  'reading/start': v.strictObject({ id: rowId, source }),
  'reading/page': v.strictObject({ tabId }),
  'reading/cancel': byRow,
  'import/preview': importRequest,
  'import/apply': importRequest,
  'import/undo': v.strictObject({ file: rowId, ...toldProgress }),
  'everything/erase': nothing,
  'backup/run': v.strictObject({ wanted: v.boolean() }),
  'job/progress': v.strictObject({
    id: rowId,
    progress: v.strictObject({
      phase: v.picklist(['fetching', 'reading', 'storing']),
      done: v.pipe(v.number(), v.minValue(0)),
      total: v.pipe(v.number(), v.minValue(0)),
      questions: count,
    }),
  }),
  'job/result': v.strictObject({ id: rowId, result }),
}

/** Whether a type is one that the background knows. */
export function isBackgroundType(type: string): type is BackgroundType {
  return Object.hasOwn(payloads, type)
}

/** The payload of a message when it has the shape of its type, rebuilt from known keys alone; else null. */
export function readPayload<Type extends BackgroundType>(
  type: Type,
  payload: unknown,
): { readonly value: Payload<Type> } | null {
  if (isDangerous(payload)) return null
  const schema: v.GenericSchema<unknown, Payload<Type>> = payloads[type]
  const parsed = v.safeParse(schema, payload)
  return parsed.success ? { value: parsed.output } : null
}
