import { exportFormat, exportVersion } from '#utils/database/export/export.ts'
import { recordSchemas } from '#utils/database/records/records.ts'

/** JSON Schema (2020-12) of what valibot checks: the parts of both that records use, and an error at any other. */

export type JsonSchema = { readonly [keyword: string]: unknown }

/** A schema or action of valibot as it is at work, whatever its type says. */
interface Part {
  readonly type: string
  readonly entries?: Readonly<Record<string, Part>>
  readonly item?: Part
  readonly options?: readonly (Part | string)[]
  readonly wrapped?: Part
  readonly literal?: unknown
  readonly pipe?: readonly Part[]
  readonly requirement?: unknown
}

const schemas: Readonly<Record<string, (part: Part) => JsonSchema>> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  array: ({ item }) => ({ type: 'array', items: item && jsonSchema(item) }),
  union: ({ options = [] }) => ({ anyOf: options.map((option) => jsonSchema(option as Part)) }),
  nullable: ({ wrapped }) => ({ anyOf: [wrapped && jsonSchema(wrapped), { type: 'null' }] }),
  exact_optional: ({ wrapped }) => (wrapped ? jsonSchema(wrapped) : {}),
  strict_object: ({ entries = {} }) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, jsonSchema(entry)])),
    required: Object.keys(entries).filter((key) => entries[key]?.type !== 'exact_optional'),
    additionalProperties: false,
  }),
}

const actions: Readonly<Record<string, (requirement: unknown, base: string) => JsonSchema>> = {
  min_length: (least, base) => ({ [base === 'array' ? 'minItems' : 'minLength']: least }),
  max_length: (most, base) => ({ [base === 'array' ? 'maxItems' : 'maxLength']: most }),
  min_value: (least) => ({ minimum: least }),
  integer: () => ({ type: 'integer' }),
  // JSON has no other numbers.
  finite: () => ({}),
  regex: (expression) => ({ pattern: patternOf(expression as RegExp) }),
  iso_timestamp: (expression) => ({ pattern: patternOf(expression as RegExp), format: 'date-time' }),
  iso_date: (expression) => ({ pattern: patternOf(expression as RegExp), format: 'date' }),
  // What one value says of another no keyword can tell: docs/export-format.md does.
  check: () => ({}),
}

/** JSON Schema knows no flags; lengths there count characters, here UTF-16 units, so a text may be shorter than allowed. */
function patternOf({ source, ignoreCase }: RegExp): string {
  if (!ignoreCase) return source
  if (/\\[a-z]/i.test(source)) throw new Error(`no pattern for ${source} without regard to case`)
  return source.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}

/** The schema of what a valibot schema accepts, or of somewhat more, where no keyword can tell. */
export function jsonSchema(part: Part): JsonSchema {
  const make = schemas[part.type]
  if (make === undefined) throw new Error(`no JSON Schema for «${part.type}»`)
  const [, ...more] = part.pipe ?? []
  const added = more.map(({ type, requirement }) => {
    const add = actions[type]
    if (add === undefined) throw new Error(`no JSON Schema for the action «${type}»`)
    return add(requirement, part.type)
  })
  return Object.assign({}, make(part), ...added) as JsonSchema
}

/** The schema of our own export, of the version that this Kamerlens writes. */
export function exportSchema(): JsonSchema {
  const tables = Object.entries(recordSchemas)
  const names = tables.map(([name]) => name)
  const all = { required: names, additionalProperties: false }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Kamerlens export, version ${exportVersion}`,
    type: 'object',
    properties: {
      format: { const: exportFormat },
      version: { const: exportVersion },
      exportedAt: { type: 'string', format: 'date-time' },
      records: {
        type: 'object',
        properties: Object.fromEntries(
          tables.map(([name, schema]) => [
            name,
            { type: 'array', items: jsonSchema(schema as unknown as Part), uniqueItems: true },
          ]),
        ),
        ...all,
      },
      counts: {
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'integer', minimum: 0 }])),
        ...all,
      },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
    required: ['format', 'version', 'exportedAt', 'records', 'counts', 'sha256'],
  }
}

/** As it lies in `public`. */
export const exportSchemaText = (): string => `${JSON.stringify(exportSchema(), null, 2)}\n`
