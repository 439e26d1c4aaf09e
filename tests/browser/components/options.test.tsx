import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { OptionsActions, OptionsView } from '#components/options/options.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { fixedView, manySites, optionsOf, optionsScreen } from './options-screens.tsx'
import { stage } from './stage.tsx'

async function show(
  view: Partial<OptionsView> = {},
  actions: Partial<OptionsActions> = {},
  keep?: (world: World) => Promise<unknown>,
) {
  // The screen is made anew at each change, its settings are not.
  await stage((world) => optionsScreen(world, optionsOf(world, view, actions)), { keep, width: 1280, height: 800 })
}

const turned = (name: string) => page.getByRole('switch', { name, exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const part = (name: string) => page.getByRole('region', { name })

test('every part that the list at the left names is there', async () => {
  await show()
  await expect.element(page.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible()
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.kl-options__nav a')]
  expect(links.length).toBeGreaterThan(5)
  await vi.waitFor(() => {
    for (const { hash, textContent } of links) {
      expect(document.querySelector(`${hash} h2`)?.textContent, hash).toBe(textContent)
    }
  })
})

test('an official site is switched off and on, and all of them with one switch', async () => {
  await show()
  await expect.element(turned('Aan op tweedekamer.nl')).toBeChecked()
  await userEvent.click(turned('Aan op tweedekamer.nl'))
  await expect.element(turned('Aan op tweedekamer.nl')).not.toBeChecked()
  await expect.element(turned('Aan op eerstekamer.nl')).toBeChecked()
  await userEvent.click(turned('Aan op tweedekamer.nl'))
  await expect.element(turned('Aan op tweedekamer.nl')).toBeChecked()
  await userEvent.click(turned('Kamerlens aan'))
  await expect.element(page.getByText(/^Op geen enkele pagina worden codes gezocht/)).toBeVisible()
})

test('an added site is taken away, and comes back as it was', async () => {
  await show({ sites: manySites })
  await userEvent.click(button('Niet meer op nieuws.example'))
  await expect.element(turned('Aan op nieuws.example')).not.toBeInTheDocument()
  await expect.element(page.getByText('nieuws.example is weggehaald')).toBeVisible()
  await userEvent.click(button('Ongedaan maken'))
  await expect.element(turned('Aan op nieuws.example')).not.toBeChecked()
})

test('a site that the browser keeps, or gives back to nobody, is said to be', async () => {
  await show(
    { sites: manySites },
    {
      removeSite: async ({ host }) => host === 'nieuws.example',
      putSiteBack: async () => ({ ok: false, error: 'site-refused' }),
    },
  )
  await userEvent.click(button(`Niet meer op ${manySites.added[0]?.host}`))
  await expect.element(page.getByText(/^De browser houdt de toestemming voor arbeidsmarkt/)).toBeVisible()
  await userEvent.click(button('Niet meer op nieuws.example'))
  await userEvent.click(button('Ongedaan maken'))
  await expect.element(page.getByText(/De browser gaf geen toestemming voor deze site/)).toBeVisible()
})

test('a host that was switched off is switched on again, and off by an undo', async () => {
  await show({ sites: manySites })
  const host = page.getByText('debatgemist.tweedekamer.nl', { exact: true })
  await userEvent.click(button('Weer aanzetten op debatgemist.tweedekamer.nl'))
  await expect.element(host).not.toBeInTheDocument()
  await userEvent.click(button('Ongedaan maken'))
  await expect.element(host).toBeVisible()
})

test('pointing looks up by itself or asks first; notifications are turned on and off', async () => {
  await show()
  await expect.element(page.getByRole('radio', { name: /^Vanzelf opzoeken/ })).toBeChecked()
  await userEvent.click(page.getByRole('radio', { name: /^Eerst vragen/ }))
  await expect.element(page.getByRole('radio', { name: /^Eerst vragen/ })).toBeChecked()
  await userEvent.click(turned('Meldingen van de browser'))
  await expect.element(turned('Meldingen van de browser')).toBeChecked()
  await userEvent.click(turned('Meldingen van de browser'))
  await expect.element(turned('Meldingen van de browser')).not.toBeChecked()
})

test('notifications that the browser refuses are said to be refused', async () => {
  await show({}, { turnNotifications: async () => false })
  await userEvent.click(turned('Meldingen van de browser'))
  await expect.element(page.getByText('De browser gaf geen toestemming.')).toBeVisible()
  await expect.element(turned('Meldingen van de browser')).not.toBeChecked()
})

test('official sites that were taken back in the browser are allowed again', async () => {
  await show({ sites: { ...manySites, mayReadOfficial: false } })
  await userEvent.click(button('Toestaan'))
  await expect.element(button('Toestaan')).not.toBeInTheDocument()
})

test('where the browser does not allow the official sites that is said beside the way to ask again', async () => {
  await show({ sites: { ...manySites, mayReadOfficial: false } }, { allowOfficialSites: async () => false })
  await userEvent.click(button('Toestaan'))
  await expect.element(page.getByRole('alert')).toHaveTextContent('De browser gaf geen toestemming.')
  await expect.element(button('Toestaan')).toBeVisible()
})

test('keys stand as they are set, and as they were set meanwhile when one comes back', async () => {
  let keys = ''
  await show(
    {},
    {
      commandKeys: async () => [
        { command: 'next-passage', keys },
        { command: 'of-a-newer-kamerlens', keys: 'Alt+Z' },
      ],
    },
  )
  const row = () => part('Toetsen').getByRole('row', { name: /passage/ })
  await expect.element(row()).toHaveTextContent('Naar de volgende passage met een notitiegeen toets')
  expect(document.body.textContent).not.toContain('Alt+Z')
  keys = 'Alt+Period'
  dispatchEvent(new FocusEvent('focus'))
  await expect.element(row()).toHaveTextContent('Naar de volgende passage met een notitieAlt+.')
})

test('storage tells how much is kept and what room it takes, and what the browser promises', async () => {
  let isPersisted = false
  await show(
    {},
    {
      storageUse: async () => ({ bytes: 12_400_000, isPersisted }),
      askToPersist: async () => {
        isPersisted = true
        return true
      },
    },
    ({ db }) => keepAnswers(db),
  )
  await expect.element(part('Opslag').getByText('12', { exact: true })).toBeVisible()
  expect(part('Opslag').element().textContent).toContain('documenten1vragen12notities0')
  await expect.element(page.getByText(/^Bij elkaar 12,4 MB/)).toBeVisible()
  await userEvent.click(button('Vraag de browser dit te laten staan'))
  await expect.element(page.getByText('De browser heeft toegezegd dit niet uit zichzelf te wissen.')).toBeVisible()
})

test('where the browser promises nothing, that is said and not asked again', async () => {
  await show()
  await userEvent.click(button('Vraag de browser dit te laten staan'))
  await expect.element(part('Opslag').getByText(/^De browser zegt het niet toe/)).toBeVisible()
  await expect.element(button('Vraag de browser dit te laten staan')).not.toBeInTheDocument()
})

test('everything is exported from here too', async () => {
  await show()
  await userEvent.click(part('Export en import').getByRole('button', { name: 'Exporteren' }))
  await userEvent.click(page.getByRole('menuitem', { name: /^Alles, om terug te zetten/ }))
  await expect.element(page.getByText('Geëxporteerd: kamerlens-2023-05-23.json')).toBeVisible()
})

test('language and looks follow the browser until one is chosen', async () => {
  const chosen: unknown[] = []
  await show({}, { choose: async (choice) => void chosen.push(choice) })
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect.element(radio('Zoals de browser')).toBeChecked()
  await expect.element(radio('Zoals het systeem')).toBeChecked()
  await userEvent.click(radio('English'))
  await userEvent.click(radio('Donker'))
  expect(chosen).toEqual([{ language: 'en' }, { looks: 'dark' }])
})

test('a report is shown whole before it can be copied', async () => {
  const world = await stage((one) => optionsScreen(one, optionsOf(one)), { width: 1280, height: 800 })
  await expect.element(button('Verslag maken')).toBeVisible()
  expect(button('Verslag kopiëren').elements()).toEqual([])
  await userEvent.click(button('Verslag maken'))
  const report = page.getByRole('region', { name: 'Verslag', exact: true })
  await expect.element(report).toBeVisible()
  await userEvent.click(button('Verslag kopiëren'))
  expect(world.copied).toEqual([report.element().textContent])
  expect(JSON.parse(world.copied[0] ?? '')).toMatchObject({ kamerlens: '0.1.0', counts: { notes: 0 } })
})

test('everything is erased after a typed word alone, with a way out first, and is said to be gone', async () => {
  let count = 0
  await show(
    {},
    {
      eraseEverything: async () => {
        count += 1
        return count === 1 ? { ok: false, error: 'half-erased' } : { ok: true, value: true }
      },
    },
  )
  await userEvent.click(button('Alles wissen…'))
  const dialog = page.getByRole('dialog', { name: 'Alles wissen' })
  const confirm = dialog.getByRole('button', { name: 'Alles wissen', exact: true })
  await expect.element(dialog.getByText(/^Dit kan niet ongedaan worden gemaakt/)).toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Exporteren' })).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Importeren…' }).elements()).toEqual([])
  await expect.element(confirm).toBeDisabled()
  await userEvent.fill(dialog.getByRole('textbox'), 'wis')
  await userEvent.keyboard('{Enter}')
  await expect.element(confirm).toBeDisabled()
  expect(count).toBe(0)
  await userEvent.fill(dialog.getByRole('textbox'), ' Wissen')
  await userEvent.click(confirm)
  await expect.element(dialog.getByText(/^Uw gegevens zijn gewist, maar nog niet alles daaromheen/)).toBeVisible()
  await userEvent.click(confirm)
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(part('Alles wissen').getByText('Alles is gewist.')).toBeVisible()
  expect(count).toBe(2)
})

test('who thinks better of it erases nothing', async () => {
  let count = 0
  await show(
    {},
    {
      eraseEverything: async () => {
        count += 1
        return { ok: true, value: true }
      },
    },
  )
  await userEvent.click(button('Alles wissen…'))
  await userEvent.fill(page.getByRole('textbox'), 'wissen')
  await userEvent.click(button('Annuleren'))
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(count).toBe(0)
})

test('what an administrator has fixed is shown as such, and can’t be changed', async () => {
  await show(fixedView)
  for (const name of [/^Zoals de browser/, /^Donker/, /^Vanzelf opzoeken/]) {
    await expect.element(page.getByRole('radio', { name })).toBeDisabled()
  }
  for (const name of ['Kamerlens aan', 'Aan op eerstekamer.nl', 'Aan op nieuws.example']) {
    await expect.element(turned(name)).toBeDisabled()
  }
  await expect.element(turned('Aan op tweedekamer.nl')).toBeEnabled()
  expect(button('Weer aanzetten op debatgemist.tweedekamer.nl').elements()).toEqual([])
  expect(page.getByText(/Vastgezet door uw beheerder\.$/).elements()).toHaveLength(7)
})

test('the version and the licences of what Kamerlens holds are told below', async () => {
  await show()
  await expect.element(page.getByText(/^Kamerlens 1\.2\.3/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: /^Licenties/ })).toHaveAttribute('href', '/licences.txt')
})

test('a note that was removed is put back when its undo has gone', async () => {
  const removed = async ({ db }: World) => {
    const now = new Date()
    await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'Nog nodig.' }, now)
    await deleteNote(db, 'n1', now)
  }
  await show({}, {}, removed)
  const notes = part('Verwijderde notities')
  await expect.element(notes.getByText('Nog nodig.')).toBeVisible()
  await expect.element(notes.getByText(/^2023D19158 · verwijderd /)).toBeVisible()
  await userEvent.click(notes.getByRole('button', { name: 'Terugzetten' }))
  await expect.element(notes.getByText('Er zijn geen verwijderde notities.')).toBeVisible()
})

test('the focus stays among the removed notes, and each way back says what it is of', async () => {
  await show({}, {}, async ({ db }: World) => {
    const now = new Date()
    for (const body of Array.from({ length: 12 }, (_, index) => `tekst ${index}`)) {
      const id = body.replace(' ', '-')
      await saveNote(db, { id, target: '2023D19158', opened: '', body }, now)
      await deleteNote(db, id, new Date(now.getTime() + Number(body.slice(6))))
    }
  })
  const notes = part('Verwijderde notities')
  const focused = () => document.activeElement?.closest('li')?.textContent ?? document.activeElement?.textContent
  const back = notes.getByRole('button', { name: 'Terugzetten' })
  await expect.element(back.first()).toHaveAccessibleDescription(/^tekst 11/)
  await expect.poll(() => back.all().length).toBe(10)
  back.nth(1).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(focused).toMatch(/^tekst 9/)
  notes.getByRole('button', { name: 'Meer tonen' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(focused).toMatch(/^tekst 0/)
  await userEvent.keyboard('{Enter}')
  await expect.poll(focused).toMatch(/^tekst 1/)
})
