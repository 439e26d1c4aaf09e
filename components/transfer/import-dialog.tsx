import { useEffect, useId, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import type { ImportError, ImportKind, ImportPreview } from '#utils/browser/protocol/transfer.ts'
import { useStore } from '../store/use-store.ts'
import { FollowChoice, ImportChoices } from './import-choices.tsx'
import { ImportProgress } from './import-progress.tsx'
import { countsNothing, kinds, sums } from './import-words.ts'
import type { ImportOptions } from './transfer-actions.ts'
import './import-dialog.css'

export type ImportState =
  | {
      readonly type: 'checking' | 'applying'
      readonly name: string
      /** Null until it is known. */
      readonly progress: ChangeProgress | null
    }
  | {
      readonly type: 'preview'
      readonly name: string
      readonly file: string
      readonly preview: ImportPreview
      readonly options: ImportOptions
    }
  | {
      readonly type: 'failed'
      readonly name: string
      readonly error: StoreError | ImportError
      /** Reads what is whole in it; null where nothing can be. */
      readonly onSalvage: (() => void) | null
    }

/** What an import would change, before anything is changed. */
export function ImportDialog(props: {
  readonly state: ImportState
  /** The file is to be imported another way. */
  readonly onChoose: (options: ImportOptions) => void
  readonly onApply: (file: string, options: ImportOptions) => void
  readonly onClose: () => void
}) {
  const { state, onChoose, onApply, onClose } = props
  const t = useStore(libraryMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { number } = useStore(format)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = useId()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const isApplying = state.type === 'applying'
  useEffect(() => {
    // The button that was pressed is gone.
    if (dialog.current?.contains(document.activeElement) === false) heading.current?.focus()
  }, [state.type])
  const preview = state.type === 'preview' ? state.preview : null
  const kindsOfFile: Readonly<Record<ImportKind, string>> = {
    kamerlens: t.isKamerlens,
    'web-annotation': t.isWebAnnotation,
    hypothesis: t.isHypothesis,
  }
  const nothing = preview?.changesNothing === true
  // Few files have anything that is followed.
  const hasFollowed = preview !== null && sums(preview, 'followed') > 0
  const shown = kinds.filter((kind) => kind !== 'followed' || hasFollowed)
  return (
    <dialog
      ref={dialog}
      class="kl-dialog"
      aria-labelledby={title}
      // What has begun is not ended by closing its window. Chromium has a second Escape close it all the same, but for `closedby`,
      // which older ones don't know.
      closedby={isApplying ? 'none' : 'closerequest'}
      onCancel={(event) => isApplying && event.preventDefault()}
      onClose={() => (isApplying ? dialog.current?.showModal() : onClose())}
    >
      <h2 ref={heading} id={title} tabIndex={-1} class="kl-dialog__title">
        {t.importTitle}
      </h2>
      <p class="kl-muted">{t.importFrom({ file: state.name })}</p>
      {preview !== null && <p>{kindsOfFile[preview.kind]}</p>}
      {(state.type === 'checking' || state.type === 'applying') && (
        <ImportProgress
          key={state.type}
          sentence={isApplying ? t.importing : t.checking}
          progress={state.progress}
          writes={isApplying}
        />
      )}
      {state.type === 'failed' && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {errors[state.error]}
        </p>
      )}
      {preview !== null && (
        <table class="kl-dialog__counts">
          <thead>
            <tr>
              <td />
              <th scope="col">{t.added}</th>
              <th scope="col">{t.changed}</th>
              <th scope="col">{t.unchanged}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t[kind]}</th>
                <td>{number(preview.added[kind])}</td>
                <td>{number(preview.changed[kind])}</td>
                <td>{number(preview.unchanged[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview?.lost !== undefined && <p class="kl-notice kl-notice--warning">{t.salvaged(preview.lost)}</p>}
      {preview?.skipped !== undefined && (
        <p class="kl-notice kl-notice--warning">{t.annotationsSkipped(preview.skipped)}</p>
      )}
      {state.type === 'preview' && state.preview.conflicts !== undefined && (
        <ImportChoices
          conflicts={state.preview.conflicts}
          conflicting={state.preview.conflicting ?? []}
          options={state.options}
          onChoose={onChoose}
        />
      )}
      {state.type === 'preview' && state.preview.follows !== undefined && (
        <FollowChoice follows={state.preview.follows} options={state.options} onChoose={onChoose} />
      )}
      {nothing && (
        <p>{preview.conflicts === undefined && preview.follows === undefined ? t.importNothing : t.importNoChange}</p>
      )}
      {preview !== null && !nothing && countsNothing(preview) && <p>{t.importOther}</p>}
      {preview !== null && !nothing && <p class="kl-small kl-muted">{t.importUndoable}</p>}
      <div class="kl-dialog__buttons">
        {!isApplying && (
          <button type="button" class="kl-button" onClick={() => dialog.current?.close()}>
            {state.type === 'failed' || nothing ? common.close : common.cancel}
          </button>
        )}
        {state.type === 'failed' && state.onSalvage !== null && (
          <button type="button" class="kl-button" onClick={state.onSalvage}>
            {t.salvage}
          </button>
        )}
        {state.type === 'preview' && !nothing && (
          <button type="button" class="kl-button kl-button--primary" onClick={() => onApply(state.file, state.options)}>
            {t.importApply}
          </button>
        )}
      </div>
    </dialog>
  )
}
