import { useState } from 'preact/hooks'

/** Parts of the reader; on a narrow window one at a time. */
export type Pane = 'questions' | 'pages' | 'notes'

/** Which parts are shown, and what the one at the right shows. */
export function usePanes() {
  const [pane, setPane] = useState<Pane>('pages')
  const [panes, setPanes] = useState({ questions: true, notes: innerWidth > 1000 })
  const [isRestShown, setRestShown] = useState(false)
  return {
    /** The one that is shown where there is room for one alone. */
    pane,
    setPane,
    /** Those beside the pages that are shown where there is room for more. */
    panes,
    toggle: (one: 'questions' | 'notes') => setPanes((before) => ({ ...before, [one]: !before[one] })),
    /** Whether what stands with no question is shown in place of the notes. */
    isRestShown,
    hideRest: () => setRestShown(false),
    /** Shows the part at the right: with what stands with no question, or with the notes. */
    showSide(isRest: boolean) {
      setRestShown(isRest)
      setPanes((before) => ({ ...before, notes: true }))
      setPane('notes')
    },
  }
}
