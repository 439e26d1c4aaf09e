import type { RefObject } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { selectionMessages } from '#locales/selection.ts'
import type { QuestionKey } from '#utils/database/library/kept-questions.ts'
import type { DocumentId, QuestionRow } from '#utils/database/schema.ts'
import { type UsedSelection, useSelection } from '../rows/use-selection.ts'
import { later } from '../store/later.tsx'
import { useStore } from '../store/use-store.ts'
import './question-choice.css'

/** Loaded when one first chooses. */
const ChosenQuestionsBar = later(async () => (await import('./chosen-questions-bar.tsx')).ChosenQuestionsBar)

export interface QuestionChoice {
  /** Whether questions are being chosen: their boxes stand beside them. */
  readonly isOn: boolean
  readonly selection: UsedSelection
  readonly chosen: readonly QuestionKey[]
  /** How many questions are listed. */
  readonly all: number
  /** The button that begins and ends it. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly turn: () => void
  /** The box of a question was pressed; with Shift, all up to it. */
  readonly press: (order: number, isRange: boolean) => void
  /** Keys on a question's head or box: true where they were of the choice alone. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** Choosing several questions of one document, to do something with all of them. */
export function useQuestionChoice(list: DocumentId, shown: readonly QuestionRow[]): QuestionChoice {
  const [isOn, setOn] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const keys = useMemo(() => shown.map(({ order }) => `${order}`), [shown])
  const selection = useSelection(keys)
  const { choosing } = selection
  const chosen = useMemo(
    () => selection.chosen.map((order): QuestionKey => [list, Number(order)]),
    [list, selection.chosen],
  )

  function end() {
    choosing.clear()
    setOn(false)
  }

  function onKey(event: KeyboardEvent): boolean {
    const place = event.target instanceof HTMLElement ? event.target.dataset.order : undefined
    if (!isOn || place === undefined || event.altKey) return false
    const at = keys.indexOf(place)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: keys.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined && event.shiftKey) {
      choosing.extendTo(Math.max(0, Math.min(keys.length - 1, next)), at)
      // The focus goes along, as it does without Shift.
      return false
    }
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) choosing.all()
    else if (event.key === 'Escape') {
      if (!choosing.clear()) {
        button.current?.focus()
        setOn(false)
      }
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    isOn,
    selection,
    chosen,
    all: keys.length,
    button,
    turn: () => (isOn ? end() : setOn(true)),
    press(order, isRange) {
      if (isRange) choosing.extendTo(keys.indexOf(`${order}`))
      else selection.toggle(`${order}`)
    },
    onKey,
  }
}

/** Begins and ends choosing. */
export function ChoiceButton({ choice: { isOn, button, turn } }: { choice: QuestionChoice }) {
  const t = useStore(selectionMessages)
  return (
    <button ref={button} type="button" class="kl-button kl-questions__choose" aria-pressed={isOn} onClick={turn}>
      {t.choose}
    </button>
  )
}

/**
 * What is chosen, and what can be done with it; nothing where one does not choose.
 *
 * @param toList gives the focus to the list
 */
export function QuestionChoiceBar({ choice, toList }: { choice: QuestionChoice; toList: () => void }) {
  const t = useStore(selectionMessages)
  if (!choice.isOn) return null
  return (
    <div class="kl-questions__chosen">
      <ChosenQuestionsBar
        all={choice.all}
        chosen={choice.chosen}
        choosing={choice.selection.choosing}
        hint={t.keysOfQuestions}
        toList={toList}
      />
    </div>
  )
}
