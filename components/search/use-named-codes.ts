import { useMemo } from 'preact/hooks'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import { useServices } from '../store/services.ts'

/** Characters of a text in which codes are looked for after each key. */
export const longestNamed = 20_000
/** Characters before the end of what is read of a longer text in which a code may be half: «nr. 1» of «nr. 12». */
const perhapsHalf = 100

const none: readonly PageCode[] = []

/** The papers that a text names which is no code itself: a sentence, or a list that was pasted. Each once, in its order. */
export function useNamedCodes(typed: string): readonly PageCode[] {
  const { codes } = useServices()
  return useMemo(() => {
    if (typed.trim() === '' || codes.readTyped(typed) !== null) return none
    const found = new Map<string, PageCode>()
    const border = typed.length > longestNamed ? longestNamed - perhapsHalf : longestNamed
    for (const { kind, id, label, url, end } of codes.findReferences(typed.slice(0, longestNamed))) {
      if (end > border) continue
      const count = (found.get(id)?.count ?? 0) + 1
      found.set(id, { kind, id, label, url, count, collapsed: false })
    }
    return [...found.values()]
  }, [typed, codes])
}
