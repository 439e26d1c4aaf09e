import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { jobBegun } from '#components/reading/begun-jobs.ts'
import { plainOpening } from '#components/store/opening.ts'
import { locale } from '#locales/i18n.ts'
import { pageWith, show } from './popup-world.tsx'
import { jobRow } from './rows.ts'
import { addedSite, asked, codesOf, emptyPage, goneTo, officialSite, otherSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

beforeEach(() => {
  goneTo.length = 0
  asked.length = 0
})

test('the foot keeps to one row beside the switches, in both languages', async () => {
  await stage(show)
  await quiet()
  const ways = [...document.querySelectorAll<HTMLElement>('.kl-search-screen__buttons button')]
  expect(ways).toHaveLength(3)
  for (const language of ['nl', 'en'] as const) {
    locale.set(language)
    await quiet()
    expect(new Set(ways.map((way) => way.getBoundingClientRect().top)).size, language).toBe(1)
  }
  locale.set('nl')
})

test('a page whose questions are saved once more says of the last time alone what came of it', async () => {
  const world = await stage(show)
  const button = page.getByRole('button', { name: 'Vragen bewaren' })
  const source = { type: 'page', url: 'https://www.tweedekamer.nl/lijst', title: 'Lijst' } as const
  await expect.element(button).toHaveAccessibleDescription('Vragen van deze pagina bewaren')
  const begun = vi.spyOn(world.db.jobs, 'put')
  await userEvent.dblClick(button)
  await expect.element(page.getByRole('progressbar')).toBeVisible()
  expect(begun).toHaveBeenCalledTimes(1)
  await world.db.jobs.update('job-1', { source, state: 'failed', error: 'no-questions' })
  // Below another paper that was opened from the page it is not to be taken for a word about that one.
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Op de pagina zelf staan geen genummerde vragen/)
  await world.db.jobs.put({
    ...jobRow(),
    id: 'job-2',
    source,
    state: 'done',
    createdAt: '2030-01-01T00:00:00.000Z',
  })
  jobBegun('job-2')
  await expect.element(page.getByText(/vragen bewaard$/)).toBeVisible()
  expect(page.getByRole('alert').elements()).toEqual([])
  expect(page.getByRole('list', { name: 'Lezen' }).getByRole('listitem').elements()).toHaveLength(1)
  await userEvent.click(page.getByRole('button', { name: /^Bericht over .* sluiten$/ }))
  await expect.element(page.getByRole('list', { name: 'Lezen' })).not.toBeInTheDocument()
  expect(page.getByRole('alert').elements()).toEqual([])
})

test('saving the questions of the page shows how far it is, live', async () => {
  const world = await stage(show)
  await userEvent.click(page.getByRole('button', { name: 'Vragen bewaren' }))
  await expect.element(page.getByText('12 van 68 bladzijden, 34 vragen gevonden')).toBeVisible()
  await world.db.jobs.update('job-1', { progress: { phase: 'reading', done: 60, total: 68, questions: 190 } })
  await expect.element(page.getByText('60 van 68 bladzijden, 190 vragen gevonden')).toBeVisible()
  await world.db.jobs.update('job-1', { state: 'failed', error: 'no-questions' })
  await expect
    .element(page.getByText(/^Op de pagina zelf staan geen genummerde vragen; er is niets bewaard\./))
    .toBeVisible()
})

test('on a PDF opening it in the reader is the main action, and saving its questions is there once', async () => {
  await stage((one) => popup(one, emptyPage('pdf')))
  const reader = page.getByRole('main').getByRole('button', { name: 'Openen in de lezer' })
  await expect.element(reader).toHaveClass('kl-button--primary')
  await userEvent.click(reader)
  expect(asked.at(-1)).toBe('reader')
  const main = page.getByRole('main').getByRole('button', { name: 'Vragen van dit document bewaren' })
  expect(page.getByRole('button', { name: /^Vragen van/ }).elements()).toHaveLength(1)
  await userEvent.click(main)
  await expect.element(page.getByText('12 van 68 bladzijden, 34 vragen gevonden')).toBeVisible()
})

test.each([1, 60])('with %i codes header, list, notice and footer end on one line', async (count) => {
  const ids = Array.from({ length: count }, (_, index) => `2023D${19_200 + index}`)
  await stage((one) => popup(one, pageWith(codesOf(one, ids)), plainOpening, 'newer-database'))
  await quiet()
  const parts = [
    '.kl-search-screen__top',
    '.kl-search-screen__notices',
    '.kl-search-screen__main',
    '.kl-search-screen__foot',
  ]
  const found = parts.flatMap((part) => document.querySelector(part) ?? [])
  expect(found).toHaveLength(parts.length)
  // A headless browser may draw no scroll bars, so the room for them is asked for as well.
  const rooms = found.map((part) => [part.clientWidth, getComputedStyle(part).scrollbarGutter])
  expect(new Set(rooms.map(String)).size, `${rooms}`).toBe(1)
})

const button = (name: string) => page.getByRole('button', { name })

const turned = (name: string) => page.getByRole('switch', { name })

test('both switches stand below the codes, and turn what they name', async () => {
  await stage(show)
  await quiet()
  expect(turned('Op deze site').element().getAttribute('aria-checked')).toBe('true')
  await userEvent.click(turned('Op deze site'))
  turned('Overal').element().focus()
  await userEvent.keyboard(' ')
  expect(asked).toEqual(['site off', 'everywhere off'])
})

test('a site or all that was switched off is said so, with the way to switch it on', async () => {
  const site = { ...officialSite, switches: { ...officialSite.switches, site: false } }
  await stage((one) => popup(one, emptyPage('off-site', site)))
  await expect.element(page.getByRole('heading')).toHaveTextContent('Kamerlens staat uit op www.tweedekamer.nl')
  expect(turned('Op deze site').element().getAttribute('aria-checked')).toBe('false')
  await userEvent.click(button('Aanzetten op deze site'))
  expect(asked).toEqual(['site on'])
})

test('all that was switched off is said so, with the way to switch it on', async () => {
  const site = { ...officialSite, switches: { ...officialSite.switches, everywhere: false } }
  await stage((one) => popup(one, emptyPage('off-everywhere', site)))
  await userEvent.click(button('Overal aanzetten'))
  expect(asked).toEqual(['everywhere on'])
})

test('a switch that an administrator has fixed can’t be turned, and there is no way around it', async () => {
  const { switches } = officialSite
  const site = { ...officialSite, switches: { ...switches, everywhere: false }, fixed: { everywhere: false } }
  await stage((one) => popup(one, emptyPage('off-everywhere', site)))
  await expect.element(page.getByText(/Vastgezet door uw beheerder\.$/)).toBeVisible()
  await expect.element(turned('Overal')).toBeDisabled()
  expect(button('Overal aanzetten').elements()).toEqual([])
  const off = { ...officialSite, switches: { ...switches, site: false }, fixed: { site: false } }
  await stage((one) => popup(one, emptyPage('off-site', off)))
  await expect.element(turned('Op deze site').last()).toBeDisabled()
  expect(button('Aanzetten op deze site').elements()).toEqual([])
})

test('any other site is searched once or always, and has no switch of its own', async () => {
  await stage((one) => popup(one, emptyPage('other-site', otherSite)))
  expect(turned('Op deze site').elements()).toEqual([])
  await userEvent.click(button('Zoek codes op deze pagina'))
  await userEvent.click(button('Altijd op deze site'))
  expect(asked).toEqual(['search', 'add'])
  await expect.element(page.getByText('De browser gaf geen toestemming.')).toBeVisible()
})

test('a page that was searched once offers «always»; a site that was added offers the way back', async () => {
  await stage((one) => popup(one, pageWith(codesOf(one), otherSite)))
  await userEvent.click(button('Altijd op deze site'))
  await expect.element(page.getByRole('alert')).toHaveTextContent('De browser gaf geen toestemming.')
  await stage((one) => popup(one, pageWith(codesOf(one), addedSite)))
  await userEvent.click(button('Niet meer op deze site'))
  expect(asked).toEqual(['add', 'remove'])
})

test('codes in collapsed text alone are marked as such; all other settings are one click away', async () => {
  await stage((one) => {
    const [first, second] = codesOf(one)
    if (first === undefined || second === undefined) throw new Error('no codes')
    return popup(one, pageWith([{ ...first, collapsed: true }, second]))
  })
  await quiet()
  expect(page.getByText('ingeklapt').elements()).toHaveLength(1)
  await userEvent.click(button('Instellingen'))
  expect(asked).toEqual(['options'])
})

test('the side panel opens by the button beside that of the library', async () => {
  await stage(show)
  await quiet()
  await userEvent.click(button('Zijpaneel'))
  expect(asked).toEqual(['panel'])
})

const waysBack = [
  ['the button', () => userEvent.click(page.getByRole('button', { name: 'Terug', exact: true }))],
  ['Escape', () => userEvent.keyboard('{Escape}')],
] as const

test.each(waysBack)(
  'of hundreds of codes those in view stand there first, then all; %s leads back to the row one came from',
  async (_, goBack) => {
    const ids = Array.from({ length: 200 }, (_, index) => `2023D${10_000 + index}`)
    const rows = () => document.querySelectorAll('button.kl-choice').length
    await stage((world) => popup(world, { type: 'codes', codes: codesOf(world, ids), site: officialSite }))
    expect(rows()).toBeLessThan(100)
    await expect.poll(rows).toBe(200)
    const row = page.getByRole('button', { name: /^2023D10180/ })
    await userEvent.click(row)
    await expect.element(page.getByRole('button', { name: 'Terug', exact: true })).toBeInTheDocument()
    await goBack()
    await expect.element(row).toHaveFocus()
    await expect.poll(rows).toBe(200)
  },
)

test('what came of a reading is closed when it was read, and however many there are they leave room for the rest', async () => {
  await stage((world) => popup(world, { type: 'loading' }, { ...plainOpening, job: 'job-0' }), {
    keep: ({ db }) =>
      db.jobs.bulkPut(
        Array.from({ length: 12 }, (_, index) =>
          index === 0
            ? jobRow({ id: 'job-0', state: 'failed', error: 'no-questions' })
            : jobRow({ id: `job-${index}`, state: 'waiting' }),
        ),
      ),
  })
  const main = () => page.getByRole('main').element().clientHeight
  await expect.element(page.getByText(/geen genummerde vragen/)).toBeInTheDocument()
  expect(page.getByRole('listitem').elements()).toHaveLength(12)
  expect(main()).toBeGreaterThan(160)
  await userEvent.click(page.getByRole('button', { name: /^Bericht over .* sluiten$/ }))
  await expect.poll(() => page.getByText(/geen genummerde vragen/).elements()).toEqual([])
  expect(page.getByRole('listitem').elements()).toHaveLength(11)
  expect(document.activeElement?.textContent).toBe('Stop')
})
