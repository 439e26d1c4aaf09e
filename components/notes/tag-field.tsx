import type { RefObject } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import { Icon } from '../parts/icons.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Longer ones would be sentences. UTF-16 code units. */
const longestTag = 60
/** Tags that the browser completes from. */
const mostOffered = 500

/** Tags as chips: Enter or a comma adds, Backspace in the empty field removes the last one. */
export function TagField(props: {
  readonly tags: readonly string[]
  /** Where one types. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (tags: readonly string[]) => void
}) {
  const { tags, field, onChange } = props
  const t = useStore(noteMessages)
  const hint = useId()
  const known = useId()
  const { kept } = useServices()
  const all = useLive(() => kept.tags(), []).value
  const [typed, setTyped] = useState('')

  function add(text: string) {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim().replace(/\s+/gu, ' ').slice(0, longestTag).toWellFormed())
      .filter((tag) => tag !== '')
    const lower = new Set(tags.map((tag) => tag.toLowerCase()))
    const added = fresh.filter((tag) => !lower.has(tag.toLowerCase()) && lower.add(tag.toLowerCase()))
    setTyped('')
    if (added.length > 0) onChange([...tags, ...added])
  }

  // A popup is closed without the field ever losing the focus: a tag that has no Enter behind it yet counts all the same.
  const addTyped = useRef(() => {})
  addTyped.current = () => add(typed)
  useEffect(() => {
    const leave = () => addTyped.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      // Firefox tells a field that is taken away of no lost focus: so it is by Escape, or by another tab beside the panel.
      leave()
    }
  }, [])

  function remove(tag: string) {
    onChange(tags.filter((other) => other !== tag))
    field.current?.focus()
  }

  return (
    <div class="kl-tags">
      {tags.length > 0 && (
        <ul class="kl-tags__list" aria-label={t.tags}>
          {tags.map((tag) => (
            <li key={tag} class="kl-tag">
              <span>{tag}</span>
              <button
                type="button"
                class="kl-tag__remove"
                aria-label={t.removeTag({ tag })}
                onClick={() => remove(tag)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        class="kl-tags__field"
        type="text"
        autocomplete="off"
        list={known}
        aria-label={t.addTag}
        aria-describedby={hint}
        placeholder={t.addTag}
        value={typed}
        onInput={(event) => {
          const { value } = event.currentTarget
          if (value.includes(',') && !event.isComposing) add(value)
          else setTyped(value)
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return
          const last = tags.at(-1)
          if (event.key === 'Enter') {
            event.preventDefault()
            add(typed)
          } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
            event.preventDefault()
            remove(last)
          }
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={known}>
        {(all.state === 'ready' ? all.value : [])
          .filter((tag) => !tags.includes(tag))
          .slice(0, mostOffered)
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      <span id={hint} class="kl-visually-hidden">
        {t.tagHint}
      </span>
    </div>
  )
}
