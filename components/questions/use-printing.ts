import { options } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether the page is being printed: what is drawn then is on the paper, since it is drawn before the browser goes on. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => {
      const { debounceRendering } = options
      options.debounceRendering = (draw) => draw()
      setPrinting(true)
      if (debounceRendering === undefined) delete options.debounceRendering
      else options.debounceRendering = debounceRendering
    }
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
