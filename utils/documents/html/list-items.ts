import { formatNumber } from '../list-numbers.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement, pushChildren } from './tree.ts'

/** The values of `type` and of `list-style-type`, by the names of `formatNumber`. */
const formats: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['decimal', 'decimal'],
  ['decimal-leading-zero', 'decimalZero'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['none', 'none'],
  ['disc', 'bullet'],
  ['circle', 'bullet'],
  ['square', 'bullet'],
])

/** What a browser shows before the items of lists. */
export class ListNumbers {
  private readonly next = new Map<HtmlElement, number>()

  /** The item's number or stroke with its blank; empty where the list shows none. */
  numberOf(list: HtmlElement, item: HtmlElement): string {
    const step = attribute(list, 'reversed') === undefined ? 1 : -1
    const number = numeral(item, 'value') ?? this.next.get(list) ?? firstOf(list)
    this.next.set(list, number + step)
    const format = formatOf(item) ?? formatOf(list) ?? (list.tagName === 'ol' ? 'decimal' : 'bullet')
    if (format === 'none') return ''
    return format === 'bullet' ? '- ' : `${formatNumber(number, format)}. `
  }
}

function firstOf(list: HtmlElement): number {
  const start = numeral(list, 'start')
  if (start !== undefined || attribute(list, 'reversed') === undefined) return start ?? 1
  return list.childNodes.filter((child) => isElement(child) && child.tagName === 'li').length
}

function formatOf(element: HtmlElement): string | undefined {
  const style = /list-style(?:-type)?:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  return formats.get(style?.toLowerCase() ?? '') ?? formats.get(attribute(element, 'type') ?? '')
}

function numeral(element: HtmlElement, name: string): number | undefined {
  const value = Number.parseInt(attribute(element, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

const longestNumber = 12

/** The item's text begins with a number or stroke of its own, as lists of official pages do. */
export function isNumberedItself(item: HtmlElement): boolean {
  return /^(?:[•·▪–—-]|\(?(?:\d{1,3}|[a-z])[.)])(?:\s|$)/.test(beginningOf(item))
}

/** No more of the text than a number takes: items lie in each other, and each is looked at. */
function beginningOf(root: HtmlElement): string {
  let text = ''
  const stack: HtmlNode[] = [root]
  for (let node = stack.pop(); node && text.length < longestNumber; node = stack.pop()) {
    if ('value' in node) text = `${text} ${node.value.trimStart().slice(0, longestNumber)}`.trimStart()
    pushChildren(stack, node)
  }
  return text
}
