import type { ReferenceKind } from '#utils/references/types.ts'

/** From the id alone, and not by the grammar that is judged: DOMAIN §1. */
const kinds: readonly (readonly [pattern: RegExp, kind: ReferenceKind])[] = [
  [/^20\d\dD\d{5}$/, 'document'],
  [/^20\d\dZ\d{5}$/, 'zaak'],
  [/^20\d\dA\d{5}$/, 'activiteit'],
  [/^kst-/, 'kamerstuk'],
  [/^ah-/, 'aanhangsel'],
  [/^kv-/, 'kamervraag'],
  [/^h-/, 'handelingen'],
  [/^blg-/, 'bijlage'],
  [/^stb-/, 'staatsblad'],
  [/^stcrt-/, 'staatscourant'],
  [/^trb-/, 'tractatenblad'],
  [/^ECLI:/, 'ecli'],
  [/^(?:BWB|CVDR)/, 'bwb'],
  [/^(?:\d{5}[A-Z]|[A-Z]{3,4}\(|ST-)/, 'eu'],
  [/^T\d{5}$/, 'toezegging'],
  [/^nds-/, 'publication'],
]

export function kindOfId(id: string): ReferenceKind {
  const kind = kinds.find(([pattern]) => pattern.test(id))?.[1]
  if (!kind) throw new Error(`«${id}» is no canonical id`)
  return kind
}
