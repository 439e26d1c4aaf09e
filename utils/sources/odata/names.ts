import { nameOfWritten } from '#utils/references/ids/ids.ts'
import { typeOfKind } from '../kinds.ts'
import type { Dossier } from '../official-document.ts'
import { aanhangselId } from './aanhangsel.ts'
import type { DossierKey } from './open-data.ts'
import type { DossierPart, PaperRow } from './rows.ts'

/** `36360`, `36360-VIII`, `23908-R1519`: how the ids of papers name a dossier. Null where the row names none. */
export function dossierOf({ Nummer, Toevoeging, Titel }: DossierPart): Dossier | null {
  if (Nummer === null) return null
  const bare = Toevoeging?.replace(/[()\s]/g, '')
  return { number: bare ? `${Nummer}-${bare}` : String(Nummer), title: Titel }
}

/** The dossier as the open data key it: `36360-VIII`, `21501-20`; a Rijkswet number stands in parentheses there [?]. */
export function dossierKey(number: string): DossierKey | null {
  const [, dossier, toevoeging = null] = /^(\d{5})(?:-([A-Z0-9]{1,8}))?$/i.exec(number) ?? []
  if (dossier === undefined) return null
  const written = toevoeging && /^R\d{3,4}$/i.test(toevoeging) ? `(${toevoeging})` : toevoeging
  return { number: Number(dossier), toevoeging: written?.toUpperCase() ?? null }
}

/**
 * All names of a paper, canonical, best first: D-number, kst-, ah-tk-, kv-tk-, GUID. A publication's id is taken from the
 * service, and where it has none yet, made of the one dossier and the ondernummer.
 *
 * @param zaken Z-numbers of its zaken
 */
export function namesOfPaper(
  row: PaperRow,
  dossiers: readonly Dossier[],
  zaken: readonly string[],
): readonly [string, ...string[]] {
  const published = row.HuidigeDocumentVersie?.ExterneIdentifier
  const [dossier, ...more] = dossiers
  const made =
    dossier && more.length === 0 && row.Ondernummer !== null ? `kst-${dossier.number}-${row.Ondernummer}` : null
  const type = typeOfKind(row.Soort)
  const written = [
    row.Nummer,
    published ?? (row.Soort === 'Bijlage' ? null : made),
    row.Aanhangselnummer === null ? null : aanhangselId(row.Aanhangselnummer),
    type === 'written-questions' && zaken.length === 1 ? `kv-tk-${zaken[0]}` : null,
  ]
  const names = written.flatMap((name) => (name === null ? [] : (nameOfWritten(name)?.id ?? [])))
  const [first = row.Id, ...others] = [...new Set([...names, row.Id])]
  return [first, ...others]
}
