import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { QuestionRow } from '#utils/database/schema.ts'
import { hasNumber } from './question-filter.ts'

/** Milliseconds within which typed digits are one number. */
const typingTime = 900

/**
 * The keyboard in a list of questions: arrows, Home and End walk it, a number that is typed jumps to it.
 *
 * @param draw has the question with this order drawn, where it is not yet
 */
export function useListKeys(
  items: RefObject<HTMLElement | null>,
  rows: readonly QuestionRow[],
  draw: (order: number) => void,
) {
  const digits = useRef({ text: '', at: 0 })

  const heads = () => [...(items.current?.querySelectorAll<HTMLButtonElement>('button[data-order]') ?? [])]
  const boxes = () => [...(items.current?.querySelectorAll<HTMLInputElement>('input[data-order]') ?? [])]

  /** Brings a question into view with the focus on it, once the list is drawn. */
  function goTo(order: number) {
    draw(order)
    requestAnimationFrame(() => {
      const head = heads().find((button) => button.dataset.order === `${order}`)
      head?.focus({ preventScroll: true })
      head?.scrollIntoView({ block: 'start' })
    })
  }

  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const all: readonly HTMLElement[] = event.target instanceof HTMLInputElement ? boxes() : heads()
    const at = all.indexOf(event.target)
    if (at < 0) return
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[next]?.focus()
    } else if (/^[0-9]$/u.test(event.key)) {
      const before = digits.current
      const text = event.timeStamp - before.at < typingTime ? before.text + event.key : event.key
      digits.current = { text, at: event.timeStamp }
      const row =
        rows.find((one) => hasNumber(one, (own) => own === text)) ??
        rows.find((one) => hasNumber(one, (own) => own.startsWith(text)))
      if (row) goTo(row.order)
    }
  }

  return { heads, goTo, walk }
}
