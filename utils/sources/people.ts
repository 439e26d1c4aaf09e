import type { Answerer, Asker, DocumentFacts } from '../documents/types.ts'
import type { OfficialDocument } from './official-document.ts'

/** Who had to do with questions and answers. */
export type People = Pick<OfficialDocument, 'askedBy' | 'askedOf' | 'answeredBy'>

type Said<Facts extends keyof OfficialDocument> = Pick<OfficialDocument, Facts> | null | undefined

/**
 * The people of a document. The services name them all, and whole; where they say nothing, what the document says of itself counts,
 * which never tells whom it was addressed to.
 */
export function peopleOf(
  facts: Pick<DocumentFacts, 'askedBy' | 'answeredBy'> | undefined,
  official: Said<keyof People>,
): People {
  return {
    askedBy: orElse<Asker>(official?.askedBy, facts?.askedBy),
    askedOf: official?.askedOf ?? [],
    answeredBy: orElse<Answerer>(official?.answeredBy, facts?.answeredBy),
  }
}

/** The ministries that were asked or answered, as printed; each once. */
export function ministriesOf({ askedOf, answeredBy }: Pick<People, 'askedOf' | 'answeredBy'>): readonly string[] {
  const named = [...answeredBy, ...askedOf].map(({ ministry }) => ministry)
  return [...new Set(named.filter((one) => one !== null))]
}

function orElse<One>(first: readonly One[] | undefined, second: readonly One[] | undefined): readonly One[] {
  return first !== undefined && first.length > 0 ? first : (second ?? [])
}
