import type { RealText } from './corpus.ts'
import type { Detector } from './judge.ts'

/** How many references of each kind and certainty the texts of each folder hold: for texts without annotations. */
export function countsByGroup(texts: readonly RealText[], detect: Detector): string {
  const blocks = [...Map.groupBy(texts, ({ group }) => group)].map(([group, members]) => {
    const counts = new Map<string, number>()
    const marked = { all: 0, found: 0 }
    for (const { text, marked: ids } of members) {
      const references = detect(text)
      for (const { kind, certainty } of references) {
        const key = `${kind} (${certainty})`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const found = new Set(references.map(({ id }) => id))
      marked.all += ids.length
      marked.found += ids.filter((id) => found.has(id)).length
    }
    const lines = [...counts].sort(([one], [two]) => (one < two ? -1 : 1)).map(([key, count]) => `  ${key}: ${count}`)
    const markup = marked.all > 0 ? [`  of the ids in the markup: ${marked.found} of ${marked.all} found`] : []
    return [`${group} (${members.length} texts)`, ...(lines.length > 0 ? lines : ['  none']), ...markup].join('\n')
  })
  return blocks.join('\n')
}
