import { Dexie } from 'dexie'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ServicesProvider } from '#components/store/services.ts'
import { StoreNotice, type StoreStatus } from '#components/store/store-notice.tsx'
import { locale } from '#locales/i18n.ts'
import { tablesOfVersion1 } from '#tests/fixtures/first-schema.ts'
import { databaseName } from '#utils/database/open.ts'
import { stage } from './stage.tsx'

const show = (status: StoreStatus) =>
  stage((world) => (
    <ServicesProvider value={world}>
      <StoreNotice status={status} />
    </ServicesProvider>
  ))

const button = () => page.getByRole('button', { name: 'Alles opslaan als bestand' })

/** A database that an update found, and could not upgrade. */
async function leave(): Promise<void> {
  const old = new Dexie(databaseName)
  old.version(1).stores(tablesOfVersion1)
  await old.table('notes').add({ id: 'n1', target: '2023D19158', body: 'van voor' })
  old.close()
  onTestFinished(() => Dexie.delete(databaseName))
}

test('what can’t be opened is saved as a file, and stays as it is', async () => {
  await leave()
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download, this.href)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await show('upgrade-unsecured')
  await userEvent.click(button())
  await expect.element(page.getByRole('status')).toMatchTextContent(/^Opgeslagen: kamerlens-\d{4}-\d\d-\d\d\.json$/)
  locale.set('en')
  onTestFinished(() => locale.set('nl'))
  await expect.element(page.getByRole('status')).toMatchTextContent(/^Saved: kamerlens-/)
  const [name, url = ''] = saved
  expect(name).toMatch(/^kamerlens-/)
  expect(await (await fetch(url)).text()).toContain('van voor')
  expect((await indexedDB.databases()).find((one) => one.name === databaseName)?.version).toBe(10)
})

test('where nothing can be found that is said; where it can be read, or waits, nothing is offered', async () => {
  await show('database-unavailable')
  await userEvent.click(button())
  await expect.element(page.getByRole('status')).toMatchTextContent(/^Er is niets gevonden om op te slaan/)
  for (const status of ['newer-database', 'unreadable-database', 'private-window', 'upgrading'] as const) {
    await show(status)
    const notice = [...document.querySelectorAll('.kl-store-notice')].at(-1)
    expect(notice?.textContent).not.toBe('')
    expect(notice?.querySelector('button')).toBeNull()
  }
})
