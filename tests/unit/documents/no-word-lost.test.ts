import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseDocument } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import type { Line } from '#utils/documents/types.ts'
import { cases } from '../cases.ts'

/**
 * Whatever a document looks like, each of its words is in one record or in the rest: none is lost, and none stands twice but a joint
 * answer under each of its questions. All words of these documents are different, so that they can be counted.
 */

type Format = 'text' | 'text without lines' | 'html'

interface Part {
  readonly kind: 'question' | 'answer' | 'list' | 'table' | 'note' | 'title' | 'faction' | 'foot'
  readonly sentences: readonly number[]
  readonly asks: boolean
}

interface Form {
  readonly format: Format
  readonly numbers: 'Vraag' | 'stop' | 'bare' | 'cell'
  readonly answers: 'numbered' | 'alone' | 'none'
}

const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom(
    'question',
    'question',
    'question',
    'answer',
    'answer',
    'answer',
    'list',
    'table',
    'note',
    'title',
    'faction',
    'foot',
  ),
  sentences: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
  asks: fc.boolean(),
})

const form: fc.Arbitrary<Form> = fc.record({
  format: fc.constantFrom('text', 'text without lines', 'html'),
  numbers: fc.constantFrom('Vraag', 'stop', 'bare', 'cell'),
  answers: fc.constantFrom('numbered', 'alone', 'none'),
})

const letters = 'aeioubdfgk'

/** A word like no other of the document: «zabekq». */
const wordOf = (count: number) =>
  `z${[...String(count).padStart(4, '0')].map((digit) => letters[Number(digit)]).join('q')}x`

/** The blocks of a document, and its words. */
function written(parts: readonly Part[], { numbers, answers }: Form): { blocks: string[]; words: string[] } {
  const words: string[] = []
  const word = () => {
    const next = wordOf(words.length)
    words.push(next)
    return next
  }
  const sentence = (length: number, end: string) => {
    const own = Array.from({ length }, word).join(' ')
    return `De ${own}${end}`
  }
  let number = 0
  const blocks = ['Lijst van vragen en antwoorden']
  for (const { kind, sentences, asks } of parts) {
    const [first = 1, ...others] = sentences
    const paragraph = () => sentences.map((length) => sentence(length, '.')).join(' ')
    if (kind === 'question') {
      number += 1
      const asked = `${asks ? `${sentence(first, '.')} ` : ''}Kunt u ${[...others, first].map(word).join(' ')} toelichten?`
      if (numbers === 'Vraag') blocks.push(`Vraag ${number}`, asked)
      else if (numbers === 'stop') blocks.push(`${number}. ${asked}`)
      else if (numbers === 'bare') blocks.push(String(number), asked)
      else blocks.push(`${number}    ${asked}    ${paragraph()}`)
      if (numbers !== 'cell') {
        if (answers === 'numbered') blocks.push(`Antwoord op vraag ${number}`)
        if (answers === 'alone') blocks.push('Antwoord')
      }
    } else if (kind === 'answer') blocks.push(paragraph())
    else if (kind === 'list') blocks.push(...sentences.map((length, index) => `${index + 1}. ${sentence(length, ';')}`))
    else if (kind === 'table') blocks.push(...sentences.map((length) => `${word()}    ${length}    ${length * 7}`))
    else if (kind === 'note') blocks.push(`${first} Zie ${word()}, ${word()} (2021), p. ${first}.`)
    else if (kind === 'faction')
      blocks.push('Vragen van de leden van de fractie van SGP', `De leden van de SGP-fractie ${paragraph()}`)
    else if (kind === 'title') blocks.push(`Hoofdstuk ${first} ${word()}`)
    else blocks.push(`Pagina ${first} van 12`)
  }
  return { blocks, words }
}

function linesOf(blocks: readonly string[], format: Format): readonly Line[] {
  if (format === 'text') return linesOfText(blocks.join('\n\n'))
  if (format === 'text without lines') return linesOfText(blocks.join(' ').replace(/\s+/g, ' '))
  const paragraphs = blocks.map((block) =>
    block.includes('    ')
      ? `<table><tr>${block
          .split('    ')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr></table>`
      : `<p>${block}</p>`,
  )
  return linesOfHtml(`<!DOCTYPE html><html><body><main>${paragraphs.join('')}</main></body></html>`).lines
}

/** How often each word stands in records and rest; a joint answer and a note of several records count once. */
function counted(lines: readonly Line[]): ReadonlyMap<string, number> {
  const { questions, rest } = parseDocument(lines)
  const shared = new Set(
    questions.flatMap(({ answer, answeredWith, number, footnotes }) => [
      `${answeredWith.join() || number} ${answer}`,
      ...footnotes.map(({ mark, text }) => `${mark} ${text}`),
    ]),
  )
  const asked = new Set(
    questions.map(({ answeredWith, number, question }) => `${answeredWith.join() || number} ${question}`),
  )
  const counts = new Map<string, number>()
  for (const text of [...asked, ...shared, ...rest.map((one) => one.text)]) {
    for (const [word] of text.matchAll(/z[a-z]+x/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

it('no word is lost, and none stands twice', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 24 }), form, (parts, own) => {
      const { blocks, words } = written(parts, own)
      const counts = counted(linesOf(blocks, own.format))
      expect(words.filter((word) => !counts.has(word))).toEqual([])
      expect(words.filter((word) => (counts.get(word) ?? 0) > 1)).toEqual([])
    }),
    cases(40),
  )
})
