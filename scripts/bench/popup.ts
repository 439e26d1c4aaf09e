import { measureOpenings, type Opening } from '../../tests/bench/popup/opened.ts'
import { builtPackage } from '../packages.ts'
import { goalLines, quantile } from './goal-lines.ts'

const kept = { lists: 2_000, questions: 100_000, notes: 10_000 }
/** Openings that are not counted: with the first ones the browser compiles. */
const warmUp = 3

/** How long the popup takes to open over a page with codes, with much kept, beside an empty one in Preact. */
export async function benchPopup(rounds: number): Promise<void> {
  await builtPackage('chromium')
  const taken = await measureOpenings(kept, rounds, warmUp)
  const of = (what: keyof Opening, share: number) =>
    quantile(
      taken.map((one) => one[what]),
      share,
    )
  const shares = [0.5, 0.95] as const
  const names: Readonly<Record<keyof Opening, string>> = {
    empty: 'an empty popup in Preact',
    emptyPainted: 'the same, first drawn',
    screen: 'the screen, before anything is read',
    codes: 'the codes of the page',
    painted: 'the same, first drawn',
    kept: 'what is kept of them',
  }
  console.log(
    `${kept.questions} questions and ${kept.notes} notes kept, ${rounds} rounds, ms from the start of the navigation`,
  )
  console.log(`${''.padEnd(50)}${['median', 'p95'].map((name) => name.padStart(11)).join('')}`)
  for (const [what, name] of Object.entries(names)) {
    const cells = shares.map((share) =>
      of(what as keyof Opening, share)
        .toFixed(1)
        .padStart(11),
    )
    console.log(name.padEnd(50) + cells.join(''))
  }
  const goals = (
    [
      ['screen', 'empty'],
      ['codes', 'empty'],
      ['painted', 'emptyPainted'],
      ['kept', 'empty'],
    ] as const
  ).flatMap(([what, bare]) =>
    shares.map((share) => ({
      name: `${what === 'painted' ? 'first drawn' : names[what]} : an empty popup, ${share === 0.5 ? 'median' : 'p95'}`,
      value: of(what, share) / of(bare, share),
      most: share === 0.95 && (what === 'codes' || what === 'painted') ? 1.5 : Infinity,
    })),
  )
  console.log(goalLines(goals).join('\n'))
}
