import * as v from 'valibot'
import { isNoteColour } from '../colours.ts'
import { type Annotation, AnnotationFailure, type AnnotationFile, mostAnnotations } from './annotation.ts'
import { asArray, line, moment, quoteIn, selectors, tag, text } from './shapes.ts'

const types = v.optional(v.union([line, v.pipe(v.array(line), v.maxLength(100))]))

const bodyObject = v.object({ type: types, value: v.optional(text), purpose: types })
const target = v.object({
  id: v.optional(line),
  source: v.optional(v.union([line, v.object({ id: v.optional(line) })])),
  title: v.optional(line),
  selector: selectors,
  'kamerlens:target': v.optional(line),
  'kamerlens:colour': v.optional(line),
  'kamerlens:page': v.optional(v.unknown()),
})
const agent = v.union([line, v.object({ id: v.optional(line), name: v.optional(v.union([line, v.array(line)])) })])

const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A text, and more labels than a note may have. */
const mostBodies = 20_000

/** An annotation of the model (https://www.w3.org/TR/annotation-model/), as far as it is read. */
const annotation = v.object({
  id: v.optional(line),
  body: v.optional(
    v.nullable(v.union([v.pipe(v.array(v.union([line, bodyObject])), v.maxLength(mostBodies)), line, bodyObject])),
  ),
  bodyValue: v.optional(text),
  target: v.union([v.pipe(v.array(v.union([line, target])), v.maxLength(1000)), line, target]),
  created: v.optional(moment),
  modified: v.optional(moment),
  creator: v.optional(v.union([v.array(agent), agent])),
})

/** Pages that follow each other in one file. */
const mostPages = 1000

/**
 * Reads Web Annotations in JSON-LD: a collection with its pages, a page, one annotation, or an array of them. Null for
 * anything else.
 *
 * @throws AnnotationFailure
 */
export function readWebAnnotations(value: unknown): AnnotationFile | null {
  const held = itemsOf(value)
  if (held === null) return null
  const { items, total } = held
  if (items.length > mostAnnotations) throw new AnnotationFailure('too-many-annotations', `${items.length}`)
  const annotations = items.map((item) => {
    const parsed = v.safeParse(annotation, item)
    if (!parsed.success) throw new AnnotationFailure('damaged-annotations', v.flatten(parsed.issues).root?.[0] ?? '')
    return read(parsed.output)
  })
  const elsewhere = Math.max(0, total - items.length)
  return { kind: 'web-annotation', annotations, elsewhere, owner: null, madeAt: null }
}

function isOf(value: unknown, type: string): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return asArray((value as Readonly<Record<string, unknown>>).type).includes(type)
}

function itemsOf(value: unknown): { readonly items: readonly unknown[]; readonly total: number } | null {
  if (isOf(value, 'Annotation')) return { items: [value], total: 1 }
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((one) => isOf(one, 'Annotation'))
      ? { items: value, total: value.length }
      : null
  }
  if (isOf(value, 'AnnotationPage')) {
    const items = pagesFrom(value)
    return { items, total: items.length }
  }
  if (!isOf(value, 'AnnotationCollection')) return null
  const items = isOf(value.first, 'AnnotationPage') ? pagesFrom(value.first) : []
  return { items, total: typeof value.total === 'number' ? value.total : items.length }
}

/** The annotations of a page and of those that stand in it as the next. */
function pagesFrom(first: Readonly<Record<string, unknown>>): readonly unknown[] {
  const items: (readonly unknown[])[] = []
  let page: unknown = first
  for (let count = 0; count < mostPages && isOf(page, 'AnnotationPage'); count += 1) {
    items.push(asArray(page.items))
    page = page.next
  }
  return items.flat()
}

function read(row: v.InferOutput<typeof annotation>): Annotation {
  const bodies = asArray<string | v.InferOutput<typeof bodyObject>>(row.body)
  const textual = bodies.filter((body) => typeof body === 'object')
  // What is too long for a tag is a text, whatever it is meant for.
  const isTag = ({ purpose, value }: v.InferOutput<typeof bodyObject>) =>
    asArray(purpose).includes('tagging') && (value === undefined || v.is(tag, value))
  const links = bodies.filter((body) => typeof body === 'string' && isWebAddress(body)).map((body) => `<${body}>`)
  const texts = textual.filter((body) => !isTag(body)).map(({ value }) => value ?? '')
  const targets = asArray<string | v.InferOutput<typeof target>>(row.target)
  const detailed = targets.filter((one) => typeof one === 'object')
  const sources = targets.map(sourceOf)
  const created = row.created ?? row.modified ?? null
  return {
    id: row.id ?? null,
    source: sources.find(isWebAddress) ?? '',
    title: detailed.map(({ title }) => title).find(Boolean) ?? '',
    ownTarget: detailed.map((one) => one['kamerlens:target']).find(Boolean) ?? null,
    ownColour: detailed.map((one) => one['kamerlens:colour']).find(isNoteColour) ?? null,
    ownPage: detailed.map((one) => one['kamerlens:page']).find((one) => v.is(pageNumber, one)) ?? null,
    text: joined([...(row.bodyValue === undefined ? [] : [row.bodyValue]), ...texts, ...links]),
    tags: textual.filter(isTag).flatMap(({ value }) => value ?? []),
    quote: detailed.map(({ selector }) => quoteIn(selector)).find((quote) => quote !== null) ?? null,
    created,
    updated: row.modified ?? created,
    author: authorOf(row.creator),
    // What answers another annotation names it as its target.
    repliesTo: sources.find((source) => source !== '' && !isWebAddress(source)) ?? null,
  }
}

/** Paragraphs as one text; one alone stays as it is. */
function joined(parts: readonly string[]): string {
  const [first = '', ...others] = parts
  return others.length === 0 ? first : parts.filter((part) => part.trim() !== '').join('\n\n')
}

function sourceOf(one: string | v.InferOutput<typeof target>): string {
  if (typeof one === 'string') return one
  const { source, id } = one
  return (typeof source === 'object' ? source.id : source) ?? id ?? ''
}

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text)

function authorOf(creator: v.InferOutput<typeof annotation>['creator']): string | null {
  const [first] = asArray<v.InferOutput<typeof agent>>(creator)
  if (first === undefined) return null
  return typeof first === 'string' ? first : (asArray(first.name)[0] ?? first.id ?? null)
}
