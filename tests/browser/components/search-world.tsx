import { page } from 'vitest/browser'
import type { World } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'
import { questionRow } from './rows.ts'
import { searchScreens } from './search-screens.tsx'

export const size = { width: 1280, height: 800 }

export const keep = async (world: World) => {
  await searchScreens[0]?.keep?.(world)
  await world.db.questions.bulkPut([
    questionRow('2023D20951', 50, { question: 'Wanneer komt de kinderopvangtoeslag?', answer: '' }),
    questionRow('2023D20951', 51, { question: 'Welke toeslagen lopen af?', answer: 'Geen.' }),
  ])
}

export const field = () => page.getByRole('searchbox')

/** A question far down in its document and far in its answer, and a note, with a word that is nowhere else. */
export async function keepFar(world: World) {
  await keep(world)
  const before = 'Wat hier allemaal voor staat en wat daar weer bij hoort.\n\n'.repeat(40)
  await world.db.questions.put(
    questionRow('2023D20951', 62, { question: 'En waar?', answer: `${before}In de veenkoloniën.` }),
  )
  await world.db.notes.put(noteRow(1, { body: 'Navragen in de Veenkolonien, en wel voor het najaar.' }))
}
