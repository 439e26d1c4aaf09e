/**
 * The open data write the number of an Aanhangsel in nine digits: the ends of both years of the session, then the number in
 * five: `242502753` is `ah-tk-20242025-2753` (DOMAIN §1.3).
 */
export function aanhangselId(nineDigits: string): string | null {
  const [, first = '', second = '', number = ''] = /^(\d{2})(\d{2})(\d{5})$/.exec(nineDigits) ?? []
  if (Number(number) === 0 || Number(second) !== (Number(first) + 1) % 100) return null
  const year = (Number(first) >= 50 ? 1900 : 2000) + Number(first)
  return `ah-tk-${year}${year + 1}-${Number(number)}`
}

/** The nine digits of `ah-tk-20242025-2753`; null for other ids, those of corrections and of the Senate too. */
export function nineDigitsOf(id: string): string | null {
  const [, first = '', second = '', number = ''] = /^ah-tk-\d\d(\d\d)\d\d(\d\d)-(\d{1,5})$/.exec(id) ?? []
  return number === '' ? null : `${first}${second}${number.padStart(5, '0')}`
}
