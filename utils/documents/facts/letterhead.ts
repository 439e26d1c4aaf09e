/** A label as it is set: `KENMERK`, in spaced letters too (`K E N M E R K`), or `kenmerk`. */
const label = (word: string): string =>
  `${[...word.toUpperCase()].join('\\s?')}|${word.charAt(0).toUpperCase()}${word.slice(1)}|${word}`

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

const regarding = new RegExp(
  `(?<![\\p{L}\\d])(?:BETREFT|Betreft|betreft|ONDERWERP|Onderwerp)\\s*:?\\s+(?!${next})(.{5,400}?)\\s*(?:(?<![\\p{L}])(?:${next})|$)`,
  'mu',
)

/** «Beantwoording vragen» alone names nothing. */
const shortest = 25

/** What a letter says that it is about, in its field «Betreft» or «Onderwerp»: «Beantwoording Kamervragen van het lid …»; null without one. */
export function regardingOf(head: string): string | null {
  // To make the expression ready takes longer than most heads take to read.
  if (!/betreft|onderwerp/i.test(head)) return null
  const found = regarding.exec(head)?.[1]?.replace(/[\s.,:]+$/, '') ?? ''
  // Behind a label that lost its place stands anything.
  return found.length >= shortest && /vra(?:ag|gen)|antwoord|overleg|inbreng|verslag|motie|toezegging/iu.test(found)
    ? found
    : null
}
