import * as v from 'valibot'
import { SourceFailure } from '../http/errors.ts'
import { pickedRows } from './pick.ts'
import type { Shape } from './shapes.ts'
import type { Service } from './versions.ts'

export type Schema<Row> = v.GenericSchema<unknown, Row>

const envelope = v.object({ value: v.array(v.unknown()) })

/**
 * The rows in the text of an answer, under our names, without the deleted ones, each checked.
 *
 * @throws SourceFailure `broken-answer`
 */
export function rowsIn<Row>(text: string, service: Service, shape: Shape, schema: Schema<Row>): readonly Row[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new SourceFailure('broken-answer', error instanceof Error ? error.message : String(error))
  }
  const answer = v.safeParse(envelope, json)
  const rows = answer.success ? pickedRows(service, shape, answer.output.value.slice(0, service.mostRows)) : null
  const parsed = v.safeParse(v.array(schema), rows)
  if (!parsed.success) throw new SourceFailure('broken-answer', v.summarize(parsed.issues).slice(0, 500))
  return parsed.output
}
