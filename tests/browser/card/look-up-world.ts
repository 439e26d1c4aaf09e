import { expect } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { foundRow, unknown } from '#utils/database/official/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { soon } from '../soon.ts'
import { ok } from './card-answers.ts'
import { text } from './pointing.ts'
import { known, noon, type Rig, start } from './rig.ts'

export const id = '2023D19158'

export const questions: OfficialDocument = {
  ...nothingOf('document', id),
  kind: 'Schriftelijke vragen',
  type: 'written-questions',
  subject: 'Gelijke kansen bij het zoeken van een stage',
  date: '2023-06-01',
  askedBy: [{ name: 'F. van Zuilen', party: 'LKP' }],
  askedOf: [{ name: null, function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
  zaken: [zaakOf('2023Z08012')],
  links: ['https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html'],
}

const hoursAgo = (hours: number): Date => new Date(noon.getTime() - hours * 60 * 60_000)

export const foundAgo = (hours: number, document = questions): LookupRow =>
  foundRow(document.id, document.aliases, { document, failed: [] }, hoursAgo(hours))

export const wanted = (row: LookupRow = unknown(id)): LookupRow => ({ ...row, wanted: noon.toISOString() })

/** A background whose row of the code the test changes. */
export function background(first: LookupRow | null = null, asksFirst = false) {
  const state: { row: LookupRow | null } = { row: first }
  const rig = start({
    lookup: (asked) => ok(known(asked === id ? state.row : null, asked, { asksFirst })),
    lookUp: async () => {
      state.row = wanted(state.row ?? undefined)
      return { ok: true, value: true }
    },
  })
  /** What is written down changes, and the pages hear of it. */
  const becomes = (row: LookupRow | null): void => {
    state.row = row
    rig.page['page/refresh']()
  }
  return { rig, becomes }
}

export const lookUps = ({ sent }: Rig) =>
  sent.filter(({ type }) => type === 'card/look-up').map(({ payload }) => payload)

export const isAsked = async (rig: Rig): Promise<void> => {
  await soon(() => expect(lookUps(rig)).not.toEqual([]))
  await shows('opzoeken bij')
}

export const shows = (words: string | RegExp): Promise<void> => soon(() => expect(text()).toMatch(words))
