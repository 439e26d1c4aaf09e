import { Lexer, type Token, type Tokens } from 'marked'

/**
 * A note's Markdown as a tree that is safe to show: texts, and links that lead to https addresses alone. HTML in a note is
 * text; pictures are not fetched but named (SAFETY §3: no remote images).
 */
export type MarkdownBlock =
  | { readonly type: 'paragraph'; readonly content: readonly MarkdownInline[] }
  | { readonly type: 'heading'; readonly depth: number; readonly content: readonly MarkdownInline[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly MarkdownItem[] }
  | { readonly type: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'table'
      readonly head: readonly MarkdownCell[]
      readonly rows: readonly (readonly MarkdownCell[])[]
    }
  | { readonly type: 'rule' }

/** `start` of a list that is not numbered is null; `checked` of an item that is no task too. */
export interface MarkdownItem {
  readonly checked: boolean | null
  readonly blocks: readonly MarkdownBlock[]
}

export type MarkdownCell = readonly MarkdownInline[]

export type MarkdownInline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'deleted'; readonly content: readonly MarkdownInline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly content: readonly MarkdownInline[] }
  | { readonly type: 'break' }

/** Characters of a note that are laid out; what follows stands as it was typed. */
const most = 200_000
/** Quotes and lists inside each other: deeper ones are text. */
const deepest = 20

/** Reads Markdown as GitHub does. Whatever is no Markdown is text; nothing throws. */
export function readMarkdown(text: string): readonly MarkdownBlock[] {
  const border = text.length <= most ? text.length : endOfWords(text)
  const [laidOut, rest] = [text.slice(0, border), text.slice(border)]
  const end: readonly MarkdownBlock[] = rest === '' ? [] : [plain(rest)]
  if (/^(?:[ \t]*[>*+-][ \t]?){100}/m.test(laidOut)) return [plain(laidOut), ...end]
  try {
    const lexer = new Lexer({ gfm: true, breaks: true })
    return [...blocksOf(lexer.lex(laidOut), 0), ...end]
  } catch {
    return [plain(text)]
  }
}

/**
 * What Markdown may give a meaning to, but the numbers of a list, which say something: where none of it stands nothing
 * is to be laid out.
 */
const signs = /[*_`~[#>|]|^[ \t]*(?:[-+]|=+[ \t]*$)/m

/** What a text says without its signs of Markdown: for where a line of it is shown, and not laid out. */
export function wordsOfMarkdown(text: string): string {
  if (!signs.test(text)) return text
  const words = readMarkdown(text).map(wordsOfBlock).join(' ').trim()
  return words === '' ? text : words
}

function wordsOfBlock(block: MarkdownBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wordsOfInlines(block.content)
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.map(wordsOfBlock)).join(' ')
    case 'quote':
      return block.blocks.map(wordsOfBlock).join(' ')
    case 'code':
      return block.text
    case 'table':
      return [block.head, ...block.rows].flat().map(wordsOfInlines).join(' ')
    case 'rule':
      return ''
  }
}

const wordsOfInlines = (inlines: readonly MarkdownInline[]): string =>
  inlines
    .map((one) => {
      if ('text' in one) return one.text
      return one.type === 'break' ? ' ' : wordsOfInlines(one.content)
    })
    .join('')

const plain = (text: string): MarkdownBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function blocksOf(tokens: readonly Token[], depth: number): readonly MarkdownBlock[] {
  return tokens.flatMap((token) => blockOf(token, depth))
}

function blockOf(token: Token, depth: number): readonly MarkdownBlock[] {
  if (depth > deepest) return [plain(token.raw)]
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return []
    case 'paragraph':
    case 'text':
      return [{ type: 'paragraph', content: inlinesOf(token.tokens ?? [token], depth) }]
    case 'heading': {
      const { depth: level, tokens } = token as Tokens.Heading
      return [{ type: 'heading', depth: level, content: inlinesOf(tokens, depth) }]
    }
    case 'list':
      return [listOf(token as Tokens.List, depth)]
    case 'blockquote':
      return [{ type: 'quote', blocks: blocksOf((token as Tokens.Blockquote).tokens, depth + 1) }]
    case 'code': {
      // Words right behind the three signs are the language of a program, and in a note rather the note's own.
      const { lang = '', text } = token as Tokens.Code
      return [{ type: 'code', text: [lang, text].filter((part) => part !== '').join('\n') }]
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => inlinesOf(tokens, depth))
      return [{ type: 'table', head: cells(header), rows: rows.map(cells) }]
    }
    case 'hr':
      return [{ type: 'rule' }]
    default:
      return [plain(token.raw)]
  }
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): MarkdownBlock {
  return {
    type: 'list',
    start: ordered ? Number(start) || 0 : null,
    items: items.map(({ task, checked, tokens }) => ({
      checked: task ? checked === true : null,
      blocks: blocksOf(tokens, depth + 1),
    })),
  }
}

function inlinesOf(tokens: readonly Token[], depth: number): readonly MarkdownInline[] {
  return joined(tokens.flatMap((token) => inlineOf(token, depth)))
}

function inlineOf(token: Token, depth: number): readonly MarkdownInline[] {
  const inner = () => inlinesOf(('tokens' in token && token.tokens) || [], depth + 1)
  if (depth > deepest) return [{ type: 'text', text: token.raw }]
  switch (token.type) {
    case 'text':
      return 'tokens' in token && token.tokens ? inner() : [{ type: 'text', text: (token as Tokens.Text).text }]
    case 'escape':
      return [{ type: 'text', text: (token as Tokens.Escape).text }]
    case 'strong':
      return [{ type: 'strong', content: inner() }]
    case 'em':
      return [{ type: 'emphasis', content: inner() }]
    case 'del':
      return [{ type: 'deleted', content: inner() }]
    case 'codespan':
      return [{ type: 'code', text: (token as Tokens.Codespan).text }]
    case 'br':
      return [{ type: 'break' }]
    case 'link': {
      const url = safeUrl((token as Tokens.Link).href)
      return url === null ? [{ type: 'text', text: token.raw }] : [{ type: 'link', url, content: inner() }]
    }
    case 'image': {
      const { href, text } = token as Tokens.Image
      const url = safeUrl(href)
      const content: readonly MarkdownInline[] = [{ type: 'text', text: text === '' ? href : text }]
      return url === null ? content : [{ type: 'link', url, content }]
    }
    case 'checkbox':
      return []
    default:
      return [{ type: 'text', text: token.raw }]
  }
}

/** An https address without a user in it; null for anything else. */
function safeUrl(href: string): string | null {
  const url = URL.parse(href)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}

/** Neighbouring texts as one: a code may stand on the border of two. */
function joined(inlines: readonly MarkdownInline[]): readonly MarkdownInline[] {
  const all: MarkdownInline[] = []
  for (const inline of inlines) {
    const last = all.at(-1)
    if (inline.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', text: last.text + inline.text }
    else all.push(inline)
  }
  return all
}

/** Where the last line, or else the last word, within the characters that are laid out ends. */
function endOfWords(text: string): number {
  const line = text.lastIndexOf('\n', most) + 1
  const word = text.lastIndexOf(' ', most) + 1
  return line > most / 2 ? line : word > 0 ? word : most
}
