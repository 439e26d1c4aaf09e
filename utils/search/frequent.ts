import { ByteReader, ByteWriter } from './bytes.ts'
import { type Dictionary, groupSize, groupStep, longPostings, type TermNumbers } from './segment.ts'

/** The frequent terms of a dictionary as one of their own, which is read in no time; their postings lie where they lay. */
export type FrequentTerms = TermNumbers & Pick<Dictionary, 'terms'>

/** The terms whose postings are long. */
export function frequentTerms({ terms, lengths, sizes, many, groups }: FrequentTerms): FrequentTerms {
  const reader = new ByteReader(many)
  const writer = new ByteWriter()
  const [texts, ownGroups]: [string[], number[]] = [[], []]
  let [at, chars, inLong] = [0, 0, groups[groupStep - 1] ?? 0]
  const endGroup = () => ownGroups.push(chars, writer.length, 0, 0, inLong)
  for (let number = 0; number < lengths.length; number += 1) {
    const text = terms.slice(at, at + (lengths[number] ?? 0))
    at += text.length
    if (sizes[number] !== 0) continue
    const [count, bytes] = [reader.number(), reader.number()]
    if (bytes < longPostings) continue
    if (texts.length % groupSize === 0) endGroup()
    texts.push(text)
    writer.number(count)
    writer.number(bytes)
    chars += text.length
    inLong += bytes
  }
  endGroup()
  return {
    terms: texts.join(''),
    lengths: Uint16Array.from(texts, ({ length }) => length),
    sizes: new Uint8Array(texts.length),
    many: writer.bytes.slice(),
    groups: Uint32Array.from(ownGroups),
  }
}
