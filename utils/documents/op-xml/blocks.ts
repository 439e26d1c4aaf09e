import { LineBuilder, type Look, plain } from '../line-builder.ts'
import { markedNumbers } from '../marked-numbers.ts'
import type { Line } from '../types.ts'
import { descendants, elementsIn, textIn, type XmlElement } from '../xml/tree.ts'
import { blocks, dropped, inline, roles } from './elements.ts'
import type { Notes } from './notes.ts'
import { tableLines } from './tables.ts'

/** The blocks below an element as lines, one a paragraph or table row. */
export function blockLines(root: XmlElement, notes: Notes, look: Look = plain): Line[] {
  const reader = new BlockReader(notes)
  reader.readIn(root, look)
  return reader.finish()
}

/** Walks through official XML and fills a builder with lines. */
class BlockReader {
  readonly builder = new LineBuilder()
  private readonly notes: Notes
  private question = 0
  /** What describes the paper behind its first question: until 2009 who answers stood between all questions and all answers. */
  private readonly described: Line[] = []

  constructor(notes: Notes) {
    this.notes = notes
  }

  /** The lines, what describes the paper before all that is asked. */
  finish(): Line[] {
    this.builder.end(true)
    const { lines } = this.builder
    if (this.described.length === 0) return lines
    const first = lines.findIndex(({ marker }) => marker !== undefined)
    const place = first < 0 ? lines.length : first
    return [...lines.slice(0, place), ...this.described, ...lines.slice(place)]
  }

  readIn(element: XmlElement, look: Look): void {
    const isText = inline.has(element.name) || hasWords(element)
    for (const child of element.children) {
      if (typeof child === 'string') this.builder.add(child, look)
      else this.read(child, look, isText)
    }
  }

  /** `inText`: among words, where what is not known to be a block is part of the line. */
  private read(element: XmlElement, look: Look, inText: boolean): void {
    const { name } = element
    const { builder } = this
    if (dropped.has(name)) return
    if (name === 'kamervraagomschrijving' && this.question > 0) {
      for (const line of blockLines(element, this.notes, look)) this.described.push(line)
      return
    }
    if (name === 'noot') this.note(element, look, inText)
    else if (name === 'nootref') builder.add(this.notes.markReferred(element), { ...look, superscript: true })
    else if (name === 'br') builder.end(false)
    else if (name === 'table') this.table(element, look)
    else if (name === 'li') this.item(element, look)
    else if (this.isInline(element, inText)) this.words(element, look, inText)
    else this.block(element, look)
  }

  private isInline({ name }: XmlElement, inText: boolean): boolean {
    // A number heads its question; a caption's label, number and title are one line.
    if (name === 'nr' && (this.builder.marker !== undefined || !inText)) return false
    return inline.has(name) || (inText && !blocks.has(name))
  }

  private words(element: XmlElement, look: Look, inText: boolean): void {
    if (!inText) this.builder.add(' ', look)
    this.readIn(element, lookOf(element, look))
    if (!inText) this.builder.add(' ', look)
  }

  private block(element: XmlElement, look: Look): void {
    const { builder } = this
    builder.end(true)
    const { role } = builder
    builder.role = role === 'header' || role === 'footer' ? role : (roles[element.name] ?? role)
    if (element.name === 'vraag' || element.name === 'antwoord') this.mark(element)
    if (element.name === 'kop') this.caption(element, look)
    else this.readIn(element, look)
    builder.end(true)
    builder.role = role
  }

  private caption(element: XmlElement, look: Look): void {
    for (const part of elementsIn(element)) {
      this.readIn(part, look)
      this.builder.add(' ', look)
    }
  }

  /** Says that the next line heads a question or answer, with the numbers that its own heading names. */
  private mark(element: XmlElement): void {
    const numbers = headingNumbers(element)
    const isQuestion = element.name === 'vraag'
    if (isQuestion) {
      // A question without a number of its own counts on from the one before.
      if (numbers.length === 0) numbers.push(String(this.question + 1))
      this.question = Number.parseInt(numbers.at(-1) ?? '0', 10)
    }
    this.builder.marker = { type: isQuestion ? 'question' : 'answer', numbers }
  }

  private item(element: XmlElement, look: Look): void {
    const { builder } = this
    builder.end(true)
    const { role } = builder
    builder.role = role === 'footer' ? role : 'list-item'
    const number = elementsIn(element).find(({ name }) => name === 'li.nr' || name === 'nr')
    builder.add(`${number ? textIn(number) : '-'} `, look)
    let isFirst = true
    for (const child of element.children) {
      if (child === number) continue
      if (typeof child === 'string') builder.add(child, look)
      // The first paragraph goes on behind its number.
      else if (isFirst && child.name === 'al') this.readIn(child, look)
      else this.read(child, look, false)
      if (typeof child !== 'string') isFirst = false
    }
    builder.end(true)
    builder.role = role
  }

  private note(element: XmlElement, look: Look, inText: boolean): void {
    if (inText) this.builder.add(this.notes.markOf(element), { ...look, superscript: true })
  }

  private table(element: XmlElement, look: Look): void {
    this.builder.end(true)
    for (const line of tableLines(element, (cell) => blockLines(cell, this.notes, look))) this.builder.push(line)
  }
}

function hasWords(element: XmlElement): boolean {
  return element.name === 'al' || element.children.some((child) => typeof child === 'string' && child.trim() !== '')
}

/** The numbers in `nr`, or in a first paragraph that is nothing but a heading. */
function headingNumbers(element: XmlElement): string[] {
  for (const inner of descendants(element)) {
    if (inner.name !== 'nr' && inner.name !== 'al' && inner.name !== 'titel') continue
    const numbers = markedNumbers(textIn(inner))
    if (numbers.length > 0 || inner.name === 'al') return numbers
  }
  return []
}

function lookOf(element: XmlElement, outer: Look): Look {
  const type = element.name === 'nadruk' ? (element.attributes.type ?? '') : ''
  return {
    bold: outer.bold || /vet/.test(type),
    italic: outer.italic || /cur/.test(type),
    superscript: outer.superscript || element.name === 'sup' || element.name === 'super' || type === 'sup',
  }
}
