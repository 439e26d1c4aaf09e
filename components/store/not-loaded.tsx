import { commonMessages } from '#locales/common.ts'
import { useStore } from './use-store.ts'

/** The script of what is kept could not be loaded, and browsers may remember that until the page is loaded again. */
export function NotLoaded() {
  const common = useStore(commonMessages)
  return (
    <div class="kl-notice kl-notice--warning kl-store-notice" role="alert">
      <p>{common.partFailed}</p>
      <button type="button" class="kl-button" onClick={() => location.reload()}>
        {common.reloadPart}
      </button>
    </div>
  )
}
