import { type Fact, isKnown, type OfficialDocument, type RelatedDocument } from './official-document.ts'

/** Facts of which two services each may know a part; of all others the first that knows one is believed. */
const gathered = { aliases: true, links: true, related: true, provenance: true } as const

/**
 * One record of what two services say of the same thing. The first is believed where both say something; each fact keeps
 * where it came from.
 */
export function merged(first: OfficialDocument, second: OfficialDocument): OfficialDocument {
  const missing = Object.entries(second).filter(
    ([name, value]) => !(name in gathered) && isKnown(value) && !isKnown(first[name as Fact]),
  )
  const filled: OfficialDocument = { ...first, ...Object.fromEntries(missing) }
  const taken = new Set(missing.map(([name]) => name))
  const related = relatedOf(first.related, second.related, [...first.aliases, ...second.aliases])
  return {
    ...filled,
    is: first.is,
    id: first.id,
    aliases: [...new Set([...first.aliases, ...second.aliases])],
    links: [...new Set([...first.links, ...second.links])],
    related,
    provenance: [
      ...first.provenance,
      ...second.provenance.filter(
        ({ fact }) => taken.has(fact) || (fact in gathered && addsTo(first, second, fact, related)),
      ),
    ],
  }
}

function addsTo(first: OfficialDocument, second: OfficialDocument, fact: Fact, related: OfficialDocument['related']) {
  if (fact === 'related') return related.length > first.related.length
  const known: readonly unknown[] = fact === 'aliases' ? first.aliases : first.links
  const said: readonly unknown[] = fact === 'aliases' ? second.aliases : second.links
  return said.some((value) => !known.includes(value))
}

/** Each paper once, under all its names. */
function relatedOf(
  first: readonly RelatedDocument[],
  second: readonly RelatedDocument[],
  own: readonly string[],
): readonly RelatedDocument[] {
  const papers = [...first]
  for (const paper of second) {
    if (paper.aliases.some((alias) => own.includes(alias))) continue
    const at = papers.findIndex(({ aliases }) => aliases.some((alias) => paper.aliases.includes(alias)))
    const known = papers[at]
    if (known) papers[at] = { ...known, aliases: [...new Set([...known.aliases, ...paper.aliases])] }
    else papers.push(paper)
  }
  return papers
}
