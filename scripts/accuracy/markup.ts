/** Elements that stand inside a sentence; all others of op-XML begin and end a block. */
const inline = new Set(['extref', 'intref', 'dossierref', 'nadruk', 'sup', 'inf', 'ondernummer', 'datum', 'afkorting'])
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The running text of op-XML (DOMAIN §2), a block a line: enough to measure with, and independent of the readers of the
 * extension. The metadata's addresses are left out; pretty-printed files have white space inside every element.
 */
export function textOfXml(xml: string): string {
  const text = xml
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<metadata>[\s\S]*?<\/metadata>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/?([\w.-]+)[^>]*>/g, (_, name: string) => (inline.has(name) ? '' : '\n'))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name ? (entities[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/ {2,}/g, ' ')
        .replace(/\( /g, '(')
        .replace(/ ([),.;:])/g, '$1'),
    )
    .filter((line) => line !== '')
    .join('\n')
}

/** The ids that op-XML marks up as citations: only part of them is (DOMAIN §2), so they are good for recall alone. */
export function idsMarkedIn(xml: string): string[] {
  return [...new Set([...xml.matchAll(/<extref\b[^>]*\bdoc="([^"]+)"/g)].map(([, id = '']) => id))]
}
