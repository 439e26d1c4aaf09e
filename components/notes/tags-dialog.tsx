import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { TagField } from './tag-field.tsx'
import '../transfer/import-dialog.css'

/** Tags that chosen notes get, and tags that are taken from them. */
export interface TagsChosen {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Tags that can be taken away at once; more would be no choice any more. */
const mostOffered = 200

/** The field keeps the focus until the click: what it adds when it loses it would move the button away from under the mouse. */
const stay = (event: MouseEvent): void => event.preventDefault()

/** Tags of several notes: those that all of them get, and those that none of them keeps. */
export function TagsDialog(props: {
  readonly ids: readonly string[]
  readonly onApply: (tags: TagsChosen) => void
  readonly onClose: () => void
}) {
  const { ids, onApply, onClose } = props
  const t = useStore(selectionMessages)
  const common = useStore(commonMessages)
  const { number } = useStore(format)
  const { kept } = useServices()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const title = useId()
  const [add, setAdd] = useState<readonly string[]>([])
  const latest = useRef(add)
  const [remove, setRemove] = useState<readonly string[]>([])
  const live = useLive(() => kept.tagsOn(ids), [ids]).value
  const theirs = live.state === 'ready' ? live.value.slice(0, mostOffered) : []
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    field.current?.focus()
  }, [])

  function toggle(tag: string) {
    const others = remove.filter((other) => other !== tag)
    setRemove(others.length < remove.length ? others : [...remove, tag])
  }

  function change(tags: readonly string[]) {
    latest.current = tags
    setAdd(tags)
  }

  function apply() {
    // A tag that has no Enter behind it yet counts all the same.
    field.current?.blur()
    const tags = latest.current
    dialog.current?.close()
    if (tags.length + remove.length > 0) onApply({ add: tags, remove: remove.filter((tag) => !tags.includes(tag)) })
  }

  return (
    <dialog ref={dialog} class="kl-dialog" aria-labelledby={title} onClose={onClose}>
      <h2 id={title} class="kl-dialog__title">
        {t.tagsOf(ids.length)}
      </h2>
      <fieldset class="kl-tags-dialog__part">
        <legend>{t.add}</legend>
        <TagField tags={add} field={field} onChange={change} />
      </fieldset>
      {theirs.length > 0 && (
        <fieldset class="kl-tags-dialog__part">
          <legend>{t.remove}</legend>
          <div class="kl-tags-dialog__chips">
            {theirs.map(([tag, count]) => (
              <button
                key={tag}
                type="button"
                class="kl-chip"
                aria-pressed={remove.includes(tag)}
                onMouseDown={stay}
                onClick={() => toggle(tag)}
              >
                {t.removeTag({ tag, number: number(count) })}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div class="kl-dialog__buttons">
        <button type="button" class="kl-button" onMouseDown={stay} onClick={() => dialog.current?.close()}>
          {common.cancel}
        </button>
        <button type="button" class="kl-button kl-button--primary" onMouseDown={stay} onClick={apply}>
          {t.apply}
        </button>
      </div>
    </dialog>
  )
}
