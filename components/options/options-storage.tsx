import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { format } from '#locales/i18n.ts'
import { optionsMessages } from '#locales/options.ts'
import { announce } from '../parts/announce.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive, useRead } from '../store/live.ts'
import { useStore } from '../store/use-store.ts'
import type { OptionsActions } from './options.ts'

const kinds = ['documents', 'questions', 'notes', 'corrections', 'followed', 'lookups'] as const

/** What is kept, what room it takes, and whether the browser may clear it. */
export function OptionsStorage({ options }: { options: OptionsActions }) {
  const t = useStore(optionsMessages)
  const common = useStore(commonMessages)
  const { number } = useStore(format)
  const counts = useLive(() => options.counts(), [options]).value
  const [asked, setAsked] = useState(0)
  const size = counts.state === 'ready' ? kinds.map((kind) => counts.value[kind]).join() : ''
  const use = useRead(() => options.storageUse(), [options, size, asked]).value

  async function ask() {
    const isPromised = await options.askToPersist()
    if (!isPromised) announce(t.persistRefused)
    setAsked(asked + 1)
  }

  const sizeOf = (bytes: number) => {
    const isLarge = bytes >= 1e9
    const unit = isLarge ? 'gigabyte' : 'megabyte'
    return number(bytes / (isLarge ? 1e9 : 1e6), { style: 'unit', unit, maximumFractionDigits: 1 })
  }
  return (
    <>
      {counts.state === 'failed' && <FailedRead beside={common.failed} onAgain={counts.again} />}
      {counts.state === 'ready' && (
        <dl class="kl-options__counts">
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{t[kind]}</dt>
              <dd>{number(counts.value[kind])}</dd>
            </div>
          ))}
        </dl>
      )}
      {use.state === 'ready' && (
        <>
          {use.value.bytes !== null && <p>{t.takes({ size: sizeOf(use.value.bytes) })}</p>}
          <p class="kl-muted">{use.value.isPersisted ? t.persisted : asked > 0 ? t.persistRefused : t.notPersisted}</p>
          {!use.value.isPersisted && asked === 0 && (
            <p>
              <button type="button" class="kl-button" onClick={() => void ask()}>
                {t.persist}
              </button>
            </p>
          )}
        </>
      )}
    </>
  )
}
