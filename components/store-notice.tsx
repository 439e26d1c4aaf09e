import { useStore } from '@nanostores/preact'
import { libraryMessages } from '#locales/library.ts'

/** Whether the database can be read and written; `newer-database` can be read, `unreadable-database` cannot. */
export type StoreStatus = 'ready' | 'newer-database' | 'unreadable-database' | 'database-unavailable'

/** Says what is wrong with the store, as long as it is. */
export function StoreNotice({ status }: { status: StoreStatus }) {
  const t = useStore(libraryMessages)
  if (status === 'ready') return null
  const sentences = {
    'newer-database': t.newerDatabase,
    'unreadable-database': t.unreadableDatabase,
    'database-unavailable': t.databaseUnavailable,
  }
  return (
    <div class="kl-notice kl-notice--warning kl-store-notice" role="alert">
      <p>{sentences[status]}</p>
    </div>
  )
}
