import { signal } from '@preact/signals'
import { backupIn } from '#components/backup-ways.ts'
import { keptIn } from '#components/kept-store.ts'
import { LibraryScreen } from '#components/library-screen.tsx'
import { openingOf } from '#components/opening.ts'
import { privateReaderWays, readerWays } from '#components/reader-ways.ts'
import { saveLeftovers } from '#components/recovered.ts'
import { refuseDrops } from '#components/refuse-drops.ts'
import { backgroundIndex } from '#components/search-index.ts'
import { type Services, ServicesProvider } from '#components/services.ts'
import { servicesIn } from '#components/services-in.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { transfersOf } from '#components/transfers.ts'
import { libraryMessages } from '#locales/library.ts'
import { facetsInWorker } from '#utils/browser/facets-worker.ts'
import { ask } from '#utils/browser/messages.ts'
import { openedPrivately } from '#utils/browser/private-openings.ts'
import { openDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { filesOf } from './files.ts'
import './style.css'

const { query, isPrivate } = await openedPrivately(location.search)
const db = openDatabase()
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
void storeStatus(db).then((status) => {
  store.value = status
})
void saveLeftovers(services).then((sentence) => {
  notice.value = sentence
})
void ask('backup/run', { wanted: false })
