import { useEffect, useState } from 'preact/hooks'

/** Parts of the reader; on a narrow window one at a time. */
export type Pane = 'questions' | 'pages' | 'notes'

/** Where the notes stand beside the pages, and not over them; the style sheet has the same. */
const roomForNotes = '(min-width: 1001px)'

/** Which parts are shown, and what the one at the right shows. */
export function usePanes() {
  const [pane, setPane] = useState<Pane>('pages')
  const [panes, setPanes] = useState<{ questions: boolean; notes: boolean | null }>({ questions: true, notes: null })
  const [isRestShown, setRestShown] = useState(false)

  // The notes come as soon as there is room, unless the user hid them; a window that gets narrower does not hide them.
  useEffect(() => {
    const room = matchMedia(roomForNotes)
    const look = () => room.matches && setPanes((before) => ({ ...before, notes: before.notes ?? true }))
    look()
    room.addEventListener('change', look)
    return () => room.removeEventListener('change', look)
  }, [])

  return {
    /** The one that is shown where there is room for one alone. */
    pane,
    setPane,
    /** Those beside the pages that are shown where there is room for more. */
    panes: { ...panes, notes: panes.notes ?? false },
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
