import { signal } from '@preact/signals'
import { backgroundActions, backgroundLookUps } from '#components/background-actions.ts'
import { backupIn } from '#components/backup-ways.ts'
import { citationChoice } from '#components/citation-choice.ts'
import { keptIn } from '#components/kept-store.ts'
import { OptionsScreen } from '#components/options-screen.tsx'
import { optionsIn } from '#components/options-ways.ts'
import { readerWays } from '#components/reader-ways.ts'
import { refuseDrops } from '#components/refuse-drops.ts'
import { backgroundIndex } from '#components/search-index.ts'
import { type Services, ServicesProvider } from '#components/services.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { transfersOf } from '#components/transfers.ts'
import { optionsMessages } from '#locales/options.ts'
import { followPreliminary } from '#utils/browser/preliminary.ts'
import { openDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'

const db = openDatabase()
const index = backgroundIndex()
const services: Services = {
  kept: keptIn(db, index),
  actions: backgroundActions,
  lookUps: backgroundLookUps,
  citation: citationChoice(),
  codes: { readCode, readTyped, codeOf, findReferences },
  reader: readerWays,
  readings: { follow: followPreliminary },
}
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
