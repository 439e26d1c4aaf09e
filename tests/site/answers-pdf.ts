import { records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'

let made: Promise<Uint8Array> | null = null

/** The answers of the ministry in the seed's table layout (DOMAIN §0), made once a run. */
export function answersPdf(): Promise<Uint8Array> {
  made ??= seedLayoutPdf(records)
  return made
}

/** A letter of the ministry without a single question. */
export function letterPdf(): Promise<Uint8Array> {
  return seedLayoutPdf([])
}
