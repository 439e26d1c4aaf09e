import type { ComponentType, FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { loadOnce } from '#utils/browser/load-once.ts'
import { useStore } from './use-store.ts'

/** Milliseconds after which it is said that a part is being loaded: mostly it is there before that could be read. */
const loadingAfter = 300

/** A part of a screen whose script is loaded after that of the screen. */
export interface LaterPart<Props> extends FunctionComponent<Props> {
  /** Has it loaded, so that it stands as soon as it is shown. */
  readonly load: () => Promise<void>
  readonly isLoaded: () => boolean
}

/** Makes a part that is loaded when it is first shown, or before. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let Part: ComponentType<Props> | undefined
  const loaded = loadOnce(async () => {
    Part = await load()
  })

  function Later(props: Props) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(Part === undefined ? 'loading' : 'loaded')
    useEffect(() => {
      // As it was drawn, and not as it is now: what arrived since then is to be drawn too.
      if (state === 'loaded') return
      loaded().then(
        () => setState('loaded'),
        (error: unknown) => {
          console.error(error)
          setState('failed')
        },
      )
    }, [])
    if (Part !== undefined) return <Part {...props} />
    return state === 'failed' ? <Failed /> : <Loading />
  }
  return Object.assign(Later, { load: loaded, isLoaded: () => Part !== undefined })
}

function Loading() {
  const common = useStore(commonMessages)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), loadingAfter)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <p class="kl-empty kl-muted" role="status">
      {common.loading}
    </p>
  )
}

function Failed() {
  const common = useStore(commonMessages)
  return (
    <div class="kl-empty" role="alert">
      <p>{common.partFailed}</p>
      <div class="kl-empty__ways">
        <button type="button" class="kl-button kl-button--primary" onClick={() => location.reload()}>
          {common.reloadPart}
        </button>
      </div>
    </div>
  )
}
