import { documentMessages } from '#locales/document.ts'
import { officialMessages } from '#locales/official.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { useStore } from '../store/use-store.ts'

/** An address with what to call it. */
export interface NamedLink {
  readonly url: string
  readonly label: string
}

/** The ways to a paper out of Kamerlens: its official pages, its publication as a PDF, its file; one of each kind. */
export function useOfficialLinks(): (
  official: OfficialDocument | null,
  document?: DocumentRow,
  page?: string,
) => readonly NamedLink[] {
  const t = useStore(documentMessages)
  const o = useStore(officialMessages)
  const labelOf = (url: string, isFile: boolean): string => {
    const { hostname = '', pathname = '' } = URL.parse(url) ?? {}
    if (hostname.endsWith('officielebekendmakingen.nl')) {
      if (pathname.startsWith('/dossier/')) return o.dossierPage
      return pathname.endsWith('.pdf') ? o.pdf : t.publication
    }
    if (isFile) return t.file
    if (hostname === 'tweedekamer.nl' || hostname.endsWith('.tweedekamer.nl')) return t.parliament
    return hostname.endsWith('eerstekamer.nl') ? o.senate : t.officialPage
  }
  return (official, document, page) => {
    const pages = official?.links ?? []
    const known: readonly (readonly [url: string, isFile: boolean])[] = [
      ...(document?.links ?? []).map(({ rel, url }) => [url, rel === 'file'] as const),
      ...pages.map((url) => [url, false] as const),
      ...(pages.length === 0 && page !== undefined ? [[page, false] as const] : []),
      ...pages.flatMap((url) => {
        const pdf = pdfOf(url)
        return pdf === null ? [] : [[pdf, true] as const]
      }),
      ...(official?.file ? [[official.file.url, true] as const] : []),
    ]
    const links = known.map(([url, isFile]) => ({ url, label: labelOf(url, isFile) }))
    // Of two of one kind the first leads there as well.
    return [...Map.groupBy(links, ({ label }) => label).values()].flatMap(([link]) => link ?? [])
  }
}

/** The PDF that stands beside each publication (DOMAIN §1.2); null for other addresses. */
function pdfOf(url: string): string | null {
  return /^(https:\/\/zoek\.officielebekendmakingen\.nl\/[\w-]+)\.html$/.exec(url)?.[1]?.concat('.pdf') ?? null
}
