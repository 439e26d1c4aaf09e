import { plainOpening } from '#components/store/opening.ts'
import { keepAnswer, keepOfficial, keepReading, lookupRow } from './counterpart-world.ts'
import type { World } from './kept-world.ts'
import { code, officialSite, popup, type Screen } from './screens.tsx'

/** The popup at written questions that were answered. */
export const answeredQuestions = (world: World) =>
  popup(
    world,
    { type: 'codes', codes: [{ ...code(world, '2023D19158'), count: 1, collapsed: false }], site: officialSite },
    { ...plainOpening, destination: { type: 'code', code: code(world, '2023D19158') } },
  )

const screen = (name: string, keep: (world: World) => Promise<unknown>): Screen => ({
  name: `counterpart ${name}`,
  keep: async (world) => {
    await keepOfficial(world)
    await keep(world)
  },
  show: answeredQuestions,
})

export const counterpartScreens: readonly Screen[] = [
  screen('kept', (world) => keepAnswer(world)),
  screen('reading', (world) => keepReading(world)),
  screen('failed', (world) => keepReading(world, { state: 'failed', error: 'unreachable' })),
  screen('unknown', ({ db }) => db.lookups.put(lookupRow('2023D21040'))),
]
