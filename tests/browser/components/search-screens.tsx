import { keptIn } from '#components/store/kept-store.ts'
import { plainOpening } from '#components/store/opening.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { Done, isShown } from './library-screens.tsx'
import { library, popup, type Screen, withCodes } from './screens.tsx'

const keep = async ({ db }: World) => {
  await keepAnswers(db)
  await db.documents.update('2023D20951', {
    facts: {
      type: 'question-and-answer-list',
      askedBy: [{ name: 'F. van Zuilen', party: 'Nieuw Sociaal Contract' }],
      answeredBy: [{ name: null, function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
      askedOn: null,
      answeredOn: '2023-05-23',
      dossier: '36360-VIII',
      subject: null,
      printedIds: [],
    },
  })
}

/** The index was never built: everything is read instead. */
export function withoutIndex(world: World): World {
  const store = new IndexStore({ name: `${world.db.name}-unready` })
  return { ...world, kept: keptIn(world.db, new SearchIndex(store, () => {})) }
}

const typed = (text: string) => ({ ...plainOpening, typed: text })

const choose = (row: string, words: RegExp) => (): boolean => {
  const found = [...document.querySelectorAll<HTMLElement>(row)].find((each) => words.test(each.textContent))
  found?.click()
  return found !== undefined
}

export const searchScreens: readonly Screen[] = [
  { name: 'popup-search-field', keep, show: (world) => popup(world, withCodes(world), typed('scholen par')) },
  {
    name: 'popup-search-hints',
    keep,
    show: (world) => popup(world, withCodes(world), typed('schoolen kleur:rood "hoeveel')),
  },
  {
    name: 'popup-search-opened',
    keep,
    show: (world) => (
      <Done steps={[choose('.kl-choice', /Hoeveel scholen/), isShown('.kl-marked:not([hidden])')]}>
        {popup(world, withCodes(world), typed('scholen'))}
      </Done>
    ),
  },
  {
    name: 'library-search-opened',
    page: true,
    keep,
    show: (world) => (
      <Done steps={[choose('[role="option"]', /Hoeveel scholen/), isShown('.kl-marked:not([hidden])')]}>
        {library(world, typed('scholen'))}
      </Done>
    ),
  },
  { name: 'library-search-values', page: true, keep, show: (world) => library(world, typed('scholen partij:n')) },
  {
    name: 'library-search-unready',
    page: true,
    keep,
    show: (world) => library(withoutIndex(world), typed('scholen')),
  },
]
