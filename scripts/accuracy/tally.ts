import type { ReferenceKind } from '#utils/references/types.ts'
import type { Verdict } from './judge.ts'
import { share } from './report.ts'

/** One row of the table. Shares are from 0 to 1; null where there is nothing to share. */
export interface Figures {
  readonly expected: number
  readonly recall: number | null
  readonly precision: number | null
  /** Of those found: with the stretch, page reference and certainty as annotated. */
  readonly asPrinted: number | null
}

export interface Accuracy {
  readonly kinds: ReadonlyMap<string, Figures>
  readonly all: Figures
  readonly traps: { readonly set: number; readonly hit: number }
}

interface Count {
  expected: number
  right: number
  wrong: number
  asPrinted: number
}

const none = (): Count => ({ expected: 0, right: 0, wrong: 0, asPrinted: 0 })

/** Optional readings count neither for nor against. */
export function tally(verdicts: readonly Verdict[]): Accuracy {
  const kinds = new Map<ReferenceKind, Count>()
  const all = none()
  const add = (kind: ReferenceKind, key: keyof Count) => {
    const count = kinds.get(kind) ?? none()
    kinds.set(kind, count)
    count[key] += 1
    all[key] += 1
  }
  for (const { answers, wrong } of verdicts) {
    for (const { expectation, found, asPrinted } of answers) {
      if (expectation.optional) continue
      add(expectation.kind, 'expected')
      if (found) add(expectation.kind, 'right')
      if (asPrinted) add(expectation.kind, 'asPrinted')
    }
    for (const { kind } of wrong) add(kind, 'wrong')
  }
  const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + count(verdict), 0)
  return {
    kinds: new Map(
      [...kinds].sort(([one], [two]) => (one < two ? -1 : 1)).map(([kind, count]) => [kind, figures(count)]),
    ),
    all: figures(all),
    traps: { set: sum((verdict) => verdict.case.traps.length), hit: sum((verdict) => verdict.hit.length) },
  }
}

function figures({ expected, right, wrong, asPrinted }: Count): Figures {
  return {
    expected,
    recall: share(right, expected),
    precision: share(right, right + wrong),
    asPrinted: share(asPrinted, right),
  }
}
