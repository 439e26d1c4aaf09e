/** Whether an address is likely that of a PDF: files of the Tweede Kamer, publications and renditions (DOMAIN §1.1, §1.2). */
export function isPdfAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (/[./]pdf$/i.test(url.pathname)) return true
  return url.hostname.endsWith('tweedekamer.nl') && url.pathname.startsWith('/downloads/document')
}
