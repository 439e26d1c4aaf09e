/** Whether an address is likely that of a PDF: files of the Tweede Kamer, publications and renditions (DOMAIN §1.1, §1.2). */
export function isPdfAddress(address: string): boolean {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(address) ?? []
  if (/[./]pdf$/i.test(path)) return true
  return /(?:^|\.)tweedekamer\.nl$/i.test(host) && path.startsWith('/downloads/document')
}
