import { dossierNumber } from '#utils/references/dossier.ts'
import { isExample } from '#utils/references/ids/example.ts'
import { type FamilyName, familyOf } from '#utils/references/ids/ids.ts'
import { publishedId } from '#utils/references/ids/senate-session.ts'

export type SourceName = 'open-data' | 'publications'

/** A service, and under which id it knows the thing. */
export interface Step {
  readonly source: SourceName
  readonly id: string
  /** Asked only where those before could not say: when they know nothing, this one does not either. */
  readonly inNeed?: true
}

const openData = (id: string): Step => ({ source: 'open-data', id })
const publications = (id: string): Step => ({ source: 'publications', id })
const inNeed = (step: Step): Step => ({ ...step, inNeed: true })
const onlyPublished = (id: string) => [publications(id)]

/**
 * Which service is asked first for which family of ids, and which when that one fails. The open data know people, zaken and what
 * is not published yet; the publications know the Senate and all that is in print. Source: DOMAIN §3.
 */
const plans: Readonly<Partial<Record<FamilyName, (id: string, parts: readonly string[]) => readonly Step[]>>> = {
  document: (id) => [openData(id), inNeed(publications(`nds-tk-${id}`))],
  // Written questions are published under the number of their zaak.
  zaak: (id) => [openData(id), inNeed(publications(`kv-tk-${id}`))],
  activiteit: (id) => [openData(id)],
  // Letters are the Senate's; numbers nearly all the Tweede Kamer's. Papers of a Rijkswet are published with its number, and without it.
  kamerstuk: (id, [dossier, wet, , ondernummer = '']) => {
    const published = [
      publications(id),
      ...(wet ? [publications(id.replace(`${dossier}-${wet.toUpperCase()}`, dossier ?? ''))] : []),
    ]
    return /^\d+$/.test(ondernummer) ? [openData(id), ...published] : [...published, openData(id)]
  },
  senate: onlyPublished,
  'senate-session': (id) => [publications(publishedId(id))],
  kst: (id) => [publications(id), openData(id)],
  kamervraag: (id) => [openData(id), publications(id)],
  kvr: onlyPublished,
  aanhangsel: (id) => (id.startsWith('ah-tk-') ? [openData(id), publications(id)] : [publications(id)]),
  ah: (id) => [publications(id), openData(id)],
  nds: (id, [, number = '']) =>
    /D/i.test(number) ? [openData(number.toUpperCase()), publications(id)] : [publications(id)],
  handelingen: onlyPublished,
  bijlage: onlyPublished,
  stb: onlyPublished,
  stcrt: onlyPublished,
  trb: onlyPublished,
}

/** The services to ask for a canonical id, best first; none for what neither keeps (laws, rulings, European acts, the example). */
export function planOf(id: string): readonly Step[] {
  if (isExample(id)) return []
  if (dossierNumber(id) !== null) return [openData(id)]
  const known = familyOf(id)
  return known ? (plans[known.family.name]?.(id, known.parts) ?? []) : []
}
