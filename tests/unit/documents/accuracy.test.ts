import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { judgeGenerated } from '../../../scripts/accuracy/questions/generated.ts'
import { judgeDamaged, judgeHandwritten } from '../../../scripts/accuracy/questions/handwritten.ts'
import { readReal } from '../../../scripts/accuracy/questions/real.ts'
import { statedIn } from '../../../scripts/accuracy/questions/table.ts'
import { type Figures, type ShareName, tally } from '../../../scripts/accuracy/questions/tally.ts'

/** After a deliberate change: `npm run accuracy -- questions --list`, then `npm run accuracy -- questions --write`. */
const stated = statedIn(readFileSync(new URL('../../../docs/accuracy.md', import.meta.url), 'utf8'))

const corpus = process.env.KAMERLENS_CORPUS

const shares: readonly ShareName[] = [
  'found',
  'question',
  'answer',
  'questionNear',
  'answerNear',
  'shape',
  'pointer',
  'columns',
  'notes',
  'facts',
]

/** What a group does worse than docs/accuracy.md states. */
function worse(group: string, now: Figures | undefined): string[] {
  const then = stated.get(group)
  if (!now || !then) return [`${group} is missing`]
  const fallen = shares.filter((name) => (now.shares[name] ?? 0) < (then.shares[name] ?? 0))
  const more = (one: number | null, other: number | null) => (one ?? 0) > (other ?? 0) + 0.001
  return [
    ...fallen.map((name) => `${name} ${now.shares[name]}, was ${then.shares[name]}`),
    ...(now.invented > then.invented ? [`${now.invented} invented, were ${then.invented}`] : []),
    ...(more(now.shares.doubtedRight, then.shares.doubtedRight) ? ['more right records are doubted'] : []),
    // Where damage was done on purpose the doubts are what is measured.
    ...(group.startsWith('damaged') && more(then.shares.doubtedWrong, now.shares.doubtedWrong)
      ? ['fewer wrong records are doubted']
      : []),
    ...(now.questions !== then.questions ? [`${now.questions} questions, were ${then.questions}`] : []),
  ]
}

describe('reading questions and answers is no worse than docs/accuracy.md states', () => {
  let measured = new Map<string, Figures>()
  beforeAll(async () => {
    const own = tally([...(await judgeGenerated()), ...(await judgeHandwritten())])
    measured = new Map([...own, ...tally(await judgeDamaged(), false)])
  }, 120_000)

  test.each([...stated.keys()].filter((group) => !group.startsWith('real')))('%s', (group) => {
    expect(worse(group, measured.get(group))).toEqual([])
  })

  test('docs/accuracy.md speaks of every group', () => {
    expect([...measured.keys()].filter((group) => !stated.has(group))).toEqual([])
  })

  test.skipIf(corpus === undefined)(
    'real letters (needs KAMERLENS_CORPUS)',
    async () => {
      const { judged } = await readReal(corpus ?? '')
      for (const [group, figures] of tally(judged, false)) expect(worse(group, figures)).toEqual([])
    },
    60_000,
  )

  test('there are enough documents and questions to speak of', () => {
    const sum = (of: (figures: Figures) => number) => [...measured.values()].reduce((total, one) => total + of(one), 0)
    expect(sum(({ documents }) => documents)).toBeGreaterThanOrEqual(60)
    expect(sum(({ questions }) => questions)).toBeGreaterThanOrEqual(1500)
  })
})
