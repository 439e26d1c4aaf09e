import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { storeMessages } from '#locales/store.ts'
import { resting } from '../parts/resting.ts'
import { useLive } from './live.ts'
import { NotLoaded } from './not-loaded.tsx'
import { useServices } from './services.ts'
import { useStore } from './use-store.ts'

/**
 * Whether the database can be read and written; `newer-database` can be read, `unreadable-database` cannot. `not-loaded`: the
 * script for it could not be loaded, and browsers may remember that until the page is loaded again. `upgrading`: nothing can be
 * read yet, since a snapshot is taken before the database is upgraded. `private-window`: Firefox gives pages in one no database; the
 * background, which is in none, has its own, so looking up, notes and following work. Where Firefox never remembers history, the
 * background has none either.
 */
export type StoreStatus =
  | 'ready'
  | 'upgrading'
  | 'private-window'
  | 'newer-database'
  | 'unreadable-database'
  | 'upgrade-refused'
  | 'upgrade-unsecured'
  | 'upgrade-blocked'
  | 'database-unavailable'
  | 'not-loaded'

/** Says what is wrong with the store, as long as it is; and what was put right, until that was read. */
export function StoreNotice({ status }: { status: StoreStatus }) {
  const t = useStore(storeMessages)
  if (status === 'ready') return <RecoveredNotice />
  if (status === 'not-loaded') return <NotLoaded />
  if (status === 'upgrading' || status === 'private-window') {
    return (
      <div class="kl-notice kl-store-notice" role="status">
        <p>{status === 'upgrading' ? t.upgrading : t.privateWindow}</p>
      </div>
    )
  }
  const sentences = {
    'newer-database': t.newerDatabase,
    'unreadable-database': t.unreadableDatabase,
    'upgrade-refused': t.upgradeRefused,
    'upgrade-unsecured': t.upgradeUnsecured,
    'upgrade-blocked': t.upgradeBlocked,
    'database-unavailable': t.databaseUnavailable,
  }
  return (
    <div class="kl-notice kl-notice--warning kl-store-notice" role="alert">
      <p>{sentences[status]}</p>
      {unopened.has(status) && <SaveAsItLies />}
    </div>
  )
}

/** Where nothing can be read here, and what lies there is of a schema that this Kamerlens knows. */
const unopened: ReadonlySet<StoreStatus> = new Set([
  'upgrade-refused',
  'upgrade-unsecured',
  'upgrade-blocked',
  'database-unavailable',
])

type StoreTexts = ReturnType<typeof storeMessages.get>

/** The way out: everything as a file, read as it lies there. */
function SaveAsItLies() {
  const t = useStore(storeMessages)
  const [isBusy, setBusy] = useState(false)
  /** In the language in which it is shown: that may change while it stands there. */
  const [sentence, setSentence] = useState(() => (texts: StoreTexts) => texts.aboutSaving)
  const say = (words: (texts: StoreTexts) => string) => setSentence(() => words)

  async function save() {
    setBusy(true)
    say((texts) => texts.savingAsItLies)
    const saved = await import('../transfer/save-as-it-lies.ts').then(
      ({ saveAsItLies }) => saveAsItLies(),
      () => null,
    )
    setBusy(false)
    if (!saved?.ok) {
      return say((texts) => (saved?.error === 'nothing' ? texts.nothingToSave : texts.notSavedAsItLies))
    }
    const { names, isWhole } = saved.value
    const [file = '', ...more] = names
    say((texts) => {
      const told =
        more.length === 0 ? texts.savedAsItLies({ file }) : texts.savedAsItLiesParts({ file, number: names.length })
      return isWhole ? told : `${texts.maybeNotWhole} ${told}`
    })
  }

  return (
    <div class="kl-store-notice__way">
      <button type="button" class="kl-button" {...resting(isBusy, () => void save())}>
        {t.saveAsItLies}
      </button>
      <p class="kl-small" role="status">
        {sentence(t)}
      </p>
    </div>
  )
}

function RecoveredNotice() {
  const t = useStore(storeMessages)
  const common = useStore(commonMessages)
  const { kept, actions } = useServices()
  const live = useLive(() => kept.recovered(), []).value
  if (live.state !== 'ready' || live.value === null) return null
  const { what, notes } = live.value
  return (
    <div class="kl-notice kl-store-notice" role="status">
      <p>{what === 'all' ? t.recoveredAll(notes) : t.recoveredSome}</p>
      <button type="button" class="kl-button kl-button--plain" onClick={() => actions.forgetRecovered()}>
        {common.close}
      </button>
    </div>
  )
}
