import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { exampleMessages } from '#locales/example.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { KeptExample } from '#utils/database/library/example.ts'
import { notesSettled } from '../notes/note-session.ts'
import { keyName } from '../options/key-name.ts'
import { announce } from '../parts/announce.tsx'
import { errorSentence } from '../parts/error-text.tsx'
import { reasonOf } from '../parts/failure-words.ts'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { offerUndo, showFailure } from '../undo/undo.ts'
import { ExamplePaper } from './example-paper.tsx'
import { tidyExample } from './tidy-example.ts'
import './example-screen.css'

/** How far it is with keeping what the example has. */
export type ExampleState =
  | { readonly type: 'still' }
  | { readonly type: 'keeping' }
  /** @param error a key of `errorMessages` */
  | { readonly type: 'failed'; readonly error: string }

export interface ExampleScreenProps {
  readonly state: ExampleState
  /** The keys that lead to the next code; empty where there are none. */
  readonly nextKey: string
  readonly libraryUrl: string
  readonly welcomeUrl: string
  /** The paper stands on the page. */
  readonly onPaper: (paper: HTMLElement) => void
  /** Has the questions of the example read, and kept. */
  readonly onKeep: () => void
  /** The example is about to be tidied away: whatever of it is open is to be closed first. */
  readonly onTidy: () => void
  /** The popup, as it is over a page. */
  readonly children: ComponentChildren
}

/** A word of the example that leads to several things. */
const word = 'openingstijden'

/** A paper to try the three jobs on, with the popup beside it. What is kept of it goes again with one press. */
export function ExampleScreen(props: ExampleScreenProps) {
  const { state, nextKey, libraryUrl, welcomeUrl, onPaper, onKeep, onTidy, children } = props
  const t = useStore(exampleMessages)
  const key = keyName(nextKey)
  const steps = [
    [t.point, t.pointText],
    [t.open, t.openText],
    [t.write, t.writeText],
    [t.search, t.searchText({ word })],
  ] as const
  return (
    <div class="kl-example">
      <main class="kl-example__main">
        <header class="kl-example__head">
          <img src="/icon/32.png" alt="" width="28" height="28" />
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </header>
        <section class="kl-example__guide" aria-label={t.steps}>
          <ol class="kl-example__steps">
            {steps.map(([name, text]) => (
              <li key={name}>
                <b>{name}</b> {text}
                {name === t.point && key !== '' && (
                  <>
                    {' '}
                    {t.pointKey} <kbd>{key}</kbd>
                  </>
                )}
              </li>
            ))}
          </ol>
          <Keeping state={state} onKeep={onKeep} onTidy={onTidy} />
        </section>
        <ExamplePaper onPaper={onPaper} />
      </main>
      <section class="kl-example__window" aria-labelledby="kl-example-window">
        <h2 id="kl-example-window">{t.window}</h2>
        <p class="kl-small kl-muted">{t.windowText}</p>
        <div class="kl-example__popup">{children}</div>
        <p class="kl-example__ways">
          <a class="kl-button" href={libraryUrl}>
            {t.library}
          </a>
          <a class="kl-button" href={welcomeUrl}>
            {t.welcome}
          </a>
        </p>
      </section>
    </div>
  )
}

/** What of the example is kept, with the way to have it and the way to be rid of it. */
function Keeping({ state, onKeep, onTidy }: Pick<ExampleScreenProps, 'state' | 'onKeep' | 'onTidy'>) {
  const t = useStore(exampleMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { kept, actions } = useServices()
  const box = useRef<HTMLDivElement>(null)
  const live = useLive(() => kept.example(), []).value
  // The button that was pressed goes, and would take the focus with it.
  const toBox = () => box.current?.focus()

  function begin() {
    toBox()
    onKeep()
  }

  async function putBack(undo: () => Promise<Result<unknown>>) {
    const answer = await undo()
    if (answer.ok) announce(t.untidied)
    toBox()
    return answer
  }

  async function tidy() {
    onTidy()
    await notesSettled()
    const tidied = await tidyExample(kept, actions)
    if (!tidied.ok) {
      const { error } = tidied
      showFailure(() => exampleMessages.get().notTidied({ reason: reasonOf(error) }))
    } else offerUndo({ text: () => exampleMessages.get().tidied, saysSo: true, undo: () => putBack(tidied.value) })
  }

  function content() {
    if (state.type === 'keeping') return <p role="status">{t.keeping}</p>
    if (live.state !== 'ready') {
      return live.state === 'failed' ? <FailedRead beside={common.failed} onAgain={live.again} /> : null
    }
    const { documents, questions, notes }: KeptExample = live.value
    if (documents.length === 0 && notes.length === 0) {
      return (
        <>
          {state.type === 'failed' ? (
            <p role="alert">{t.failed({ reason: errorSentence(errors, state.error) })}</p>
          ) : (
            <p role="status">{t.startText}</p>
          )}
          <button type="button" class="kl-button kl-button--primary" onClick={begin}>
            {t.start}
          </button>
        </>
      )
    }
    return (
      <>
        <p role="status">
          {t.kept}{' '}
          <b>
            {[
              ...(questions > 0 ? [t.questions(questions)] : []),
              ...(notes.length > 0 ? [t.notes(notes.length)] : []),
            ].join(', ')}
          </b>
        </p>
        <button type="button" class="kl-button" onClick={() => void tidy()}>
          {t.tidy}
        </button>
      </>
    )
  }

  if (live.state === 'loading') return null
  return (
    <div ref={box} class="kl-notice kl-example__kept" tabIndex={-1}>
      {content()}
    </div>
  )
}
