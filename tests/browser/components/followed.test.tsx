import axe from 'axe-core'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { locale } from '#locales/i18n.ts'
import { keepFollowed, news, watch } from './followed-screens.tsx'
import { keepAnswers, type World } from './kept-world.ts'
import { code, codesOf, emptyPage, library, officialSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

/** Where screenshots for looking at are put; nothing is compared with them. */
const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS

const opening = { ...plainOpening, view: 'followed' } as const
const followed = (world: World) => popup(world, emptyPage('no-codes'), opening)
const list = () => page.getByRole('list', { name: 'Wat u volgt' })
const titles = () =>
  [...document.querySelectorAll('.kl-followed__title')].map(({ firstChild }) => firstChild?.textContent ?? '')
const named = (name: string | RegExp) => page.getByRole('button', { name })

afterEach(() => vi.restoreAllMocks())

test('what is followed stands with title, status, result and news, unseen news first', async () => {
  await stage(followed, { keep: keepFollowed })
  await expect.element(list()).toBeVisible()
  expect(titles().slice(0, 2).toSorted()).toEqual([
    'De huur van gymzalen',
    'Jaarverslag en slotwet Ministerie van OCW 2022',
  ])
  const text = document.querySelector('.kl-followed')?.textContent?.replace(/\s+/g, ' ')
  for (const part of [
    'Beantwoord',
    'Uitgesteld',
    'Nieuw document',
    'Besluit',
    'niets nieuws',
    'bij de diensten nog niet bekend',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('De officiële dienst heeft het druk')
  expect(text).toContain('Wordt nagekeken…')
})

test('news that was in view counts as seen, and is marked as new as long as the list is open', async () => {
  const world = await stage(followed, { keep: keepFollowed })
  await expect.element(page.getByRole('tab', { name: 'Gevolgd (3 nieuw)' })).toBeVisible()
  await expect.element(page.getByRole('tab', { name: 'Gevolgd', exact: true })).toBeVisible()
  expect((await world.db.watches.toArray()).flatMap(({ news = [] }) => news).every(({ seen }) => seen)).toBe(true)
  expect(document.querySelectorAll('.kl-followed__new')).toHaveLength(3)
  expect(titles()[1]).not.toBe('De openingstijden van schoolbibliotheken')
})

test('from what is opened out of a piece of news Escape leads back to what is followed', async () => {
  await stage(followed, { keep: keepFollowed })
  await userEvent.click(named('Antwoord op vragen van het lid Van Zuilen over de huur van gymzalen'))
  await expect.element(named('Terug')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => document.activeElement?.textContent).toContain('De huur van gymzalen')
})

test('news that comes while the list is open is shown, and seen too', async () => {
  const world = await stage(followed, { keep: ({ db }) => db.watches.put(watch('2023D24876')) })
  await expect.element(page.getByText('Geen nieuws')).toBeVisible()
  await world.db.watches.update('2023D24876', { news: [news('answered', '2023D27300', 'Antwoord')] })
  await expect.element(page.getByText('1 nieuw bericht')).toBeVisible()
  await vi.waitFor(async () => expect((await world.db.watches.get('2023D24876'))?.news?.[0]?.seen).toBe(true), 5_000)
})

test('the paper of a piece of news opens, and so does what is followed; Escape leads back', async () => {
  await stage(followed, { keep: keepFollowed })
  await userEvent.click(named('Antwoord op vragen van het lid Van Zuilen over de huur van gymzalen'))
  await expect.element(page.getByRole('heading', { name: '2023D27300' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(named(/^De huur van gymzalen Beantwoord/))
  await expect.element(page.getByRole('heading', { name: '2023D24876' })).toBeVisible()
  await expect.element(named('Wordt gevolgd')).toHaveAttribute('title', '2023D24876 niet meer volgen')
})

test('a dossier opens in place', async () => {
  await stage(followed, { keep: keepFollowed })
  await userEvent.click(named(/^Jaarverslag en slotwet Ministerie van OCW 2022 ?Dossier/))
  await expect.element(page.getByText('Dossier 36\u00a0360\u00a0VIII').first()).toBeVisible()
})

test('arrow keys walk what is followed, from the field and back', async () => {
  await stage(followed, { keep: keepFollowed })
  await expect.element(list()).toBeVisible()
  await quiet()
  await userEvent.keyboard('{ArrowDown}')
  const first = document.activeElement
  expect(first?.classList.contains('kl-choice')).toBe(true)
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).not.toBe(first)
  await userEvent.keyboard('{Home}{ArrowUp}')
  expect(document.activeElement).toBe(page.getByRole('searchbox').element())
})

test('followed no more, it can be undone, with its news', async () => {
  const world = await stage(followed, { keep: keepFollowed })
  await userEvent.click(named('De huur van gymzalen niet meer volgen'))
  await expect.element(page.getByText(/^Wordt niet meer gevolgd: /)).toBeVisible()
  await vi.waitFor(() => expect(titles()).not.toContain('De huur van gymzalen'))
  await userEvent.click(named('Ongedaan maken'))
  await vi.waitFor(() => expect(titles()).toContain('De huur van gymzalen'))
  expect((await world.db.watches.get('2023D24876'))?.news).toHaveLength(1)
})

test('a change that fails says why, and nothing changes', async () => {
  const world = await stage(followed, { keep: keepFollowed })
  await expect.element(list()).toBeVisible()
  world.failWith('quota')
  await userEvent.click(named('De huur van gymzalen niet meer volgen'))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet gewijzigd: De browser kon niet opslaan/)
  expect(titles()).toContain('De huur van gymzalen')
  await userEvent.click(named('Sluiten'))
  await world.db.lookups.where('wanted').above('').delete()
  await expect.element(named('Nu nakijken')).not.toHaveAttribute('aria-disabled')
  await userEvent.click(named('Nu nakijken'))
  await expect.element(page.getByText(/^Nakijken kon niet beginnen: De browser/)).toBeVisible()
})

test('«Nu nakijken» checks now, and can’t be pressed again until that is done', async () => {
  const world = await stage(followed, { keep: ({ db }) => db.watches.put(watch('2023D24876')) })
  await userEvent.click(named('Nu nakijken'))
  await vi.waitFor(() => expect(world.checks).toHaveLength(1))
  await keepFollowed(world)
  await expect.element(named('Nu nakijken')).toHaveAttribute('aria-disabled', 'true')
  const pressed = named('Nu nakijken').element() as HTMLElement
  pressed.click()
  expect(world.checks).toHaveLength(1)
  // Who pressed it by keyboard is still there.
  expect(document.activeElement).toBe(pressed)
})

test('what was checked a moment ago is not checked again, and that is said', async () => {
  const lastChecked = new Date().toISOString()
  await stage(followed, { keep: ({ db }) => db.watches.put({ ...watch('2023D24876'), lastChecked }) })
  await userEvent.click(named('Nu nakijken'))
  await expect.element(page.getByText(/^Geen nieuws · al nagekeken vandaag /)).toBeVisible()
})

test('offline it is said how old this is, and nothing can be checked', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await stage(followed, { keep: keepFollowed })
  await expect.element(page.getByText(/^U bent offline\. Laatst nagekeken .*2023/)).toBeVisible()
  await expect.element(named('Nu nakijken')).toHaveAttribute('aria-disabled', 'true')
  if (shots) await page.screenshot({ path: `${shots}/popup-followed-offline.png` })
  const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] })
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('notifications are offered where the browser does not allow them yet, and refused they are said to be', async () => {
  const world = await stage(followed, {
    keep: (world) => {
      world.notifications.allowed = false
      world.notifications.willAllow = false
      return keepFollowed(world)
    },
  })
  await userEvent.click(named('Meldingen aanzetten'))
  await expect.element(page.getByText(/^De browser staat geen meldingen toe/)).toBeVisible()
  world.notifications.willAllow = true
  await userEvent.click(named('Meldingen aanzetten'))
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('Meldingen aanzetten'))
})

test('the button follows a code and a document, and is not there where nobody could be asked', async () => {
  const show = (id: string) => (world: World) =>
    popup(
      world,
      { type: 'codes', codes: codesOf(world), site: officialSite },
      { ...plainOpening, destination: { type: 'code', code: code(world, id) } },
    )
  const world = await stage(show('2023D24876'))
  await userEvent.click(named('Volgen'))
  await expect.element(named('Wordt gevolgd')).toHaveAttribute('title', '2023D24876 niet meer volgen')
  expect(await world.db.watches.get('2023D24876')).toMatchObject({ since: expect.any(String) })
  await userEvent.click(named('Wordt gevolgd'))
  await expect.element(named('Volgen')).toHaveAttribute('title', '')
  await userEvent.click(named('Ongedaan maken'))
  await expect.element(named('Wordt gevolgd')).toBeVisible()

  await stage(show('2023D20951'), { keep: ({ db }) => keepAnswers(db) })
  await expect.element(named('Volgen').last()).toBeVisible()

  await stage(show('ECLI:NL:HR:2020:1234'))
  await expect.element(page.getByRole('heading', { name: 'ECLI:NL:HR:2020:1234' })).toBeVisible()
  await quiet()
  expect(document.body.lastElementChild?.querySelector('.kl-follow')).toBeNull()
})

test('the library shows what is followed beside what is opened, counts it, and finds it by word, code or status', async () => {
  await stage((world) => library(world), { keep: keepFollowed, width: 1280, height: 800 })
  await userEvent.click(named(/^Gevolgd/))
  await expect.element(list()).toBeVisible()
  await userEvent.fill(page.getByRole('searchbox'), 'gymzalen')
  await vi.waitFor(() => expect(titles()).toEqual(['De huur van gymzalen']))
  await userEvent.fill(page.getByRole('searchbox'), 'uitgesteld')
  await vi.waitFor(() => expect(titles()).toEqual(['De openingstijden van schoolbibliotheken']))
  await userEvent.fill(page.getByRole('searchbox'), 'fietspad')
  await expect.element(page.getByText('U volgt niets met «fietspad».')).toBeVisible()
  await userEvent.fill(page.getByRole('searchbox'), '')
  await userEvent.click(named(/^De huur van gymzalen Beantwoord/))
  await expect.element(page.getByRole('heading', { name: '2023D24876' })).toBeVisible()
})

test('all of it is in English for who reads English', async () => {
  await stage(followed, { keep: keepFollowed })
  locale.set('en')
  await expect.element(page.getByRole('list', { name: 'What you follow' })).toBeVisible()
  await expect.element(named('Check now')).toBeVisible()
  const text = document.querySelector('.kl-followed__tools')?.textContent
  expect(text).not.toMatch(/nakijken|nieuw/i)
  await expect.element(page.getByText('2023D24876 · Written questions')).toBeVisible()
  if (shots) await page.screenshot({ path: `${shots}/popup-followed-english.png` })
})
