import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LibraryScreen } from '#components/library/library-screen.tsx'
import { plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import type { LibraryActions } from '#components/transfer/transfer-actions.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { World } from './kept-world.ts'
import { backupOf, libraryActions } from './screens.tsx'
import { stage } from './stage.tsx'

/** Where screenshots for looking at are put; nothing is compared with them. */
const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS

const size = { width: 1280, height: 800 }

async function show(actions: Partial<LibraryActions> = {}) {
  await stage(
    (world) => (
      <ServicesProvider value={world}>
        <LibraryScreen
          store="ready"
          library={{ ...libraryActions, ...actions }}
          backup={backupOf()}
          opening={plainOpening}
        />
      </ServicesProvider>
    ),
    { keep: keepNotes, ...size },
  )
}

async function keepNotes({ db }: World) {
  const save = (id: string, body: string) => saveNote(db, { id, target: '2023Z08012', opened: '', body }, new Date())
  await save('n1', 'Over stages')
  await save('n2', 'Over fietspaden')
  await save('n3', 'Meer over stages')
}

const button = () => page.getByRole('button', { name: 'Exporteren' })
const focused = () => document.activeElement?.textContent

test('the menu is worked by keyboard as a menu button is', async () => {
  await show()
  button().element().focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('menu', { name: 'Exporteren' })).toBeVisible()
  expect(focused()).toBe('Alles, om terug te zetten (Kamerlens)')
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Stukken als CSL-JSON (pandoc)')
  await userEvent.keyboard('{Home}n')
  expect(focused()).toBe('Notities als Markdown (Obsidian)')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('menu', { name: 'Exporteren' })).not.toBeInTheDocument()
  expect(document.activeElement).toBe(button().element())
  await expect.element(button()).toHaveAttribute('aria-expanded', 'false')
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Stukken als CSL-JSON (pandoc)')
})

test('the open menu breaks no rule of WCAG 2.2 AA and stays inside a narrow window', async () => {
  await show()
  await page.viewport(320, 640)
  await userEvent.fill(page.getByRole('searchbox', { name: /Zoek in alles/ }), 'stages')
  await expect.element(page.getByRole('button', { name: /^Notities\s*2/ })).toBeVisible()
  await userEvent.click(button())
  const { left, right } = page.getByRole('menu').element().getBoundingClientRect()
  expect([left >= 0, right <= 320]).toEqual([true, true])
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
  if (shots) await page.screenshot({ path: `${shots}/export-menu-narrow.png` })
  await page.viewport(1280, 800)
  await userEvent.click(button())
  await userEvent.click(button())
  if (shots) await page.screenshot({ path: `${shots}/export-menu.png` })
})

test('without a search all notes go out; with one those found, unless the user wants all', async () => {
  const asked: unknown[] = []
  await show({
    exportNotes: async (...request) => {
      asked.push(request)
      return { ok: true, value: 'kamerlens-notities-2026-11-25.csv' }
    },
  })
  const csv = () => page.getByRole('menuitem', { name: 'Notities als tabel (CSV)' })
  await userEvent.click(button())
  await userEvent.click(csv())
  await expect.element(page.getByText('Geëxporteerd: kamerlens-notities-2026-11-25.csv')).toBeVisible()
  await userEvent.fill(page.getByRole('searchbox', { name: /Zoek in alles/ }), 'stages')
  await expect.element(page.getByRole('button', { name: /^Notities\s*2/ })).toBeVisible()
  await userEvent.click(button())
  const only = page.getByRole('menuitemcheckbox', { name: 'Alleen wat gevonden is (2 notities)' })
  await expect.element(only).toHaveAttribute('aria-checked', 'true')
  await userEvent.click(csv())
  await userEvent.click(button())
  await userEvent.click(only)
  await expect.element(only).toHaveAttribute('aria-checked', 'false')
  await userEvent.click(csv())
  expect(asked).toEqual([
    ['csv', null],
    ['csv', 'stages'],
    ['csv', null],
  ])
})

test('what takes long is said while it lasts, and so is a failure', async () => {
  let fail = () => {}
  await show({
    exportAll: () =>
      new Promise((resolve) => {
        fail = () => resolve({ ok: false, error: 'database-unavailable' })
      }),
  })
  await userEvent.click(button())
  await userEvent.click(page.getByRole('menuitem', { name: /^Alles, om terug te zetten/ }))
  await expect.element(page.getByText('Bezig met exporteren…')).toBeVisible()
  fail()
  await expect.element(page.getByText(/De opslag van de browser kan niet worden geopend/)).toBeVisible()
})

test('papers go out for programs that keep references: those found, or all; what has no code is told', async () => {
  const asked: unknown[] = []
  await show({
    exportPapers: async (...request) => {
      asked.push(request)
      return { ok: true, value: { file: 'kamerlens-stukken-2026-11-25.ris', withoutCode: request[1] === null ? 2 : 0 } }
    },
  })
  await userEvent.click(button())
  await userEvent.click(page.getByRole('menuitem', { name: 'Stukken als RIS (Zotero, EndNote)' }))
  const said = 'Geëxporteerd: kamerlens-stukken-2026-11-25.ris'
  await expect.element(page.getByText(`${said}. 2 zonder code staan er niet in.`)).toBeVisible()
  await userEvent.fill(page.getByRole('searchbox', { name: /Zoek in alles/ }), 'stages')
  await expect.element(page.getByRole('button', { name: /^Notities\s*2/ })).toBeVisible()
  await userEvent.click(button())
  await userEvent.click(page.getByRole('menuitem', { name: 'Stukken als CSL-JSON (pandoc)' }))
  await expect.element(page.getByText(said)).toBeVisible()
  expect(asked).toEqual([
    ['ris', null],
    ['csl-json', 'stages'],
  ])
})
