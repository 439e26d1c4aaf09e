import type { Accuracy, Figures } from './tally.ts'

const opening = '<!-- accuracy -->'
const closing = '<!-- /accuracy -->'
const between = new RegExp(`${opening}[\\s\\S]*?${closing}`)

/** Rounded down, so that a stated figure is one that was really reached. */
const shown = (share: number | null) => (share === null ? '–' : (Math.floor(share * 1000 + 1e-9) / 1000).toFixed(3))

const headings = ['', 'expected', 'recall', 'precision', 'as printed']

function rows({ kinds, all }: Accuracy): string[][] {
  const row = (name: string, { expected, recall, precision, asPrinted }: Figures) => [
    name,
    String(expected),
    shown(recall),
    shown(precision),
    shown(asPrinted),
  ]
  return [...[...kinds].map(([kind, figures]) => row(kind, figures)), row('all', all)]
}

/** For the terminal. */
export function printed(accuracy: Accuracy): string {
  const lines = [headings, ...rows(accuracy)]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const aligned = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  const { traps } = accuracy
  return [...aligned, `traps: ${traps.hit} of ${traps.set} hit`].join('\n')
}

/** The README with the table between its markers rewritten; an error where the markers are missing. */
export function withTable(readme: string, accuracy: Accuracy): string {
  if (!between.test(readme)) throw new Error(`README.md has no ${opening} … ${closing}`)
  const { traps } = accuracy
  const table = [
    '| kind | expected | recall | precision | as printed |',
    '|---|---|---|---|---|',
    ...rows(accuracy).map((row) => `| ${row.join(' | ')} |`),
    '',
    `Traps hit: ${traps.hit} of ${traps.set}.`,
  ].join('\n')
  return readme.replace(between, () => `${opening}\n${table}\n${closing}`)
}

/** The figures that the README states, to be held by a test. */
export function statedIn(readme: string): Accuracy {
  const block = between.exec(readme)?.[0] ?? ''
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
