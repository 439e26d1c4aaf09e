import { useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { useStore } from '../store/use-store.ts'
import { partDone } from '../undo/long-change-bar.tsx'

/**
 * How far an import is, or the check before it.
 *
 * @param sentence what is done
 * @param progress null until it is known: first the file is read
 * @param writes whether it changes anything: a check has nothing to secure at its end
 */
export function ImportProgress(props: {
  readonly sentence: string
  readonly progress: ChangeProgress | null
  readonly writes: boolean
}) {
  const { sentence, progress, writes } = props
  const t = useStore(libraryMessages)
  const selection = useStore(selectionMessages)
  const { number } = useStore(format)
  const isKnown = progress !== null && progress.done < progress.total
  const told = isKnown ? t.importDone({ done: number(progress.done), total: number(progress.total) }) : ''
  const part = isKnown ? partDone(progress) : 0
  // It is heard by quarters: what changes all the time is no news.
  const heard = useRef({ part, told: '' })
  if (heard.current.part !== part) heard.current = { part, told }
  const isSecuring = writes && progress !== null && !isKnown
  return (
    <>
      <p role="status">
        {isSecuring ? selection.securing : sentence}
        <span class="kl-visually-hidden"> {isKnown && heard.current.told}</span>
      </p>
      <progress
        class="kl-progress"
        aria-label={sentence}
        {...(isKnown ? { value: progress.done, max: progress.total } : {})}
      />
      <p class="kl-change__count kl-small kl-muted">{told}</p>
    </>
  )
}
