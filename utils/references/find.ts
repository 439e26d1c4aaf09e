import { codeOf } from './code.ts'
import { dossierOfHead, headOfPaper, longestLean, NamedDossiers, resolveLeaning } from './finding/leaning.ts'
import { findMentions } from './finding/mentions.ts'
import { unseen } from './text/characters.ts'
import type { Mention, Name, Reference } from './types.ts'

/**
 * Every reference in a text, in order; offsets are UTF-16 in `text`. Short forms are among them where the text itself
 * says what they lean on. Rules and examples: `forms.ts`.
 */
export function findReferences(text: string): Reference[] {
  if (text.search(unseen) < 0) return referencesIn(text)
  const removed = Array.from(text.matchAll(unseen), ({ 0: { length }, index }) => ({ index, length }))
  const references = referencesIn(text.replace(unseen, ''))
  let place = 0
  let before = 0
  const inText = (index: number) => {
    for (let next = removed[place]; next && next.index <= index + before; next = removed[place]) {
      before += next.length
      place += 1
    }
    return index + before
  }
  // Pieces within a range stand for each other's places: each place is looked for once, in order.
  const places = [...new Set(references.flatMap(({ start, end }) => [start, end - 1]))].sort(
    (one, other) => one - other,
  )
  const placeOf = new Map(places.map((index) => [index, inText(index)]))
  return references.map((one) => ({
    ...one,
    start: placeOf.get(one.start) ?? one.start,
    end: (placeOf.get(one.end - 1) ?? one.end - 1) + 1,
  }))
}

function referencesIn(text: string): Reference[] {
  const { references, leaning, dossiers } = findMentions(text)
  const all: Mention[] = []
  const named = new NamedDossiers()
  for (const one of dossiers) named.name(one)
  let next = 0
  let head: Mention | null = null
  /** The same for the next in a list of its papers. */
  let list: Mention | null = null
  for (const short of leaning) {
    for (let reference = references[next]; reference && reference.start < short.start; reference = references[next]) {
      all.push(reference)
      next += 1
    }
    if (short.dossier !== undefined) {
      head = head && short.start - head.end <= longestLean ? head : headOfPaper(short)
      list = null
      continue
    }
    const before: Mention | null | undefined = short.on === 'head' ? (head ?? list) : all.at(-1)
    const near = before && short.start - before.end <= longestLean
    const previous = near ? { reference: before, between: text.slice(before.end, short.start) } : null
    const resolved = resolveLeaning(short, previous, named)
    if (resolved) all.push(resolved)
    // The first of several dossiers has the number; the next dossier begins another head.
    if (short.on !== 'head') continue
    if (resolved && before) named.name(dossierOfHead(before))
    list = short.listed && resolved && before ? { ...before, end: short.end } : null
    head = null
  }
  return [...all, ...references.slice(next)].flatMap(cited)
}

function cited({ alternatives, ...mention }: Mention): readonly Reference[] {
  const code = codeOf(mention.id)
  if (!code) return []
  const others = alternatives?.flatMap(({ id }: Name) => codeOf(id) ?? [])
  return [{ ...code, ...mention, ...(others ? { alternatives: others } : {}) }]
}
