import { signal } from '@preact/signals'
import { LibraryScreen } from '#components/library/library-screen.tsx'
import { saveLeftovers } from '#components/notes/recovered.ts'
import { privateReaderWays, readerWays } from '#components/papers/reader-ways.ts'
import { backgroundIndex } from '#components/search/search-index.ts'
import { bringStoreParts } from '#components/store/bring-store-parts.ts'
import { keptIn } from '#components/store/kept-store.ts'
import { openingOf } from '#components/store/opening.ts'
import { type Services, ServicesProvider } from '#components/store/services.ts'
import { servicesIn } from '#components/store/services-in.ts'
import { startPage } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followStatus } from '#components/store/store-status.ts'
import { backupIn } from '#components/transfer/backup-ways.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { transfersOf } from '#components/transfer/transfers.ts'
import { libraryMessages } from '#locales/library.ts'
import { ask } from '#utils/browser/messages.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'
import { openedPrivately } from '#utils/browser/session/private-openings.ts'
import { facetsInWorker } from '#utils/browser/workers/facets-worker.ts'
import { codeOf } from '#utils/references/code.ts'
import { filesOf } from './files.ts'
import './style.css'

bringStoreParts()

const { query, isPrivate } = await openedPrivately(location.search)
const db = openPageDatabase()
const backup = backupIn(db)
const index = backgroundIndex()
const library = filesOf(transfersOf(db, index), isPrivate ? privateReaderWays : readerWays)
const services: Services = {
  ...servicesIn(db, index, isPrivate),
  kept: { ...keptIn(db, index), questionFacets: facetsInWorker },
  reader: library.reader,
}
const store = signal<StoreStatus>('ready')
const notice = signal<string | undefined>(undefined)
const opening = openingOf(query, codeOf)

function Library() {
  return (
    <ServicesProvider value={services}>
      <LibraryScreen store={store.value} library={library} backup={backup} opening={opening} notice={notice.value} />
    </ServicesProvider>
  )
}

refuseDrops()
startPage(<Library />, () => `${libraryMessages.get().title} · Kamerlens`)
void followStatus(db, (status) => {
  store.value = status
})
void saveLeftovers(services).then((sentence) => {
  notice.value = sentence
})
void ask('backup/run', { wanted: false })
