import { useEffect, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { format } from '#locales/i18n.ts'
import { readerErrorMessages, readerMessages } from '#locales/reader.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { useStore } from '../store/use-store.ts'
import { FileDrop } from '../transfer/file-drop.tsx'
import type { ReaderError, ReaderState } from './reader-state.ts'
import './reader-pages.css'

/** The elements that pdf.js fills with pages. */
export interface PagesPlace {
  readonly container: HTMLDivElement
  readonly viewer: HTMLDivElement
}

export interface ReaderPagesProps {
  readonly state: ReaderState
  /** The original's address; null where there is none. */
  readonly url: string | null
  /** Called once with the elements for the pages. */
  readonly onPlace: (place: PagesPlace) => void
  readonly onRetry: () => void
  /** Whether the browser gave the right. */
  readonly onAllow: () => Promise<boolean>
  readonly onFile: (file: File) => void
}

/** The pages, or in their place how far they are or why they can't be shown. */
export function ReaderPages(props: ReaderPagesProps) {
  const { state, onPlace } = props
  const t = useStore(readerMessages)
  const container = useRef<HTMLDivElement>(null)
  const viewer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (container.current && viewer.current) onPlace({ container: container.current, viewer: viewer.current })
  }, [])
  return (
    <main class="kl-reader__middle" aria-label={t.pages}>
      <div
        ref={container}
        class="kl-reader__scroll"
        data-pane="pages"
        data-home
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        hidden={state.type === 'failed'}
      >
        <div ref={viewer} class="pdfViewer" />
      </div>
      {state.type === 'loading' && <Loading done={state.done} total={state.total} />}
      {state.type === 'failed' && <Failed {...props} error={state.error} />}
    </main>
  )
}

/** Bytes from which the size is shown: a smaller file is there before one could read it, and would be 0 MB. */
const fewest = 100_000

function Loading({ done, total }: { done: number; total: number }) {
  const t = useStore(readerMessages)
  const { number } = useStore(format)
  const megabytes = (bytes: number) => number(bytes / 1e6, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const isKnown = total > 0
  return (
    <div class="kl-reader__wait">
      <p role="status">{t.opening}</p>
      <progress class="kl-progress" aria-label={t.progress} {...(isKnown ? { value: done, max: total } : {})} />
      {Math.max(done, total) >= fewest && (
        <p class="kl-small kl-muted">
          {isKnown
            ? t.fetched({ done: megabytes(done), total: megabytes(total) })
            : t.fetchedSome({ done: megabytes(done) })}
        </p>
      )}
    </div>
  )
}

/** Failures that a second try may not meet again. */
const passing: readonly ReaderError[] = ['offline', 'unreachable', 'missing', 'not-pdf', 'broken', 'unknown']

function Failed({ error, url, onRetry, onAllow, onFile }: ReaderPagesProps & { error: ReaderError }) {
  const t = useStore(readerMessages)
  const errors = useStore(readerErrorMessages)
  const common = useStore(commonMessages)
  const [refusals, tell] = useRefusals()
  const takesFile = error === 'nothing' || error === 'gone'
  return (
    <div class="kl-reader__failed" role="alert">
      <h2>{error === 'nothing' ? t.nothingOpen : t.notOpened}</h2>
      <p>{errors[error]}</p>
      <div class="kl-reader__ways">
        {error === 'no-permission' && (
          <button type="button" class="kl-button kl-button--primary" onClick={async () => tell(await onAllow())}>
            {t.allow}
          </button>
        )}
        {passing.includes(error) && (
          <button type="button" class="kl-button kl-button--primary" onClick={onRetry}>
            {common.retry}
          </button>
        )}
        {url !== null && <ExternalLink url={url} label={t.openOriginal} />}
      </div>
      <Refused times={refusals} isInLive />
      {takesFile && <FileDrop onFile={onFile} />}
    </div>
  )
}
