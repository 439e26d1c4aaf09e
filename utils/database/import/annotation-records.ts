import * as v from 'valibot'
import { type Annotation, AnnotationFailure, type AnnotationFile } from '../../notes/annotations/annotation.ts'
import { bodyOf } from '../../notes/annotations/body.ts'
import { normalOffset, normalText } from '../../notes/passages/normal-text.ts'
import { type Quote, quoteOf } from '../../notes/passages/quote.ts'
import { parseTarget, targetType } from '../../notes/target.ts'
import { withoutFragment } from '../../references/addresses/without-fragment.ts'
import { codeOfUrl } from '../../references/code.ts'
import { sha256, uuidOf } from '../names/hash.ts'
import { addressAlias, longestName } from '../names/identity.ts'
import { normalTags } from '../notes/tags.ts'
import { noRecords, type Records, recordSchemas } from '../records/records.ts'
import type { NoteRow, NoteTagRow, Passage } from '../schema.ts'
import { joinNotes, type NoteHistory } from './join-notes.ts'
import { isNoteName } from './note-names.ts'

/** Notes made of annotations, and how many could not become one: on nothing that has an address, or without a word. */
export interface AnnotationRecords {
  readonly records: Records
  readonly skipped: number
}

type Annotated = NoteHistory & { readonly tags: readonly NoteTagRow[] }

/** When an annotation was made that does not say, in a file that does not either: the same at each import. */
const noMoment = '1970-01-01T00:00:00.000Z'

/**
 * Annotations as notes of ours. What a note is named by follows from the annotation alone, so that a second import changes
 * nothing: the UUID that we gave it ourselves, else one made of its address and id.
 *
 * @throws AnnotationFailure where one can't be a row of ours
 */
export async function annotationRecords(file: AnnotationFile): Promise<AnnotationRecords> {
  const byId = new Map(file.annotations.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])))
  const authors = new Set([file.owner, ...file.annotations.map(({ author }) => author)].filter((one) => one !== null))
  const notes = new Map<string, Annotated>()
  let skipped = file.elsewhere
  for (const annotation of file.annotations) {
    // Where one person wrote all of it, that is the user.
    const isOthers = authors.size > 1 && annotation.author !== file.owner
    const one = await annotatedOf(annotation, byId, isOthers, file.madeAt ?? noMoment)
    if (one === null) skipped += 1
    else {
      const known = notes.get(one.note.id)
      notes.set(one.note.id, known === undefined ? one : joined(known, one))
    }
  }
  const all = [...notes.values()]
  const records = {
    ...noRecords(),
    notes: all.map(({ note }) => note),
    noteTags: all.flatMap(({ tags }) => tags),
    noteVersions: all.flatMap(({ versions }) => versions),
  }
  return { records, skipped }
}

/** One annotation as a note with its tags; null where it says nothing or is on nothing that has an address. */
async function annotatedOf(
  annotation: Annotation,
  byId: ReadonlyMap<string, Annotation>,
  isOthers: boolean,
  madeAt: string,
): Promise<Annotated | null> {
  const answered = annotation.repliesTo === null ? undefined : byId.get(annotation.repliesTo)
  const source = annotation.source || rootOf(annotation, byId).source
  const target = targetOf(annotation, source)
  const type = target === null ? null : targetType(target)
  if (target === null || type === null) return null
  const passage = answered === undefined ? passageOf(annotation, source, target) : null
  // What stands in a passage need not stand in the text; a mere highlight of another program has nothing else.
  const isTold = passage !== null && (annotation.text.trim() !== '' || target === annotation.ownTarget)
  const told = isTold ? { ...annotation, quote: null } : annotation
  const body = bodyFrom(told, target, answered, isOthers ? annotation.author : null)
  const tags = normalTags(annotation.tags)
  if (body === '' && tags.length === 0 && annotation.ownColour === null && passage === null) return null
  const createdAt = annotation.created ?? madeAt
  const id = await idOf(annotation, source)
  const note: NoteRow = {
    id,
    target,
    type: passage === null ? type : 'passage',
    ...(passage === null ? {} : { passage }),
    body,
    ...(annotation.ownColour === null ? {} : { colour: annotation.ownColour }),
    version: 1,
    places: annotation.ownTarget === null ? placesOf(annotation, source) : [],
    createdAt,
    updatedAt: annotation.updated ?? createdAt,
  }
  if (!v.is(recordSchemas.notes, note)) throw new AnnotationFailure('damaged-annotations', 'no note of ours')
  return { note, versions: [], tags: tags.map((tag) => ({ noteId: id, tag, createdAt })) }
}

/** One that stands in the file twice: the later text, with the other one in its history, and the labels of both. */
function joined(known: Annotated, one: Annotated): Annotated {
  const [earlier, later] = known.note.updatedAt < one.note.updatedAt ? [known, one] : [one, known]
  const tags = new Map([...earlier.tags, ...later.tags].map((row) => [row.tag, row]))
  return { ...joinNotes(earlier, later, 'theirs'), tags: [...tags.values()] }
}

/** The passage that it is on, in the terms of our own; null where it is on all of its page, or on a question of a list. */
function passageOf({ quote, ownTarget, ownPage }: Annotation, source: string, target: string): Passage | null {
  const isOfDocument = targetType(target) === 'document'
  const url = /^https?:\/\//i.test(source) ? withoutFragment(source) : null
  // Of a PDF we said the page ourselves; one of a file of the user's own has no address.
  const page = target === ownTarget ? ownPage : null
  if (quote === null || !isOfDocument) return null
  // As one text: the blank between words and what follows them stands at the border of both.
  const whole = normalText(quote.prefix + quote.exact + quote.suffix)
  const [from, to] = [quote.prefix.length, quote.prefix.length + quote.exact.length]
  const found = quoteOf(whole.text, normalOffset(whole, from), normalOffset(whole, to))
  if (found === null) return null
  const start = quote.start ?? 0
  const words: Quote = { ...found, start, end: start + found.exact.length }
  if (page !== null) return { quote: words, ...(url === null ? {} : { url }), format: 'pdf', page }
  return url === null ? null : { quote: words, url, format: 'page' }
}

/** What a note is on: what we said ourselves, the document that its address stands for, or the address. */
function targetOf({ ownTarget }: Annotation, source: string): string | null {
  if (ownTarget !== null && isOwnTarget(ownTarget)) return ownTarget
  const target = codeOfUrl(source)?.id ?? addressAlias(source)
  return target === null || target.length > longestName || parseTarget(target) === null ? null : target
}

function isOwnTarget(target: string): boolean {
  // An address among targets is one of the web, whatever a file says.
  const isSafe = !target.startsWith('url:') || target.startsWith('url:https://')
  return isSafe && target.length <= longestName && parseTarget(target) !== null
}

function bodyFrom(
  annotation: Annotation,
  target: string,
  answered: Annotation | undefined,
  author: string | null,
): string {
  // Our own notes on a question quote it, for other programs: it is none of the note's words.
  const isOurs = annotation.ownTarget === target
  const own = isOurs && targetType(target) === 'question' ? { ...annotation, quote: null } : annotation
  // As it was, its last line break too: where it came from it is the same text.
  if (isOurs && own.quote === null && answered === undefined && author === null) return own.text
  const words = answered === undefined ? null : answered.text.trim() || (answered.quote?.exact ?? '')
  if (own.text.trim() === '' && own.quote === null) return ''
  return bodyOf(own, words, author)
}

/** What an annotation answers in the end; the way there is no longer than all of them. */
function rootOf(annotation: Annotation, byId: ReadonlyMap<string, Annotation>): Annotation {
  const seen = new Set<Annotation>()
  let root = annotation
  while (root.repliesTo !== null && !seen.has(root)) {
    seen.add(root)
    root = byId.get(root.repliesTo) ?? root
  }
  return root
}

function placesOf({ title }: Annotation, source: string): NoteRow['places'] {
  return /^https?:\/\//i.test(source) ? [{ url: source, title }] : []
}

async function idOf({ id, ownTarget, quote, text, created }: Annotation, source: string): Promise<string> {
  const name = /^urn:uuid:(.+)$/.exec(id ?? '')?.[1]
  if (name !== undefined && ownTarget !== null && isNoteName(name)) return name
  const own = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id ?? '')?.[1]
  if (own !== undefined) return own.toLowerCase()
  const telling = id ?? JSON.stringify([text, quote?.exact ?? '', created])
  return uuidOf(await sha256(JSON.stringify([source, telling])))
}
