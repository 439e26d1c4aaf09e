import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { optionsMessages } from '#locales/options.ts'
import { announce } from '../parts/announce.tsx'
import { useStore } from '../store/use-store.ts'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import { TransferTools } from '../transfer/transfer-tools.tsx'
import type { OptionsActions } from './options.ts'
import '../transfer/import-dialog.css'

interface OptionsEraseProps {
  readonly options: OptionsActions
  readonly transfers: TransferActions
}

/** Everything goes, after a typed word: what goes and what stays is said first, and a way out is offered. */
export function OptionsErase({ options, transfers }: OptionsEraseProps) {
  const t = useStore(optionsMessages)
  const [isAsking, setAsking] = useState(false)
  const [isErased, setErased] = useState(false)
  return (
    <>
      {isErased && (
        <p class="kl-notice" role="status">
          {t.erased}
        </p>
      )}
      <p>
        <button
          type="button"
          class="kl-button kl-button--danger"
          onClick={() => {
            setErased(false)
            setAsking(true)
          }}
        >
          {t.erase}
        </button>
      </p>
      {isAsking && (
        <EraseDialog
          options={options}
          transfers={transfers}
          onErased={() => {
            setErased(true)
            announce(t.erased)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface EraseDialogProps extends OptionsEraseProps {
  readonly onErased: () => void
  readonly onClose: () => void
}

/** What goes and what stays, and the word that has it go. */
export function EraseDialog({ options, transfers, onErased, onClose }: EraseDialogProps) {
  const t = useStore(optionsMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const field = useId()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<keyof typeof errors | null>(null)
  const isMeant = typed.trim().toLowerCase() === t.eraseWord
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])

  async function erase() {
    setBusy(true)
    setError(null)
    const answer = await options.eraseEverything()
    setBusy(false)
    if (!answer.ok) return setError(answer.error)
    onErased()
    dialog.current?.close()
  }

  return (
    <dialog
      ref={dialog}
      class="kl-dialog"
      aria-labelledby={title}
      onClose={onClose}
      onCancel={(event) => isBusy && event.preventDefault()}
    >
      <h2 id={title} class="kl-dialog__title">
        {t.eraseTitle}
      </h2>
      <p>{t.eraseGoes}</p>
      <p>{t.eraseStays}</p>
      <p>
        <strong>{t.eraseForGood}</strong>
      </p>
      <TransferTools transfers={transfers} found={null} onlyOut />
      <form
        class="kl-options__erase"
        onSubmit={(event) => {
          event.preventDefault()
          if (isMeant && !isBusy) void erase()
        }}
      >
        <label for={field}>{t.eraseType({ word: t.eraseWord })}</label>
        <input
          id={field}
          class="kl-field"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        {isBusy && <p role="status">{t.erasing}</p>}
        {error !== null && (
          <p class="kl-notice kl-notice--danger" role="alert">
            {errors[error]}
          </p>
        )}
        <div class="kl-dialog__buttons">
          <button type="button" class="kl-button" disabled={isBusy} onClick={() => dialog.current?.close()}>
            {common.cancel}
          </button>
          <button type="submit" class="kl-button kl-button--danger" disabled={!isMeant || isBusy}>
            {t.eraseNow}
          </button>
        </div>
      </form>
    </dialog>
  )
}
