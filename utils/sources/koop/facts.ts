import type { XmlElement } from '#utils/documents/xml/tree.ts'
import { childrenNamed, descendants, elementsIn, findNamed, textIn } from '#utils/documents/xml/tree.ts'

/** No value of a publication's metadata is longer, characters. */
const longestText = 4_000

/**
 * What a publication's metadata state, by name in small letters and without vocabulary: `DC.identifier` of `metadata.xml` and
 * `owmskern/identifier` of an SRU record are both `identifier`.
 */
export type Facts = ReadonlyMap<string, readonly Statement[]>

export interface Statement {
  readonly text: string
  /** `OVERHEIDop.KamerstukTypen`; empty where it has none. */
  readonly scheme: string
}

/** `metadata_gegevens/metadata[@name, @scheme, @content]`, the `metadata.xml` beside a publication. */
export function factsOfMetadata(root: XmlElement): Facts {
  const facts = new Map<string, Statement[]>()
  for (const { attributes, ...element } of childrenNamed(root, 'metadata')) {
    const name = attributes.name?.slice(attributes.name.lastIndexOf('.') + 1) ?? ''
    add(facts, name, attributes.content ?? textIn({ attributes, ...element }), attributes.scheme)
  }
  return facts
}

/** `recordData/gzd/originalData/meta/{owmskern,owmsmantel,tpmeta}` of an SRU record (DOMAIN §3). */
export function factsOfRecord(record: XmlElement): Facts {
  const facts = new Map<string, Statement[]>()
  const meta = findNamed(record, 'meta')
  for (const part of ['owmskern', 'owmsmantel', 'tpmeta']) {
    for (const group of childrenNamed(meta, part)) {
      for (const element of elementsIn(group)) add(facts, element.name, textIn(element), element.attributes.scheme)
    }
  }
  return facts
}

/** Addresses of a record's manifestations: `pdf` → https://…; for `metadata.xml`, none. */
export function manifestationsOf(record: XmlElement): ReadonlyMap<string, string> {
  const urls = [...descendants(record)].filter(({ name }) => name === 'itemUrl')
  return new Map(urls.map((element) => [element.attributes.manifestation ?? '', textIn(element)]))
}

function add(facts: Map<string, Statement[]>, name: string, written: string, scheme = ''): void {
  const text = written.slice(0, longestText).replace(/\s+/g, ' ').trim()
  const key = name.toLowerCase()
  if (key !== '' && text !== '') facts.set(key, [...(facts.get(key) ?? []), { text, scheme }])
}

/** All that is stated under the first of these names that states anything. */
export function allOf(facts: Facts, ...names: readonly string[]): readonly string[] {
  const name = names.find((each) => facts.has(each))
  return (name === undefined ? [] : (facts.get(name) ?? [])).map(({ text }) => text)
}

export function firstOf(facts: Facts, ...names: readonly string[]): string | null {
  return allOf(facts, ...names)[0] ?? null
}
