import { useStore } from '@nanostores/preact'
import { libraryMessages } from '#locales/library.ts'

/** Whether the database can be read and written. */
export type StoreStatus = 'ready' | 'newer-database' | 'database-unavailable'

/** Says what is wrong with the store, as long as it is. */
export function StoreNotice({ status }: { status: StoreStatus }) {
  const t = useStore(libraryMessages)
  if (status === 'ready') return null
  return (
    <div class="kl-notice kl-notice--warning kl-store-notice" role="alert">
      <p>{status === 'newer-database' ? t.newerDatabase : t.databaseUnavailable}</p>
    </div>
  )
}
