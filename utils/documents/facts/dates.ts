const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** Pattern source of a month's name. */
export const monthSource = `(?:${months.join('|')})`

/** Pattern source of a date in words: `3 november 2024`, `18 november2024` where an extraction glued the line's end. */
export const dateSource = String.raw`\d{1,2}\s{0,3}${monthSource}\s{0,3}(?:19|20)\d{2}`

const inWords = new RegExp(String.raw`^(\d{1,2})\s*(${monthSource})\s*(\d{4})`, 'i')
const inFigures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/

/** A Dutch date at the start of the text as an ISO date; null where there is none, or none that exists. */
export function isoDateOf(text: string): string | null {
  const words = inWords.exec(text.trim())
  const figures = words ? null : inFigures.exec(text.trim())
  const [, day, month, year] = words ?? figures ?? []
  if (day === undefined || month === undefined || year === undefined) return null
  const number = words ? months.findIndex((name) => name.startsWith(month.toLowerCase())) + 1 : Number(month)
  const date = new Date(Date.UTC(Number(year), number - 1, Number(day)))
  if (date.getUTCMonth() !== number - 1 || date.getUTCDate() !== Number(day)) return null
  return date.toISOString().slice(0, 10)
}
