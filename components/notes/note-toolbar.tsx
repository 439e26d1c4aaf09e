import { useRef, useState } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import { makeLink, type TextEdit, toggleLines, toggleMark } from './text-edits.ts'

/** What a button or a key makes of a text and its selection. */
export type MakeEdit = (text: string, start: number, end: number) => TextEdit

/** What can be done to a note's text, by the name of its button; `key` with Ctrl or ⌘. */
export function useNoteEdits(): readonly {
  readonly icon: IconName
  readonly label: string
  readonly key?: string
  readonly edit: MakeEdit
}[] {
  const t = useStore(noteMessages)
  return [
    { icon: 'bold', label: t.bold, key: 'b', edit: (text, start, end) => toggleMark(text, start, end, '**') },
    { icon: 'italic', label: t.italic, key: 'i', edit: (text, start, end) => toggleMark(text, start, end, '_') },
    { icon: 'link', label: t.link, key: 'k', edit: (text, start, end) => makeLink(text, start, end, t.linkAddress) },
    { icon: 'heading', label: t.heading, edit: (text, start, end) => toggleLines(text, start, end, '## ') },
    { icon: 'list', label: t.list, edit: (text, start, end) => toggleLines(text, start, end, '- ') },
    { icon: 'quote', label: t.quote, edit: (text, start, end) => toggleLines(text, start, end, '> ') },
  ]
}

export interface NoteToolbarProps {
  readonly edits: ReturnType<typeof useNoteEdits>
  /** The text is shown laid out, not to be changed. */
  readonly isPreview: boolean
  readonly onEdit: (edit: MakeEdit) => void
  readonly onPreview: (shown: boolean) => void
}

/** The small row of marks above a note: one stop of the Tab key, walked with the arrow keys. */
export function NoteToolbar({ edits, isPreview, onEdit, onPreview }: NoteToolbarProps) {
  const t = useStore(noteMessages)
  const bar = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(edits.length)

  function walk(event: KeyboardEvent) {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }
    const next = steps[event.key]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  }

  const current = isPreview ? edits.length : active
  return (
    <div ref={bar} class="kl-note__tools" role="toolbar" aria-label={t.tools} onKeyDown={walk}>
      {edits.map(({ icon, label, key, edit }, index) => (
        <button
          key={icon}
          type="button"
          class="kl-button kl-button--icon"
          aria-keyshortcuts={key && `Control+${key.toUpperCase()}`}
          title={key ? `${label} (Ctrl+${key.toUpperCase()})` : label}
          disabled={isPreview}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setActive(index)}
          onClick={() => onEdit(edit)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <button
        type="button"
        class="kl-button kl-button--plain kl-small kl-note__preview"
        aria-pressed={isPreview}
        tabIndex={edits.length === current ? 0 : -1}
        onFocus={() => setActive(edits.length)}
        onClick={() => onPreview(!isPreview)}
      >
        <Icon name={isPreview ? 'note' : 'preview'} />
        {isPreview ? t.write : t.preview}
      </button>
    </div>
  )
}
