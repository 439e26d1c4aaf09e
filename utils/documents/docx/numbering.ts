import { childOf, childrenNamed, type XmlElement } from '../xml/tree.ts'
import { formatNumber } from './number-formats.ts'
import { numberOf, type ParagraphProperties, switchOf } from './properties.ts'
import type { StyleSheet } from './styles.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.`, `Vraag %1`, `%1.%2`. */
  readonly text: string
  /** Level from 1 whose next number starts this one again; 0 for never. */
  readonly restart: number
  /** All numbers in its text are printed as figures. */
  readonly legal: boolean
  readonly style: string | undefined
}

interface List {
  readonly abstractId: string
  /** Levels that this list prints in its own way, and numbers that it starts with. */
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

/**
 * The numbers that Word prints before paragraphs without their standing in the text (ECMA-376, 17.9). Lists over one
 * abstract list count on in each other; a list with a start of its own begins there when it is first used.
 */
export class Numbering {
  private readonly abstracts = new Map<string, ReadonlyMap<number, Level>>()
  private readonly lists = new Map<string, List>()
  /** Last number printed, for each abstract list by level. */
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: XmlElement | null, styles: StyleSheet) {
    const links = new Map<string, string>()
    for (const element of childrenNamed(root, 'abstractNum')) {
      const id = element.attributes.abstractNumId ?? ''
      this.abstracts.set(id, levelsOf(childrenNamed(element, 'lvl')))
      const link = childOf(element, 'numStyleLink')?.attributes.val
      if (link !== undefined) links.set(id, link)
    }
    const abstractOf = new Map(
      childrenNamed(root, 'num').map((num) => [num.attributes.numId ?? '', abstractIdOf(num)] as const),
    )
    for (const element of childrenNamed(root, 'num')) {
      const link = links.get(abstractIdOf(element))
      const linked = link === undefined ? undefined : abstractOf.get(styles.numberIdOf(link) ?? '')
      this.lists.set(element.attributes.numId ?? '', listOf(element, linked ?? abstractIdOf(element)))
    }
  }

  /** What is printed before the next paragraph of these properties, with its blank; null where nothing is. */
  next({ numberId, level, style }: ParagraphProperties): string | null {
    const list = this.lists.get(numberId ?? '0')
    if (!list || numberId === undefined) return null
    const levels = this.abstracts.get(list.abstractId)
    const at = level ?? levelOfStyle(levels, style)
    const levelOf = (index: number) => list.levels.get(index) ?? levels?.get(index)
    const own = levelOf(at)
    if (!own) return null
    const counters = this.countersOf(numberId, list)
    counters[at] = (counters[at] ?? own.start - 1) + 1
    for (let below = at + 1; below < 9; below += 1) {
      const restart = levelOf(below)?.restart ?? below
      if (restart > at) counters[below] = undefined
    }
    if (own.format === 'bullet') return '- '
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const shown = levelOf(index)
      if (!shown) return ''
      // A level that has not been printed yet counts as begun by those below it.
      counters[index] ??= shown.start
      return formatNumber(counters[index] ?? shown.start, own.legal ? 'decimal' : shown.format)
    })
    return text.trim() === '' ? null : `${text} `
  }

  private countersOf(numberId: string, list: List): (number | undefined)[] {
    const counters = this.counters.get(list.abstractId) ?? []
    this.counters.set(list.abstractId, counters)
    if (!this.begun.has(numberId)) {
      this.begun.add(numberId)
      for (const [level, start] of list.starts) counters[level] = start - 1
    }
    return counters
  }
}

function abstractIdOf(num: XmlElement): string {
  return childOf(num, 'abstractNumId')?.attributes.val ?? ''
}

function listOf(num: XmlElement, abstractId: string): List {
  const overrides = childrenNamed(num, 'lvlOverride')
  const starts = new Map<number, number>()
  for (const override of overrides) {
    const start = numberOf(childOf(override, 'startOverride')?.attributes.val)
    const level = numberOf(override.attributes.ilvl)
    if (start !== undefined && level !== undefined) starts.set(level, start)
  }
  return { abstractId, levels: levelsOf(overrides.flatMap((override) => childrenNamed(override, 'lvl'))), starts }
}

function levelsOf(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const element of elements) {
    const index = numberOf(element.attributes.ilvl)
    if (index === undefined || index < 0 || index > 8) continue
    levels.set(index, {
      start: numberOf(childOf(element, 'start')?.attributes.val) ?? 0,
      format: childOf(element, 'numFmt')?.attributes.val ?? 'decimal',
      text: childOf(element, 'lvlText')?.attributes.val ?? '',
      restart: numberOf(childOf(element, 'lvlRestart')?.attributes.val) ?? index,
      legal: switchOf(element, 'isLgl') ?? false,
      style: childOf(element, 'pStyle')?.attributes.val,
    })
  }
  return levels
}

/** A style that is bound to a list has the level that names it. */
function levelOfStyle(levels: ReadonlyMap<number, Level> | undefined, style: string | undefined): number {
  for (const [index, level] of levels ?? []) if (style !== undefined && level.style === style) return index
  return 0
}
