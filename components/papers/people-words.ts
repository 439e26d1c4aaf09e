import { factMessages } from '#locales/facts.ts'
import type { Answerer, Asker } from '#utils/documents/types.ts'

/** «Daniëlle Jansen (VVD)», or «leden van D66» where only the party is named. */
export function askerOf({ name, party }: Asker): string {
  if (name === null) return factMessages.get().members({ party: party ?? '?' })
  return party === null ? name : `${name} (${party})`
}

/** «Minister Van der Laken (Onderwijs, Cultuur en Wetenschap)». */
export function answererOf({ name, function: post, ministry }: Answerer): string {
  const who = name === null ? post : `${post} ${name}`
  const begun = who.charAt(0).toLocaleUpperCase('nl') + who.slice(1)
  return ministry === null ? begun : `${begun} (${ministry})`
}
