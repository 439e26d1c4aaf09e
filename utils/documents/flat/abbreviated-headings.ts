const abbreviated = /(?<=\s)([VQA])\s?(\d{1,3})(?::|\.(?=\s\p{Lu}))(?=\s)/gu
const fewest = 2

/** Where «V1: … A1: …» begin, by turns and from 1 on; none where another «A12:» breaks their order. */
export function abbreviatedHeadings(text: string): readonly number[] {
  let last = 0
  let answers = 0
  const found: number[] = []
  for (const { index, 1: letter, 2: digits } of text.matchAll(abbreviated)) {
    const number = Number(digits)
    if (letter === 'A' ? number !== last : number !== last + 1) return []
    if (letter === 'A') answers += 1
    last = number
    found.push(index)
  }
  return answers >= fewest && answers * 2 === found.length ? found : []
}
