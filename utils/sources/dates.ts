const inTheNetherlands = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The calendar day in the Netherlands of a date that a service gives: `2023-05-22`, `2023-05-22T00:00:00+02:00`,
 * `2023-05-21T22:00:00Z`, and `22-05-2023` of old publications. Null for anything else.
 */
export function dutchDay(written: string | null | undefined): string | null {
  const text = written?.trim() ?? ''
  const turned = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text)
  const plain = turned ? `${turned[3]}-${turned[2]}-${turned[1]}` : text
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return Number.isNaN(Date.parse(plain)) ? null : plain
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}(?:Z|[+-]\d{2}:?\d{2})$/.test(plain)) return null
  const moment = Date.parse(plain)
  return Number.isNaN(moment) ? null : inTheNetherlands.format(moment)
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
