import type { PlacedPassage } from '#components/reader/passages-in-reader.ts'
import type { PassageNote } from '#utils/database/notes/passages.ts'
import type { AnchoredPassage } from '../page.content/passages/anchoring.ts'
import type { PlacesOfPassages } from './passage-search.ts'
import type { LayerTexts } from './pdf/layer-texts.ts'
import type { PagePart } from './pdf/passage-places.ts'

type Found = Pick<PlacesOfPassages, 'places' | 'missing'>

/** What is told of passages, in the order of the document; those that were not found come last. */
export function placedPassages(notes: readonly PassageNote[], { places, missing }: Found): readonly PlacedPassage[] {
  const order = ({ note: { id } }: PlacedPassage) => places.get(id)?.parts[0]
  return notes
    .map((note): PlacedPassage => {
      const place = places.get(note.id)
      const notFound = missing.has(note.id) ? 'missing' : 'unknown'
      return { note, state: place?.state ?? notFound, page: place?.parts[0]?.page ?? null }
    })
    .toSorted((one, other) => before(order(one), order(other)))
}

function before(one: PagePart | undefined, other: PagePart | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return one.page - other.page || one.start - other.start
}

/** The parts of passages that stand in pages which are drawn, in the text of these. */
export function drawnPassages(
  notes: readonly PassageNote[],
  { places }: Found,
  drawn: ReturnType<LayerTexts['drawn']>,
): readonly AnchoredPassage[] {
  return notes.flatMap(({ id }) => {
    const place = places.get(id)
    return (place?.parts ?? []).flatMap((part): readonly AnchoredPassage[] => {
      const text = drawn.find(({ page }) => page === part.page)?.text
      const stretch = text?.stretch(part.start, part.end)
      if (text === undefined || place === undefined || !stretch) return []
      const words = text.text.slice(part.start, part.end)
      return [{ id, state: place.state, range: new StaticRange(stretch), link: null, words }]
    })
  })
}
