/** A label as it is set: `KENMERK`, in spaced letters too (`K E N M E R K`), or `kenmerk`, in text whose blanks are plain. */
const label = (word: string): string =>
  `${[...word.toUpperCase()].join(' ?')}|${word.charAt(0).toUpperCase()}${word.slice(1)}|${word}`

/** Where the content of a field ends, in text that has lost its lines: at the next field, the salutation, a page mark. */
const next = [
  `(?:${label('uw')}|${label('ons')})\\s{1,3}(?:${label('kenmerk')}|${label('brief')}|${label('referentie')})`,
  label('bijlage'),
  label('bezorgen'),
  '(?:DATUM|Datum|datum)\\s+\\d',
  'Kenmerk\\s',
  'Geachte\\s',
  'Contactpersoon\\b',
  'Doorkiesnummer\\b',
  'Telefoon\\b',
  '\\d{1,2}\\s?/\\s?\\d{1,2}(?=\\s)',
].join('|')

const regarding = /(?<![\p{L}\d])(?:BETREFT|Betreft|betreft|ONDERWERP|Onderwerp)\s*:?\s+/gu
const nextField = new RegExp(`(?<!\\p{L})(?:${next})`, 'gu')

/** Characters of a field's content, and of the label behind it. */
const fewest = 5
const most = 400
const longestLabel = 40

/** What stands behind the first label that has a content, up to the next field or the line's end. */
function contentOf(head: string): string {
  for (const { 0: label, index } of head.matchAll(regarding)) {
    const start = index + label.length
    const text = head.slice(start, start + most + longestLabel)
    const next = fieldBehind(text, 0)
    if (next === 0) continue
    const line = text.indexOf('\n')
    const end = Math.min(next < fewest ? fieldBehind(text, fewest) : next, line < 0 ? text.length : line)
    const content = text.slice(0, end).trimEnd()
    if (end >= fewest && content.length <= most) return content
  }
  return ''
}

function fieldBehind(text: string, from: number): number {
  nextField.lastIndex = from
  return nextField.exec(text)?.index ?? text.length
}

/** «Beantwoording vragen» alone names nothing. */
const shortest = 25

/** What a letter says that it is about, in its field «Betreft» or «Onderwerp»: «Beantwoording Kamervragen van het lid …»; null without one. */
export function regardingOf(head: string): string | null {
  const found = contentOf(head).replace(/[\s.,:]+$/, '')
  // Behind a label that lost its place stands anything.
  return found.length >= shortest && /vra(?:ag|gen)|antwoord|overleg|inbreng|verslag|motie|toezegging/iu.test(found)
    ? found
    : null
}
