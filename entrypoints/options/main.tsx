import { signal } from '@preact/signals'
import { OptionsScreen } from '#components/options/options-screen.tsx'
import { optionsIn } from '#components/options/options-ways.ts'
import { backgroundIndex } from '#components/search/search-index.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { servicesIn } from '#components/store/services-in.ts'
import { startPage } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followStatus } from '#components/store/store-status.ts'
import { backupIn } from '#components/transfer/backup-ways.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { transfersOf } from '#components/transfer/transfers.ts'
import { optionsMessages } from '#locales/options.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'

const db = openPageDatabase()
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
void followStatus(db, (status) => {
  store.value = status
})
