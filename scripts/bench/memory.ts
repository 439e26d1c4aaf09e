import { type Heaps, weighRounds } from '../../tests/bench/memory/rounds.ts'
import { builtPackage } from '../packages.ts'
import { goalLines } from './goal-lines.ts'

const parts = ['page', 'screens', 'background'] as const satisfies readonly (keyof Heaps)[]
/** By then everything was used once: what comes on top of it stays for good. */
const warm = 50

/**
 * What is left in memory after long use: what is alive after `rounds` rounds with side panel and popup, against that after 50.
 *
 * @param rounds 500 are aimed at
 */
export async function benchMemory(rounds: number): Promise<void> {
  await builtPackage('chromium')
  const row = (cells: readonly string[]) => console.log(cells.map((cell) => cell.padStart(12)).join(''))
  row(['round', ...parts.map((part) => `${part}, MB`)])
  const weighed = await weighRounds([10, warm, Math.round(rounds / 2), rounds], (round, heaps) =>
    row([String(round), ...parts.map((part) => heaps[part].toFixed(2))]),
  )
  const growth = (part: keyof Heaps) =>
    (weighed.get(rounds)?.[part] ?? Number.NaN) / (weighed.get(warm)?.[part] ?? Number.NaN)
  const goals = parts.map((part) => ({ name: `${part}: ${rounds} rounds : ${warm}`, value: growth(part), most: 1.1 }))
  console.log(goalLines(goals).join('\n'))
}
