import { signal } from '@preact/signals'
import { backupIn } from '#components/backup-ways.ts'
import { OptionsScreen } from '#components/options-screen.tsx'
import { optionsIn } from '#components/options-ways.ts'
import { refuseDrops } from '#components/refuse-drops.ts'
import { backgroundIndex } from '#components/search-index.ts'
import { ServicesProvider } from '#components/services.ts'
import { servicesIn } from '#components/services-in.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { transfersOf } from '#components/transfers.ts'
import { optionsMessages } from '#locales/options.ts'
import { openDatabase } from '#utils/database/open.ts'

const db = openDatabase()
const index = backgroundIndex()
const services = servicesIn(db, index)
const options = optionsIn(db)
const backup = backupIn(db)
const transfers = transfersOf(db, index)
const store = signal<StoreStatus>('ready')

function Options() {
  return (
    <ServicesProvider value={services}>
      <OptionsScreen store={store.value} options={options} backup={backup} transfers={transfers} />
    </ServicesProvider>
  )
}

refuseDrops()
startPage(<Options />, () => `${optionsMessages.get().title} · Kamerlens`)
void storeStatus(db).then((status) => {
  store.value = status
})
