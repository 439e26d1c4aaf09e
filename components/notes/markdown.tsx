import { useMemo } from 'preact/hooks'
import type { MarkdownBlock, MarkdownInline, MarkdownItem } from '#utils/notes/markdown.ts'
import { readMarkdown } from '#utils/notes/markdown.ts'
import type { Code } from '#utils/references/types.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { TextLine } from '../questions/running-text.tsx'
import { useGrowing } from '../rows/growing.ts'
import { paragraphBidi } from './text-direction.ts'
import './markdown.css'

interface Openings {
  readonly onCode: (code: Code) => void
}

/** A note as it reads: its Markdown laid out, its codes to be opened. */
export function Markdown({ text, onCode }: Openings & { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text])
  const drawn = useGrowing(blocks, 0)
  return (
    <div class={paragraphBidi(text) === '' ? 'kl-markdown' : 'kl-markdown kl-markdown--any-direction'}>
      <Blocks blocks={blocks.slice(0, drawn)} onCode={onCode} />
    </div>
  )
}

function Blocks({ blocks, onCode }: Openings & { blocks: readonly MarkdownBlock[] }) {
  // Parts of one text have no other identity than their place.
  return (
    <>
      {blocks.map((block, place) => (
        <Block key={`${place}`} block={block} onCode={onCode} />
      ))}
    </>
  )
}

function Block({ block, onCode }: Openings & { block: MarkdownBlock }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} onCode={onCode} />
        </p>
      )
    case 'heading':
      // Below the page's own headings, whatever the writer counted from.
      return (
        // biome-ignore lint/a11y/useSemanticElements: the level follows from the note
        <p
          class="kl-markdown__heading"
          role="heading"
          aria-level={Math.min(6, block.depth + 3)}
          data-depth={block.depth}
        >
          <Inlines content={block.content} onCode={onCode} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, place) => <Item key={`${place}`} item={item} onCode={onCode} />)
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} onCode={onCode} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <Table block={block} onCode={onCode} />
    case 'rule':
      return <hr />
  }
}

function Item({ item, onCode }: Openings & { item: MarkdownItem }) {
  return (
    <li class={item.checked === null ? undefined : 'kl-markdown__task'}>
      {item.checked !== null && <span aria-hidden="true">{item.checked ? '☑ ' : '☐ '}</span>}
      <Blocks blocks={item.blocks} onCode={onCode} />
    </li>
  )
}

function Table({ block, onCode }: Openings & { block: Extract<MarkdownBlock, { type: 'table' }> }) {
  return (
    <div class="kl-markdown__table">
      <table>
        <thead>
          <tr>
            {block.head.map((cell, column) => (
              <th key={`${column}`} scope="col">
                <Inlines content={cell} onCode={onCode} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={`${index}`}>
              {row.map((cell, column) => (
                <td key={`${column}`}>
                  <Inlines content={cell} onCode={onCode} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Inlines({ content, onCode }: Openings & { content: readonly MarkdownInline[] }) {
  return (
    <>
      {content.map((inline, place) => (
        <Inline key={`${place}`} inline={inline} onCode={onCode} />
      ))}
    </>
  )
}

function Inline({ inline, onCode }: Openings & { inline: MarkdownInline }) {
  switch (inline.type) {
    case 'text':
      return <TextLine text={inline.text} onCode={onCode} />
    case 'strong':
      return (
        <strong>
          <Inlines content={inline.content} onCode={onCode} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines content={inline.content} onCode={onCode} />
        </em>
      )
    case 'deleted':
      return (
        <del>
          <Inlines content={inline.content} onCode={onCode} />
        </del>
      )
    case 'code':
      return <code>{inline.text}</code>
    case 'break':
      return <br />
    case 'link':
      return <ExternalLink url={inline.url} label={wordsOf(inline.content)} />
  }
}

/** The words of a link: marks in them would be lost in a label anyway. */
function wordsOf(content: readonly MarkdownInline[]): string {
  return content
    .map((inline) => ('content' in inline ? wordsOf(inline.content) : 'text' in inline ? inline.text : ' '))
    .join('')
}
