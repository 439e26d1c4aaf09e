import { aligned, blockIn, markdown, shown, withBlock } from './report.ts'
import type { Accuracy, Figures } from './tally.ts'

const name = 'accuracy'

function rows({ kinds, all }: Accuracy): string[][] {
  const row = (kind: string, { expected, recall, precision, asPrinted }: Figures) => [
    kind,
    String(expected),
    shown(recall),
    shown(precision),
    shown(asPrinted),
  ]
  return [...[...kinds].map(([kind, figures]) => row(kind, figures)), row('all', all)]
}

/** For the terminal. */
export function printed(accuracy: Accuracy): string {
  const { traps } = accuracy
  const lines = aligned([['', 'expected', 'recall', 'precision', 'as printed'], ...rows(accuracy)])
  return [...lines, `traps: ${traps.hit} of ${traps.set} hit`].join('\n')
}

/** The page with the table between its markers rewritten; an error where the markers are missing. */
export function withTable(page: string, accuracy: Accuracy): string {
  const { traps } = accuracy
  const table = markdown([['kind', 'expected', 'recall', 'precision', 'as printed'], ...rows(accuracy)])
  return withBlock(page, name, [...table, '', `Traps hit: ${traps.hit} of ${traps.set}.`].join('\n'))
}

/** The figures that the page states, to be held by a test. */
export function statedIn(page: string): Accuracy {
  const block = blockIn(page, name)
  const figures = new Map(
    [...block.matchAll(/^\| ([a-z]+) \| (\d+) \| ([\d.–]+) \| ([\d.–]+) \| ([\d.–]+) \|$/gm)].map(
      ([, kind = '', expected, ...shares]) => {
        const [recall = null, precision = null, asPrinted = null] = shares.map((cell) =>
          cell === '–' ? null : Number(cell),
        )
        return [kind, { expected: Number(expected), recall, precision, asPrinted }] as const
      },
    ),
  )
  const all = figures.get('all')
  const [, hit, set] = /^Traps hit: (\d+) of (\d+)\.$/m.exec(block) ?? []
  if (!all || hit === undefined || set === undefined) throw new Error('README.md states no accuracy')
  figures.delete('all')
  return { kinds: figures, all, traps: { set: Number(set), hit: Number(hit) } }
}
