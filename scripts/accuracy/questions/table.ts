import { aligned, blockIn, markdown, shown, withBlock } from '../report.ts'
import type { Figures, ShareName, Shares } from './tally.ts'

const name = 'questions'

const columns: readonly (readonly [share: ShareName, heading: string])[] = [
  ['found', 'numbers found'],
  ['question', 'question exact'],
  ['answer', 'answer exact'],
  ['questionNear', 'question ≥ 0.9'],
  ['answerNear', 'answer ≥ 0.9'],
  ['shape', 'shape'],
  ['pointer', 'pointer'],
  ['columns', 'code, page'],
  ['notes', 'notes'],
  ['facts', 'facts'],
  ['doubtedWrong', 'doubted: wrong'],
  ['doubtedRight', 'right'],
]

const counts = ['documents', 'questions', 'invented'] as const

type Groups = ReadonlyMap<string, Figures>

function rows(groups: Groups): string[][] {
  return [
    ['', ...counts, ...columns.map(([, heading]) => heading)],
    ...[...groups].map(([group, figures]) => [
      group,
      ...counts.map((count) => String(figures[count])),
      ...columns.map(([column]) => shown(figures.shares[column])),
    ]),
  ]
}

export const printed = (groups: Groups): string => aligned(rows(groups)).join('\n')

/** The page with these groups' rows rewritten; what it states of other groups stays (real texts are not always there). */
export function withTable(page: string, groups: Groups): string {
  const kept = [...statedIn(page)].filter(([group]) => !groups.has(group))
  const isReal = (group: string) => Number(group.startsWith('real'))
  const all = [...kept, ...groups].sort(([one], [two]) => isReal(one) - isReal(two))
  return withBlock(page, name, markdown(rows(new Map(all))).join('\n'))
}

/** The figures that the page states, to be held by a test. */
export function statedIn(page: string): Map<string, Figures> {
  const lines = blockIn(page, name)
    .split('\n')
    .filter((line) => line.startsWith('| '))
  return new Map(
    lines.slice(1).map((line) => {
      const [group = '', ...cells] = line.slice(2, -2).split(' | ')
      const [documents = 0, questions = 0, invented = 0] = cells.slice(0, counts.length).map(Number)
      const shares = Object.fromEntries(
        columns.map(([column], index) => {
          const cell = cells[counts.length + index]
          return [column, cell === undefined || cell === '–' ? null : Number(cell)]
        }),
      ) as unknown as Shares
      return [group, { documents, questions, invented, shares }]
    }),
  )
}
