import { useEffect, useState } from 'preact/hooks'
import { type Appearance, looks } from '#utils/browser/settings/appearance.ts'

/** What `startPage` has put on the page; null where it follows the browser. */
function chosenLooks(): Appearance['looks'] {
  const { colorScheme } = document.documentElement.style
  return looks.find((each) => each === colorScheme) ?? null
}

/** The looks that the page is shown in by the user's choice, for what no style can choose: colours follow by themselves. */
export function useChosenLooks(): Appearance['looks'] {
  const [chosen, setChosen] = useState(chosenLooks)
  useEffect(() => {
    const look = () => setChosen(chosenLooks())
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { attributeFilter: ['style'] })
    look()
    return () => observer.disconnect()
  }, [])
  return chosen
}
