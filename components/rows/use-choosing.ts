import { useEffect, useState } from 'preact/hooks'
import type { QuestionOutline } from '#utils/database/library/kept-questions.ts'
import { allChosen, extended, type Selection, toggled } from './selection.ts'
import type { Coming } from './selection-bar.tsx'
import type { UsedSelection } from './use-selection.ts'

interface Wish {
  /** Null for a single question: that one is chosen at once. */
  readonly of: Coming | null
  /** The list in which it was wanted: places are of that one alone. */
  readonly in: QuestionOutline
  readonly choose: (now: Selection, keys: readonly string[]) => Selection
}

interface Wishes {
  /** What was chosen when the first of them came. */
  readonly before: Selection
  readonly all: readonly Wish[]
}

/**
 * Choosing, where all or a range of them may be wanted before it is known which they are: they are chosen then, in the order
 * in which they were wanted, together with the single ones of meanwhile.
 *
 * @param keys of all that is listed, once that is known
 * @param isReady whether that is known
 * @param hasFailed whether it will not be
 * @param outline the list of all that is shown, null for what a search found: a range is of the list that it was wanted in
 */
export function useChoosing(
  { choosing, now, every, toggle, change }: UsedSelection,
  keys: readonly string[],
  isReady: boolean,
  hasFailed: boolean,
  outline: QuestionOutline | null,
) {
  const [wishes, setWishes] = useState<Wishes | null>(null)
  const isWaiting = !isReady && !hasFailed
  const standing = wishes?.all.filter((wish) => wish.of !== 'range' || isAlike(wish.in, outline)) ?? []
  const coming = (isWaiting && outline !== null && standing.findLast(({ of }) => of !== null)?.of) || null
  useEffect(() => {
    if (wishes === null || isWaiting) return
    // What a search found is another list.
    if (isReady && outline !== null)
      change(() => standing.reduce((now, { choose }) => choose(now, keys), wishes.before))
    setWishes(null)
  }, [wishes, isReady, hasFailed])
  function wish(of: Coming, choose: Wish['choose']) {
    if (isReady) change((before) => choose(before, keys))
    else if (outline !== null)
      setWishes((already) => ({
        before: already?.before ?? now,
        all: [...(already?.all ?? []), { of, in: outline, choose }],
      }))
  }
  return {
    coming,
    /** One more, or one less, as it is seen to be: of what is still to come nothing is seen. */
    toggle(key: string) {
      const isMore = !every.has(key)
      toggle(key)
      if (wishes === null || outline === null) return
      const one: Wish = { of: null, in: outline, choose: (now) => toggled(now, key, isMore) }
      setWishes((already) => already && { ...already, all: [...already.all, one] })
    },
    choosing: {
      ...choosing,
      all: () => wish('all', (_, all) => allChosen(all)),
      extendTo: (index: number, from?: number) => wish('range', (now, all) => extended(now, all, index, from)),
      clear() {
        setWishes(null)
        return choosing.clear() || coming !== null
      },
    },
  }
}

/** Whether the same questions stand in the same places in both: each change of what is kept makes another outline. */
function isAlike(one: QuestionOutline, other: QuestionOutline | null): boolean {
  if (one === other || other === null) return one === other
  const { lists, starts } = other
  return (
    one.lists.length === lists.length &&
    one.lists.every((list, at) => list === lists[at]) &&
    one.starts.every((start, at) => start === starts[at])
  )
}
