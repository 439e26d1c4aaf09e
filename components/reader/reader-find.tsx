import { useEffect, useRef, useState } from 'preact/hooks'
import { readerMessages } from '#locales/reader.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import type { Finding, PdfView } from './pdf-view.ts'

/** Search in the document: Ctrl+F leads here, Enter walks on, Escape ends it. */
export function ReaderFind({ view }: { view: PdfView }) {
  const t = useStore(readerMessages)
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const finding = view.finding.value
  const isFound = finding.state === 'found' && finding.total > 0

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      const selected = getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? ''
      field.current?.focus()
      if (selected !== '' && selected.length <= 80) search(selected)
      field.current?.select()
    }
    // The card on a code keeps its keys to itself.
    addEventListener('keydown', open, { capture: true })
    return () => removeEventListener('keydown', open, { capture: true })
  }, [view])

  function search(text: string) {
    setWords(text)
    view.find(text.trim())
  }

  function stop() {
    setWords('')
    view.stopFinding()
  }

  return (
    <search class="kl-reader__find">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        class="kl-field"
        aria-label={t.find}
        placeholder={t.find}
        autocomplete="off"
        spellcheck={false}
        value={words}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Enter' && words.trim() !== '') {
            event.preventDefault()
            view.find(words.trim(), event.shiftKey ? -1 : 1)
          } else if (event.key === 'Escape' && words !== '') {
            event.preventDefault()
            event.stopPropagation()
            stop()
          }
        }}
      />
      <span class="kl-reader__matches kl-small kl-muted" role="status">
        {words.trim() === '' ? '' : sentenceOf(finding, t)}
      </span>
      {words !== '' && (
        <span class="kl-reader__group">
          <IconButton
            icon="up"
            label={t.findPrevious}
            disabled={!isFound}
            onClick={() => view.find(words.trim(), -1)}
          />
          <IconButton icon="down" label={t.findNext} disabled={!isFound} onClick={() => view.find(words.trim(), 1)} />
          <IconButton
            icon="close"
            label={t.findClose}
            onClick={() => {
              stop()
              field.current?.focus()
            }}
          />
        </span>
      )}
    </search>
  )
}

function sentenceOf({ state, current, total }: Finding, t: ReturnType<typeof readerMessages.get>): string {
  if (state === 'nothing') return t.findNothing
  if (total === 0) return state === 'idle' ? '' : t.findSearching
  return current > 0 ? t.findCount({ current, total }) : t.findMany(total)
}
