import { aligned, markdown, share, shown, withBlock } from '../report.ts'
import type { RealDocument } from './real.ts'

/** What can be judged of a document without knowing what must come out. */

const headings = [
  '',
  'documents',
  'read',
  'questions',
  'from 1, without a gap',
  'answered',
  'empty question',
  'doubted',
  'text between records',
]

function soundnessRows(documents: readonly RealDocument[]): string[][] {
  const groups = [...Map.groupBy(documents, ({ group }) => group)]
  return [headings, ...groups.map(([group, members]) => rowOf(group, members))]
}

function rowOf(group: string, members: readonly RealDocument[]): string[] {
  const read = members.flatMap(({ read: one }) => ('failure' in one ? [] : [one]))
  const questions = read.flatMap((one) => one.questions)
  const of = (is: (question: (typeof questions)[number]) => boolean) =>
    shown(share(questions.filter(is).length, questions.length))
  const sound = read.filter((one) => isSound(one.questions.map(({ number }) => number)))
  const rest = read.flatMap((one) => one.rest ?? [])
  const between = lengthOf(rest.filter(({ kind }) => kind === 'between').map(({ text }) => text))
  const all = lengthOf([...rest.map(({ text }) => text), ...questions.flatMap((one) => [one.question, one.answer])])
  return [
    group,
    String(members.length),
    String(read.length),
    String(questions.length),
    shown(share(sound.length, read.length)),
    of(({ answer }) => answer !== ''),
    of(({ question }) => question === ''),
    of(({ doubts }) => doubts.length > 0),
    // Without `rest` nothing is known of it.
    read.some((one) => one.rest) ? shown(share(between, all)) : '–',
  ]
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

/** 1, 2, 2a, 2b, 3 */
export function isSound(numbers: readonly string[]): boolean {
  let last = 0
  return numbers.every((number) => {
    const digits = Number.parseInt(number, 10)
    const fits = digits === last + 1 || (digits === last && /[a-z]$/.test(number))
    last = digits
    return fits
  })
}

/** The documents that break the run of numbers, hold none, or hold empty records. */
export function unsound(documents: readonly RealDocument[], which: string): string[] {
  return documents
    .filter(({ name, group }) => `${group} ${name}`.includes(which))
    .flatMap(({ name, group, read }) => {
      if ('failure' in read) return [`${group}: ${name}: ${read.failure}`]
      const numbers = read.questions.map(({ number }) => number)
      const empty = read.questions.filter(({ question }) => question === '').map(({ number }) => number)
      return [
        ...(isSound(numbers) ? [] : [`${group}: ${name}: numbers ${numbers.join(' ')}`]),
        ...(empty.length > 0 ? [`${group}: ${name}: empty questions ${empty.join(' ')}`] : []),
      ]
    })
}

export const printedSoundness = (documents: readonly RealDocument[]) => aligned(soundnessRows(documents)).join('\n')

export const withSoundness = (readme: string, documents: readonly RealDocument[]) =>
  withBlock(readme, 'real questions', markdown(soundnessRows(documents)).join('\n'))
