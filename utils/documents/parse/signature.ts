import { oneOf } from '../signs.ts'
import { isAnnex } from './annex.ts'
import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'

/** Where a paper is signed behind its last answer. */

const office =
  /^(?:[Dd]e |[Hh]et )?(?:(?:fungerend|plaatsvervangend|waarnemend|demissionair|plv\.) )?(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|[Vv]oorzitter|(?:[Aa]djunct-)?[Gg]riffier|[Ss]ecretaris|[Pp]resident)(?:(?: (?:van|voor)|,) \p{L}[\p{L} ,&-]*)?$/u
/** The same before a name in its own line, where a ministry may have none of «van» and «voor». */
const officeAndName =
  /^[Dd]e (?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)(?: \p{L}[\p{L}&-]*,?){0,10}, ((?:\p{Lu}\.){1,6} ?\p{L}[\p{L}’' -]{1,40}|\p{Lu}\p{Ll}+ \p{L}[\p{L}’' -]{1,40})$/u
const signer = /^(?:(?:\p{Lu}\.){1,6} ?|\p{Lu}\p{Ll}+ )(?:\p{L}[\p{L}’'-]* ?){1,5}$/u
const surname = /^(?:(?:Van|De|Der|Den|Ten|Ter|Te|El)(?: (?:de|den|der|het))? )?\p{Lu}[\p{L}’'-]{1,24}$/u
/** «Pieter Duisenberg, president», and the office's name above it. */
const nameAndOffice =
  /^(?:(?:drs|dr|mr|ir|prof)\. ){0,3}(?:\p{Lu}\.|\p{Lu}\p{Ll}+)(?: ?(?:\p{L}[\p{L}.’'-]*|\(\p{L}+\))){1,6}, (?:president|voorzitter|secretaris|griffier|(?:algemeen )?directeur)$/u
/** What such a line ends with: to make the expression ready takes longer than to look at all rows. */
const offices = ['president', 'voorzitter', 'secretaris', 'griffier', 'directeur'] as const
const rowsOfOffice = 3
const mostRows = 12
const longestRow = 160

const mayBegin = oneOf('DdHhO')

/** «De Minister van X,» and a name below it, where a letter ends or goes on with an annex; «Ondertekening». */
export function isSignature(rows: readonly Row[], from: number): boolean {
  const first = rows[from]
  const before = rows[from - 1]?.text ?? ''
  // «De leden zijn:» and names with an office below it are a list of the answer.
  if (!first || /[:;,]$/.test(before) || !(first.startsBlock || endsSentence(before))) return false
  const isBehindSentence = endsSentence(before)
  // Below the office's own name nothing but its signature has a name with its office.
  if (isBehindSentence && isSignedByName(rows, from)) return first.text === auditOffice || endsPaper(rows, from)
  if (!mayBegin(first.text)) return false
  if (first.text === 'Ondertekening') return endsPaper(rows, from + 1)
  if (!/^(?:[Dd]e|[Hh]et) [MmSsVvGgAaPpFfWw]/.test(first.text)) return false
  if (isBehindSentence && first.text.includes(', ') && officeAndName.test(first.text)) return endsPaper(rows, from)
  let text = ''
  for (let index = from; index < from + rowsOfOffice; index += 1) {
    const row = rows[index]
    if (!row || (index > from && row.startsBlock)) return false
    text = `${text} ${row.text}`.trimStart()
    if (!row.text.endsWith(',') || !office.test(text.slice(0, -1))) continue
    const name = rows[index + 1]?.text ?? ''
    // A paper's last lines may name nobody, or nobody's first name.
    if (first.startsBlock && signer.test(name)) return true
    if (name === '' || surname.test(name) || signer.test(name) || isAnnex(rows, index + 1)) return endsPaper(rows, from)
  }
  return false
}

const auditOffice = 'Algemene Rekenkamer'

function isSignedByName(rows: readonly Row[], from: number): boolean {
  const [first, second, third] = rows.slice(from, from + 3).map(({ text }) => text)
  if (first === undefined || first.length > longestRow) return false
  const name = first === auditOffice ? (second ?? '') : first
  // The office may stand on the next line.
  const signed = first === auditOffice && name.endsWith(',') ? `${name} ${third}` : name
  return signed.includes(', ') && offices.some((office) => signed.endsWith(office)) && nameAndOffice.test(signed)
}

/** Whether nothing but a few short lines follows, none of which is a sentence, up to an annex. */
function endsPaper(rows: readonly Row[], from: number): boolean {
  for (let index = from; index <= from + mostRows; index += 1) {
    const text = rows[index]?.text
    if (text === undefined || (index > from && isAnnex(rows, index))) return true
    if (text.length > longestRow || /[.!?]$/.test(text)) return false
  }
  return false
}
