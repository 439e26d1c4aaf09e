import { useStore } from '@nanostores/preact'
import { useMemo } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import type { Code } from '#utils/references/types.ts'
import { useServices } from './services.ts'
import { partsOf, type TextPart } from './text-parts.ts'
import './running-text.css'

const none: ReadonlySet<string> = new Set()

export interface RunningTextProps {
  /** Paragraphs are separated by one empty line, lines of a list by one line break. */
  readonly text: string
  readonly onCode: (code: Code) => void
  /** Printed numbers of the questions that `onQuestion` can open. */
  readonly numbers?: ReadonlySet<string>
  readonly onQuestion?: (number: string) => void
}

/** A text of a document in paragraphs; its codes, and the questions that it points to, open. */
export function RunningText({ text, onCode, numbers = none, onQuestion }: RunningTextProps) {
  const { codes } = useServices()
  const paragraphs = useMemo(
    () => text.split(/\n{2,}/u).map((paragraph) => partsOf(paragraph, codes.findReferences(paragraph), numbers)),
    [text, numbers, codes],
  )
  return (
    <div class="kl-running-text">
      {paragraphs.map((parts, index) => (
        // Paragraphs of one text have no other identity than their place.
        <p key={`${index}`}>
          {parts.map((part, place) => (
            <Part key={`${place}`} part={part} onCode={onCode} onQuestion={onQuestion} />
          ))}
        </p>
      ))}
    </div>
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
      <button
        type="button"
        class="kl-inline"
        title={t.goToCode({ code: code.label })}
        onClick={() => onCode({ kind: code.kind, id: code.id, label: code.label, url: code.url })}
      >
        {part.text}
      </button>
    )
  }
  if (part.type === 'question' && onQuestion) {
    return (
      <button
        type="button"
        class="kl-inline"
        aria-label={t.question({ number: part.number })}
        onClick={() => onQuestion(part.number)}
      >
        {part.text}
      </button>
    )
  }
  return <>{part.text}</>
}
