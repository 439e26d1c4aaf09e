import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LibraryScreen } from '#components/library/library-screen.tsx'
import { plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import type { LibraryActions } from '#components/transfer/transfer-actions.ts'
import { openWorld, type World } from './kept-world.ts'
import { keepNotes } from './library-screens.tsx'
import { backupOf, libraryActions } from './screens.tsx'
import { stage } from './stage.tsx'

const size = { width: 1280, height: 800 }

export const rows = () => page.getByRole('option')

export const list = () => page.getByRole('listbox', { name: 'Notities' })

export const chosen = () =>
  page
    .getByRole('option', { selected: true })
    .elements()
    .map((row) => /Notitie \d+/.exec(row.textContent)?.[0])

export async function show(
  count: number,
  actions: Partial<LibraryActions> = {},
  world: World = openWorld(),
): Promise<World> {
  await stage(
    (one) => (
      <ServicesProvider value={one}>
        <LibraryScreen
          store="ready"
          library={{ ...libraryActions, ...actions }}
          backup={backupOf()}
          opening={plainOpening}
        />
      </ServicesProvider>
    ),
    { world, keep: keepNotes(count), ...size },
  )
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await expect.element(rows().first()).toMatchTextContent(/Notitie 0/)
  return world
}
