import { findReferences } from '../../references/find.ts'

/** Characters of a note in which codes are looked for: a save must stay quick, and no note of a person is longer. */
const most = 200_000

/** The ids of the codes that a note's text names, each once. */
export function codesNamedIn(body: string): readonly string[] {
  const found = findReferences(body.slice(0, most))
  return [...new Set(found.flatMap(({ id, alternatives }) => [id, ...(alternatives ?? []).map((other) => other.id)]))]
}
