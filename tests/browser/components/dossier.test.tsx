import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import { dossierId, dossierScreens, inLibrary, inPopup, keepDossier, keepMany } from './dossier-screens.tsx'
import { openWorld, unknowing, type World } from './kept-world.ts'
import { library } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const size = { width: 1280, height: 800 }
const marks = () => page.getByRole('group', { name: /^Tijdlijn van/ }).getByRole('button')
const list = () => page.getByRole('region', { name: 'Stukken van dit dossier' })
const rowTitles = () => [...document.querySelectorAll('.kl-dossier__list .kl-row__title')].map((row) => row.textContent)
const chip = (name: RegExp) => page.getByRole('group', { name: 'Toon alleen' }).getByRole('button', { name })

test('a dossier typed as it is written opens, is looked up, and shows its papers in order with what was asked and noted', async () => {
  const world = await stage((one) => library(one), { keep: keepDossier, ...size })
  await userEvent.type(page.getByRole('searchbox'), 'dossier 36 360 viii{Enter}')
  await expect
    .element(page.getByRole('heading', { name: 'Jaarverslag en slotwet Ministerie van OCW 2022' }))
    .toBeVisible()
  expect(world.lookedUp.map(({ id }) => id)).toEqual([dossierId])
  await expect.element(list()).toMatchTextContent(/11 van 12 beantwoord · 1 notitie/)
  await expect.element(list()).toMatchTextContent(/De huur van gymzalenSchriftelijke vragen · 1 jun 2023 · Te laat/)
  expect(rowTitles()).toEqual([
    'Lijst van vragen over het jaarverslag OCW 2022',
    'Jaarverslag van het Ministerie van OCW 2022',
    'Lijst van vragen en antwoorden over het jaarverslag',
    'De huur van gymzalen',
    'Motie van het lid Van Zuilen over een register van stages',
    'Gewijzigde motie van het lid Van Zuilen over stages',
    'Stand van zaken van het werkprogramma stagediscriminatie',
    'Een brief zonder nummer en zonder datum',
  ])
  const years = page
    .getByRole('heading', { level: 4 })
    .elements()
    .map((heading) => heading.textContent)
  expect(years).toEqual(['2023', '2024', 'Zonder datum'])
})

test('filters narrow list and timeline, by kind and by notes, and everything comes back', async () => {
  await stage(inLibrary, { keep: keepDossier, ...size })
  await expect.element(marks().first()).toBeInTheDocument()
  expect(marks().elements()).toHaveLength(7)
  await userEvent.click(chip(/^Moties \(2\)/))
  expect(rowTitles()).toHaveLength(2)
  await expect.poll(() => marks().elements().length).toBe(2)
  await userEvent.click(chip(/^Brieven \(2\)/))
  expect(rowTitles()).toHaveLength(4)
  await userEvent.click(chip(/^Met notitie \(2\)/))
  expect(rowTitles()).toEqual(['Stand van zaken van het werkprogramma stagediscriminatie'])
  await expect.element(list().getByRole('status')).toMatchTextContent(/1 van 8 stukken/)
  await userEvent.click(page.getByRole('button', { name: 'Alles tonen' }))
  expect(rowTitles()).toHaveLength(8)
  // The button has gone; the focus stays with the list.
  expect(document.activeElement?.textContent).toBe('Nieuwste eerst')
  await userEvent.click(page.getByRole('button', { name: 'Nieuwste eerst' }))
  expect(rowTitles()[1]).toBe('Stand van zaken van het werkprogramma stagediscriminatie')
})

test('keys walk the timeline; what has the focus is said, and Enter opens it', async () => {
  await stage(inLibrary, { keep: keepDossier, ...size })
  await expect.element(marks().first()).toBeInTheDocument()
  const all = marks().elements() as unknown as SVGElement[]
  expect(all.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  all[0]?.focus()
  await expect
    .element(page.getByText(/^Lijst van vragen over het jaarverslag OCW 2022, Lijst van vragen, 12 mei 2023/))
    .toBeVisible()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    'Lijst van vragen en antwoorden over het jaarverslag, Lijst van vragen en antwoorden, 23 mei 2023, nr. 5, 11 van 12 beantwoord, 1 notitie',
  )
  await userEvent.keyboard('{End}')
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Stand van zaken/)
  await userEvent.keyboard('{ArrowRight}{Home}{ArrowLeft}')
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Lijst van vragen over/)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: '2023D18002' })).toBeVisible()
})

test('Escape takes away what is said of a mark before it leaves the dossier', async () => {
  await stage(inPopup, { keep: keepDossier })
  await expect.element(marks().first()).toBeInTheDocument()
  ;(marks().first().element() as unknown as SVGElement).focus()
  await expect.poll(() => document.querySelector('.kl-timeline__tip')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => document.querySelector('.kl-timeline__tip')).toBeNull()
  await expect.element(list()).toBeInTheDocument()
})

test('what a pointer is over is said inside the picture, and stays while it moves there', async () => {
  await stage(inPopup, { keep: keepDossier, width: 320 })
  await expect.element(marks().first()).toBeInTheDocument()
  for (const mark of [marks().first(), marks().last()]) {
    await userEvent.hover(mark)
    await expect
      .poll(() => document.querySelector('.kl-timeline__tip')?.textContent)
      .toBe(mark.element().getAttribute('aria-label'))
    const { left, right } = document.querySelector('.kl-timeline__tip')?.getBoundingClientRect() ?? {
      left: -1,
      right: 999,
    }
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
  }
})

test('many papers are counted by period; a period narrows the list, and the list draws what is in view', async () => {
  await stage(inLibrary, { keep: keepMany(1_000), ...size })
  await expect.element(page.getByText(/^De nieuwste 1\.000 stukken/)).toBeVisible()
  await expect.element(page.getByRole('listbox', { name: 'Stukken van dit dossier' })).toBeVisible()
  expect(document.querySelectorAll('.kl-dossier__list .kl-row').length).toBeLessThan(40)
  const counts = marks()
    .elements()
    .map((bin) => Number(/(\d+) stuk/.exec(bin.getAttribute('aria-label') ?? '')?.[1]))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000)
  const last = marks().last()
  ;(last.element() as unknown as SVGElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(last).toHaveAttribute('aria-pressed', 'true')
  expect(rowTitles()).toHaveLength(counts.at(-1) ?? 0)
  await expect
    .element(list().getByRole('status'))
    .toMatchTextContent(/van 1\.000 stukken · Alleen eerste helft van 2024/)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('listbox', { name: 'Stukken van dit dossier' })).toBeVisible()
})

test('a paper opens in place from the list, and its dossier from the paper', async () => {
  await stage(inLibrary, { keep: keepDossier, ...size })
  await userEvent.click(list().getByRole('button', { name: /^Lijst van vragen en antwoorden over/ }))
  await expect.element(page.getByRole('heading', { name: /Antwoorden op feitelijke vragen/ })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: '36\u00a0360\u00a0VIII' }))
  await expect
    .element(page.getByRole('heading', { name: 'Jaarverslag en slotwet Ministerie van OCW 2022' }))
    .toBeVisible()
})

test('a note on the dossier itself is shown with it and can be written', async () => {
  const world = await stage(inLibrary, { keep: keepDossier, ...size })
  const field = page.getByRole('textbox', { name: /Dossier 36/ })
  await expect.element(field).toHaveValue('Terugvragen na het congres van november.')
  await userEvent.fill(field, 'Stagediscriminatie: zie de motie.')
  await expect.poll(async () => (await world.db.notes.get('c'))?.body).toBe('Stagediscriminatie: zie de motie.')
})

test.each([
  ['in a private window', (world: World) => world],
  ['over one of which the screen did not know', unknowing],
])('%s the papers are shown, and nothing is written', async (_, as) => {
  const world = as(openWorld({ isPrivate: true }))
  await stage(inLibrary, { world, keep: keepDossier, ...size })
  await expect.element(list()).toMatchTextContent(/Motie van het lid Van Zuilen over een register/)
  expect(await world.db.lookups.get(dossierId)).toBeUndefined()
})

test('without papers it says so, and where else to look', async () => {
  const world = await stage(inPopup, {
    keep: async ({ officials }) => {
      const empty = dossierScreens.find(({ name }) => name === 'popup-dossier-empty')
      await empty?.keep?.({ officials } as never)
    },
  })
  await expect.element(page.getByText(/noemen nog geen stukken/)).toBeVisible()
  expect(world.lookedUp).toHaveLength(1)
  locale.set('en')
  await expect.element(page.getByText(/list no papers in this dossier yet/)).toBeVisible()
  await quiet()
})

test('offline, in a popup, the sentences take the width and the way to ask again stands below them', async () => {
  const offline = dossierScreens.find(({ name }) => name === 'popup-dossier-offline')
  if (offline === undefined) throw new Error('no such screen')
  await stage(offline.show, { keep: offline.keep })
  const sentences = page.getByText(/^De officiële dienst is niet te bereiken/)
  await expect.element(sentences).toBeVisible()
  const again = page.getByRole('button', { name: 'Opnieuw opzoeken' }).element().getBoundingClientRect()
  expect(again.top).toBeGreaterThanOrEqual(sentences.element().getBoundingClientRect().bottom)
})
