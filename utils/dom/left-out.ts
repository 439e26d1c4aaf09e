/**
 * What a site puts into its text that is no part of it, one row a site. Note anchors glue their digit to the word or
 * code before them (`2023D191581`), so they are left out before text is read (DOMAIN §2).
 */
interface LeftOut {
  /** Domains, subdomains included; empty: every site. */
  readonly domains: readonly string[]
  readonly selectors: readonly string[]
}

const rows: readonly LeftOut[] = [
  { domains: [], selectors: ['sup:has(> a[href^="#"])', 'a[role="doc-noteref"]'] },
  { domains: ['officielebekendmakingen.nl', 'overheid.nl'], selectors: ['a.nootnum', 'sup:has(> a.nootnum)'] },
]

/** The selector of what is left out of the text on this host (lower case, no port). */
export function leftOutOn(host: string): string {
  const within = (domain: string): boolean => host === domain || host.endsWith(`.${domain}`)
  return rows
    .filter(({ domains }) => domains.length === 0 || domains.some(within))
    .flatMap(({ selectors }) => selectors)
    .join(',')
}
