import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { exportAll } from '#utils/database/export/export.ts'
import { exportSchemaText, type JsonSchema, jsonSchema } from '../../../scripts/json-schema.ts'
import { filledDatabase, filledTables } from '../database/filled-database.ts'
import { at } from '../database/open-test-database.ts'

const file = readFileSync(new URL('../../../public/kamerlens-export.schema.json', import.meta.url), 'utf8')

/** The faults of a value, by the words of the specification: a second reading, that knows nothing of valibot. */
function faultsOf(schema: JsonSchema, value: unknown, at = '$'): string[] {
  const tests: Readonly<Record<string, (wanted: never) => boolean | string[]>> = {
    type: (wanted: string) => wanted === typeOf(value) || (wanted === 'number' && typeOf(value) === 'integer'),
    const: (wanted: unknown) => wanted === value,
    enum: (wanted: readonly unknown[]) => wanted.includes(value),
    anyOf: (wanted: readonly JsonSchema[]) => wanted.some((one) => faultsOf(one, value).length === 0),
    minLength: (least: number) => typeof value !== 'string' || [...value].length >= least,
    maxLength: (most: number) => typeof value !== 'string' || [...value].length <= most,
    maxItems: (most: number) => !Array.isArray(value) || value.length <= most,
    minimum: (least: number) => typeof value !== 'number' || value >= least,
    pattern: (wanted: string) => typeof value !== 'string' || new RegExp(wanted, 'u').test(value),
    items: (wanted: JsonSchema) =>
      Array.isArray(value) ? value.flatMap((item, index) => faultsOf(wanted, item, `${at}[${index}]`)) : true,
    uniqueItems: () =>
      !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
    required: (wanted: readonly string[]) => !isObject(value) || wanted.every((key) => Object.hasOwn(value, key)),
    additionalProperties: () =>
      !isObject(value) || Object.keys(value).every((key) => Object.hasOwn(schema.properties as object, key)),
    properties: (wanted: Readonly<Record<string, JsonSchema>>) =>
      isObject(value)
        ? Object.entries(value).flatMap(([key, one]) =>
            wanted[key] === undefined ? [] : faultsOf(wanted[key], one, `${at}.${key}`),
          )
        : true,
    format: () => true,
    title: () => true,
    $schema: () => true,
  }
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const check = tests[keyword]
    if (check === undefined) throw new Error(`unknown keyword ${keyword}`)
    const outcome = check(wanted as never)
    return Array.isArray(outcome) ? outcome : outcome ? [] : [`${at}: ${keyword}`]
  })
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === 'object'

test('the schema is that of the records: run npm run schema where it is not', () => {
  expect(file).toBe(exportSchemaText())
})

test('an export with records of every table fits it; changed in any way it does not', async () => {
  const schema = JSON.parse(file) as JsonSchema
  const text = await (await exportAll(await filledDatabase(), at(60)))[0].text()
  const whole = JSON.parse(text)
  for (const table of filledTables) expect(whole.records[table].length, table).toBeGreaterThan(0)
  expect(faultsOf(schema, whole)).toEqual([])
  for (const [change, fault] of [
    [(copy: typeof whole) => delete copy.sha256, '$: required'],
    [(copy: typeof whole) => (copy.version = 1), '$.version: const'],
    [(copy: typeof whole) => (copy.records.notes[0].extra = 1), '$.records.notes[0]: additionalProperties'],
    [(copy: typeof whole) => (copy.records.notes[0].version = 0), '$.records.notes[0].version: minimum'],
    [(copy: typeof whole) => (copy.records.notes[0].createdAt = 'nu'), '$.records.notes[0].createdAt: pattern'],
    [
      (copy: typeof whole) => (copy.records.documents[0].links = [{ rel: 'page', url: 'javascript:1' }]),
      '$.records.documents[0].links[0].url: pattern',
    ],
    [(copy: typeof whole) => delete copy.records.watches, '$.records: required'],
  ] as const) {
    const copy = structuredClone(whole)
    change(copy)
    expect(faultsOf(schema, copy)).toEqual([fault])
  }
})

test('what has no keyword is an error, not a schema that accepts anything', () => {
  const map = v.map(v.string(), v.string()) as never
  expect(() => jsonSchema(map)).toThrow('no JSON Schema for «map»')
  const changed = v.pipe(
    v.string(),
    v.transform((text) => text),
  ) as never
  expect(() => jsonSchema(changed)).toThrow('no JSON Schema for the action «transform»')
})
