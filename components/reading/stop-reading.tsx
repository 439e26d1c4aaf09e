import { commonMessages } from '#locales/common.ts'
import { readingMessages } from '#locales/reading.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Ends a reading. @param name what is being read */
export function StopReading({ job, name }: { readonly job: string; readonly name: string }) {
  const common = useStore(commonMessages)
  const t = useStore(readingMessages)
  const { actions } = useServices()
  return (
    <button
      type="button"
      class="kl-button kl-button--plain"
      aria-label={t.stopReading({ name })}
      onClick={() => void actions.cancelReading(job)}
    >
      {common.stop}
    </button>
  )
}
