import { sessionLabel } from '../references/ids/citations.ts'
import { familyOf } from '../references/ids/ids.ts'
import type { CitedPaper } from './cited-paper.ts'

/**
 * A paper in the official way of citing: `Kamerstukken II 2022/23, 36 360 VIII, nr. 5`, `Kamerstukken I 2022/23, CXXIV,
 * G`, `Aanhangsel Handelingen II 2022/23, nr. 2345`, `Handelingen II 2013/14, nr. 41, item 1`, `Stb. 2021, 549` (DOMAIN
 * §1.2, §1.3). It is Dutch in every language of the interface. What has no place in a printed series is named by its
 * kind, day and number: «Brief regering, 3 mei 2023, 2023D19158». What is not known is left out.
 */
export function officialCitation(paper: CitedPaper): string {
  const { code, kind, date } = paper
  if (code.kind === 'kamerstuk') return code.label.replace(/^Kamerstuk /, `${seriesOf(paper)}, `)
  if (/^ah-\d/.test(code.id)) return code.label.replace(/^Aanhangsel Handelingen/, seriesOf(paper))
  if (code.kind === 'kamervraag') return [code.label, dutchDate(date)].filter(Boolean).join(', ')
  const isByNumber = code.kind === 'document' || code.kind === 'zaak' || code.kind === 'activiteit'
  if (isByNumber || code.kind === 'bijlage' || code.id.startsWith('nds-')) {
    return [kind, dutchDate(date), code.label].filter(Boolean).join(', ')
  }
  return code.label
}

/** «Kamerstukken II 2022/23»: the printed series that a paper stands in, as much of it as is known. */
export function seriesOf({ code, session, chamber }: Pick<CitedPaper, 'code' | 'session' | 'chamber'>): string {
  const house = chamber === null ? chamberById(code.id) : chamber === 'Eerste Kamer' ? 'I' : 'II'
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(session ?? '') ?? []
  const years = first === undefined ? null : sessionLabel(first, second)
  const name = code.kind === 'aanhangsel' ? 'Aanhangsel Handelingen' : 'Kamerstukken'
  return [name, house, years].filter(Boolean).join(' ')
}

/** Letters, old numbers with a letter and roman dossiers are the Senate's, bare numbers the Tweede Kamer's (DOMAIN §1.2). */
function chamberById(id: string): 'I' | 'II' | null {
  const known = familyOf(id)
  if (known?.family.name === 'senate' || known?.family.name === 'senate-session') return 'I'
  if (known?.family.name !== 'kamerstuk') return null
  return /^\d+$/.test(known.parts[3] ?? '') ? 'II' : 'I'
}

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** «3 mei 2023»; null where it is no day. */
function dutchDate(day: string | null): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '') ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? null : `${Number(date)} ${name} ${year}`
}
