import * as v from 'valibot'
import { isTagLength, longestKept } from '../longest.ts'

/** Shapes that both forms of annotation files carry. Bounds keep out what nobody wrote; keys that are not read may be there. */

export const text = v.pipe(v.string(), v.maxLength(longestKept))
export const line = v.pipe(v.string(), v.maxLength(20_000))
/** As long as Kamerlens' own. */
export const tag = v.pipe(v.string(), v.check(isTagLength))

/** A moment in any ISO 8601 form, in UTC from here on. */
export const moment = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^\d{4}-\d{2}-\d{2}/),
  v.check((written) => !Number.isNaN(Date.parse(written))),
  v.transform((written) => new Date(written).toISOString()),
)

/** Characters of the longest quotation. */
const longestQuotation = 200_000
const words = v.pipe(v.string(), v.maxLength(longestQuotation))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Selectors of the model that are read: the quotation and its place. Others say the same in ways of their own. */
const selector = v.object({
  type: v.optional(line),
  exact: v.optional(words),
  prefix: v.optional(words),
  suffix: v.optional(words),
  start: v.optional(v.unknown()),
  end: v.optional(v.unknown()),
  refinedBy: v.optional(v.unknown()),
})

export const selectors = v.optional(
  v.union([v.pipe(v.array(v.union([selector, line])), v.maxLength(100)), selector, line]),
)

/** One or many of something, as JSON-LD writes it. */
export const asArray = <One>(value: One | readonly One[] | undefined | null): readonly One[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as One]

/** The quotation among selectors; null where there is none. */
export function quoteIn(value: v.InferOutput<typeof selectors>) {
  const all = asArray<v.InferOutput<typeof selector> | string>(value)
    .filter((one) => typeof one === 'object')
    .flatMap((one) => [one, ...refined(one.refinedBy)])
  const quotation = all.find(({ exact }) => exact !== undefined && exact.trim() !== '')
  if (quotation?.exact === undefined) return null
  const place = all.find(({ type }) => type === 'TextPositionSelector')
  const [start, end] = [v.safeParse(offset, place?.start), v.safeParse(offset, place?.end)]
  return {
    exact: quotation.exact,
    prefix: quotation.prefix ?? '',
    suffix: quotation.suffix ?? '',
    start: start.success ? start.output : null,
    end: end.success ? end.output : null,
  }
}

/** A selector within what another one selects. */
function refined(value: unknown): readonly v.InferOutput<typeof selector>[] {
  return asArray(value).filter((one): one is v.InferOutput<typeof selector> => v.is(selector, one))
}
