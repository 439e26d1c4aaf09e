import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import { announce } from '../parts/announce.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import type { UsedSelection } from './use-selection.ts'
import './selection-bar.css'

/** What will be chosen: all rows, or some more of them. */
export type Coming = 'all' | 'range'

interface SelectionBarProps {
  /** How many rows there are. */
  readonly all: number
  /** How many of them are chosen. */
  readonly chosen: number
  readonly choosing: Pick<UsedSelection['choosing'], 'all' | 'clear'>
  /** Whether all of them can be chosen. */
  readonly isReady?: boolean
  /** What will be, once it is known which they are. */
  readonly coming?: Coming | null
  /** What came of what was done last. */
  readonly said: string
  /** How one chooses, where nothing else tells; seen while nothing is chosen. */
  readonly hint?: string
  /** Gives the focus to the list. */
  readonly toList: () => void
  /** What can be done with all that are chosen. */
  readonly children: ComponentChildren
}

/** How many rows of a list are chosen, above what can be done with all of them. */
export function SelectionBar(props: SelectionBarProps) {
  const { all, chosen, choosing, isReady = true, coming = null, said, hint, toList, children } = props
  const t = useStore(selectionMessages)
  const { number } = useStore(format)
  const box = useRef<HTMLInputElement>(null)
  const some = chosen > 0 && chosen < all && coming !== 'all'
  const comes = coming === 'all' ? t.choosingAll : coming === 'range' ? t.choosingRange : null
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some
  }, [some])
  if (all === 0) return null

  function clear() {
    // The button goes, and would take the focus with it.
    toList()
    choosing.clear()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="kl-selection" role="group" aria-label={t.label}>
      <label class="kl-selection__all kl-small">
        <input
          ref={box}
          type="checkbox"
          checked={coming === 'all' || chosen === all}
          disabled={!isReady}
          onChange={({ currentTarget }) => (currentTarget.checked ? choosing.all() : choosing.clear())}
        />
        {t.all}
      </label>
      <p class="kl-selection__count kl-small" role="status">
        {comes ?? (chosen > 0 ? t.chosen({ number: number(chosen), all: number(all) }) : said)}
      </p>
      {chosen === 0 && hint !== undefined && <p class="kl-selection__said kl-small kl-muted">{hint}</p>}
      {chosen > 0 && (
        <>
          <button type="button" class="kl-button kl-button--icon" title={t.clear} onClick={clear}>
            <Icon name="close" />
          </button>
          <div class="kl-selection__tools">{children}</div>
          {said !== '' && <p class="kl-selection__said kl-small kl-muted">{said}</p>}
        </>
      )}
    </div>
  )
}

/**
 * What is said of what was done with the chosen rows, until others are chosen.
 *
 * @param chosen how many are
 */
export function useSaid(chosen: number) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (chosen > 0) setSaid('')
  }, [chosen])
  return {
    said,
    setSaid,
    /** What is seen is said as well, where no live region stands. */
    say(sentence: string) {
      setSaid(sentence)
      if (sentence !== '') announce(sentence)
    },
  }
}
