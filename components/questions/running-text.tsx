import { useMemo } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import type { Code } from '#utils/references/types.ts'
import { InlineButton } from '../parts/inline-button.tsx'
import { Found } from '../search/found-mark.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { blocksOf, type TextBlock } from './text-blocks.ts'
import { partsOf, type TextPart } from './text-parts.ts'
import './running-text.css'

const none: ReadonlySet<string> = new Set()

interface Openings {
  readonly onCode: (code: Code) => void
  /** Printed numbers of the questions that `onQuestion` can open. */
  readonly numbers?: ReadonlySet<string>
  readonly onQuestion?: (number: string) => void
}

export interface RunningTextProps extends Openings {
  /** Paragraphs are separated by one empty line, lines of a list or table by one line break, cells by tabs. */
  readonly text: string
}

/** A text of a document in paragraphs, lists and tables; its codes, and the questions that it points to, open. */
export function RunningText({ text, ...openings }: RunningTextProps) {
  const blocks = useMemo(() => blocksOf(text), [text])
  return (
    <div class="kl-running-text" lang="nl">
      {blocks.map((block, index) => (
        // Blocks of one text have no other identity than their place.
        <Block key={`${index}`} block={block} {...openings} />
      ))}
    </div>
  )
}

function Block({ block, ...openings }: Openings & { block: TextBlock }) {
  if (block.type === 'paragraph') {
    return (
      <p>
        <TextLine text={block.text} {...openings} />
      </p>
    )
  }
  if (block.type === 'list') {
    return (
      <ul class="kl-text-list">
        {block.items.map(({ mark, text }, index) => (
          <li key={`${index}`}>
            <span class="kl-text-list__mark">{mark}</span>
            <span>
              <TextLine text={text} {...openings} />
            </span>
          </li>
        ))}
      </ul>
    )
  }
  return <Table block={block} {...openings} />
}

function Table({ block, ...openings }: Openings & { block: Extract<TextBlock, { type: 'table' }> }) {
  const t = useStore(documentMessages)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the column is scrolled with the keys
    <div class="kl-text-table" role="group" aria-label={t.table} tabIndex={0}>
      <table>
        {block.head && (
          <thead>
            <tr>
              {block.head.map((cell, column) => (
                <th key={`${column}`} scope="col" class={amount(block.amounts, column)}>
                  <TextLine text={cell} {...openings} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={`${index}`}>
              {row.map((cell, column) => (
                <td key={`${column}`} class={amount(block.amounts, column)}>
                  <TextLine text={cell} {...openings} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const amount = (amounts: ReadonlySet<number>, column: number): string | undefined =>
  amounts.has(column) ? 'kl-text-table__amount' : undefined

/** A line of text; its codes, and the questions that it points to, open. */
export function TextLine({ text, onCode, numbers = none, onQuestion }: Openings & { text: string }) {
  const { codes } = useServices()
  const parts = useMemo(() => partsOf(text, codes.findReferences(text), numbers), [text, numbers, codes])
  return (
    <>
      {parts.map((part, place) => (
        <Part key={`${place}`} part={part} onCode={onCode} onQuestion={onQuestion} />
      ))}
    </>
  )
}

function Part({
  part,
  onCode,
  onQuestion,
}: {
  part: TextPart
  onCode: (code: Code) => void
  onQuestion: ((number: string) => void) | undefined
}) {
  const t = useStore(documentMessages)
  if (part.type === 'code') {
    const { code } = part
    return (
      <InlineButton
        title={t.goToCode({ code: code.label })}
        onPress={() => onCode({ kind: code.kind, id: code.id, label: code.label, url: code.url })}
      >
        <Found text={part.text} />
      </InlineButton>
    )
  }
  if (part.type === 'question' && onQuestion) {
    return (
      <InlineButton label={t.question({ number: part.number })} onPress={() => onQuestion(part.number)}>
        {part.text}
      </InlineButton>
    )
  }
  return <Found text={part.text} />
}
