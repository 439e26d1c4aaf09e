import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import type { BackupActions, BackupView } from '#components/transfer/backup.ts'
import type { World } from './kept-world.ts'
import { optionsOf, optionsScreen } from './options-screens.tsx'
import { backupOf, library } from './screens.tsx'
import { stage } from './stage.tsx'

const folder = { type: 'folder', name: 'Documenten' } as const
const last = { at: '2026-11-23T12:00:00.000Z', name: 'k.json', by: 'folder', folder: 'Documenten' } as const

async function show(
  view: Partial<BackupView>,
  actions: Partial<BackupActions> = {},
  where: 'options' | 'library' = 'options',
) {
  let now = view
  const listeners: (() => void)[] = []
  const backup: BackupActions = {
    ...backupOf(),
    read: () => backupOf(now).read(),
    onChange(listener) {
      listeners.push(listener)
      return () => {}
    },
    ...actions,
  }
  const screen = (world: World) =>
    where === 'library' ? library(world, plainOpening, 'ready', backup) : optionsScreen(world, optionsOf(world), backup)
  await stage(screen, { width: 1280, height: 800 })
  return (next: Partial<BackupView>) => {
    now = next
    for (const listener of listeners) listener()
  }
}

const part = () => page.getByRole('region', { name: 'Back-up' })
const button = (name: string) => part().getByRole('button', { name })

test('a folder is chosen, a copy made, and both are told', async () => {
  let update = (_: Partial<BackupView>) => {}
  update = await show(
    {},
    {
      turnOn: async () => {
        update({ place: folder, last })
        return { ok: true, value: 'kamerlens-2026-11-23-1300.json' }
      },
    },
  )
  await expect.element(part().getByText('Er is nog geen kopie buiten de browser.')).toBeVisible()
  await userEvent.click(button('Map kiezen…'))
  await expect.element(part().getByText('Kopie gemaakt: kamerlens-2026-11-23-1300.json')).toBeVisible()
  await expect.element(part().getByText(/^Laatste kopie: 23 nov 2026.*«Documenten», nagelezen/)).toBeVisible()
  await expect.element(button('Nu een kopie maken')).toBeVisible()
})

test('a permission that lapsed is asked for again by a click, and a refusal is said', async () => {
  await show(
    { place: folder, last, isAllowed: false },
    { makeNow: async () => ({ ok: false, error: 'no-permission' }) },
  )
  await expect.element(part().getByText(/De browser wil weer uw toestemming voor de map «Documenten»/)).toBeVisible()
  await userEvent.click(button('Toestaan en kopie maken'))
  await expect.element(part().getByText(/De browser gaf geen toestemming/)).toBeVisible()
})

test('a copy that failed stays told; one that is being made is told while it lasts', async () => {
  let end = () => {}
  await show(
    { place: folder, last, failure: { at: last.at, code: 'folder-gone' } },
    {
      makeNow: () =>
        new Promise((resolve) => {
          end = () => resolve({ ok: true, value: 'k.json' })
        }),
    },
  )
  await expect.element(part().getByText(/^De laatste kopie mislukte. De map voor kopieën is er niet/)).toBeVisible()
  await userEvent.click(button('Nu een kopie maken'))
  await expect.element(part().getByText('Kopie wordt gemaakt…')).toBeVisible()
  await expect.element(button('Nu een kopie maken')).toHaveAttribute('aria-disabled', 'true')
  end()
  await expect.element(part().getByText('Kopie gemaakt: k.json')).toBeVisible()
})

test('where nothing is kept yet no copy is made, and that is said', async () => {
  await show({ place: folder }, { makeNow: async () => ({ ok: true, value: null }) })
  await userEvent.click(button('Nu een kopie maken'))
  await expect.element(part().getByText('Er is nog niets om een kopie van te maken.')).toBeVisible()
})

test('Firefox’s way says that a copy is not read back', async () => {
  await show({ way: 'downloads' })
  await expect.element(part().getByText(/Firefox laat die niet nalezen/)).toBeVisible()
  await expect.element(button('Aanzetten')).toBeVisible()
})

test('notes without a copy are told of, with a way out and a day of peace', async () => {
  const asked: string[] = []
  const update = await show(
    { last, unsafe: { notes: 14, lastCopy: last.at } },
    {
      remindLater: async () => {
        asked.push('later')
        update({ last })
      },
    },
    'library',
  )
  const notice = page.getByText(
    /^De laatste kopie buiten de browser is van 23 november 2026. Sindsdien gewijzigde notities: 14/,
  )
  await expect.element(notice).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Nu exporteren' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Morgen weer herinneren' }))
  await expect.element(notice).not.toBeInTheDocument()
  expect(asked).toEqual(['later'])
})

test('the library tells of the last copy, and leads to where copies are turned on', async () => {
  const update = await show({ last }, {}, 'library')
  await expect.element(page.getByText(/^Laatste kopie: 23 nov 2026/)).toBeVisible()
  const link = (name: string) => page.getByRole('link', { name })
  await expect.element(link('Back-up aanzetten')).toHaveAttribute('href', '/options.html#backup')
  update({ last, place: folder })
  await expect.element(link('Back-up instellen')).toBeVisible()
})
