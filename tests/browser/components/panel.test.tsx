import { type Signal, signal } from '@preact/signals'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PanelPage } from '#components/popup/panel-page.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { pageOf, panel } from './panel-screens.tsx'
import { asked, emptyPage, goneTo, otherSite } from './screens.tsx'
import { quiet, resize, stage } from './stage.tsx'

beforeEach(() => {
  goneTo.length = 0
  asked.length = 0
})

/** The panel, and the page beside it, which a test changes. */
async function beside(keep?: (world: World) => Promise<unknown>): Promise<{ world: World; inView: Signal<PanelPage> }> {
  const world = await stage(() => null)
  await keep?.(world)
  const inView = signal(pageOf(world))
  const Followed = () => panel(world, inView.value)
  await stage(() => <Followed />, { world, width: 420, height: 900 })
  await quiet()
  return { world, inView }
}

const other = (world: World): PanelPage =>
  pageOf(world, { key: '8 other', title: 'Dossier Stages', document: 'kst-29338-258' })
const note = () => page.getByRole('textbox', { name: /^Notitie bij/ }).first()
const bodies = async ({ db }: World) => (await db.notes.toArray()).map(({ target, body }) => `${target}: ${body}`)
const follow = () => page.getByRole('button', { name: 'Naar de pagina in beeld' })

test('beside a document stand its notes, with room to write, and its questions; nobody is asked about it', async () => {
  const { world } = await beside(({ db }) => keepAnswers(db))
  await expect.element(page.getByRole('button', { name: /Vraag 1 Kunt u een stand van zaken/ })).toBeInTheDocument()
  const { height, top } = note().element().getBoundingClientRect()
  expect(height).toBeGreaterThanOrEqual(120)
  expect(top).toBeLessThan(
    page
      .getByRole('button', { name: /Vraag 1 / })
      .element()
      .getBoundingClientRect().top,
  )
  expect(world.lookedUp).toEqual([])
})

test('its tabs keep to one line in the narrowest panel that browsers make', async () => {
  await beside(({ db }) => keepAnswers(db))
  await page.viewport(360, 900)
  const tabs = page.getByRole('tab').elements()
  expect(tabs).toHaveLength(4)
  await expect.poll(() => new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size).toBe(1)
})

test.each([
  [420, 'main'],
  [256, '.kl-search-screen'],
])('another page begins at its top in a window %i pixels high, where %s scrolls', async (height, scroller) => {
  const { world, inView } = await beside()
  const references = (key: string) => pageOf(world, { key, document: null })
  inView.value = references('8 one')
  await quiet()
  await resize(320, height)
  const scrolled = () => [...document.querySelectorAll(scroller)].at(-1) as Element
  scrolled().scrollTo(0, 40)
  expect(scrolled().scrollTop).toBe(40)
  inView.value = references('9 other')
  await quiet()
  expect(scrolled().scrollTop).toBe(0)
})

test('what is not kept is looked up when that is asked for, and not by going there', async () => {
  const { world, inView } = await beside()
  inView.value = other(world)
  await quiet()
  await expect.element(page.getByText('Nog niet opgezocht')).toBeVisible()
  expect(world.lookedUp).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Opzoeken' }))
  await expect.poll(() => world.lookedUp.map(({ id }) => id)).toEqual(['kst-29338-258'])
})

test('the panel goes to the page in view, and what was opened beside the other stands there again', async () => {
  const { world, inView } = await beside(({ db }) => keepAnswers(db))
  const first = inView.value
  await userEvent.click(page.getByRole('tab', { name: 'Verwijzingen (6)' }))
  await userEvent.click(page.getByRole('button', { name: /2023D19159/ }))
  expect(goneTo).toEqual([`${first.title}: 2023D19159`])
  await expect.element(page.getByText('Gedrukt bij vraag 2')).toBeVisible()
  inView.value = other(world)
  await quiet()
  expect(page.getByText('Gedrukt bij vraag 2').elements()).toEqual([])
  await expect.element(page.getByRole('tab', { name: 'Verwijzingen (6)' })).toBeVisible()
  inView.value = { ...first }
  await expect.element(page.getByText('Gedrukt bij vraag 2')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Terug' }))
  await expect.element(page.getByRole('tab', { name: 'Verwijzingen (6)' })).toBeVisible()
})

test('what failed at one page is not said of the next', async () => {
  const { world, inView } = await beside()
  const searched = (key: string) => pageOf(world, { key, document: null, state: emptyPage('no-codes', otherSite) })
  inView.value = searched('8 one')
  await userEvent.click(page.getByRole('button', { name: 'Altijd op deze site' }))
  await userEvent.click(page.getByRole('button', { name: 'Vragen bewaren' }))
  await expect.poll(() => page.getByRole('alert').elements().length).toBe(2)
  inView.value = searched('9 other')
  await expect.poll(() => page.getByRole('alert').elements()).toEqual([])
})

test('of codes that are known nothing else is said for a moment when their page comes into view', async () => {
  const { world, inView } = await beside(({ db }) => keepAnswers(db))
  inView.value = pageOf(world, { key: '8 loading', document: null, state: { type: 'loading' } })
  await quiet()
  const denied: string[] = []
  const rows = () =>
    [...document.querySelectorAll('.kl-code-row:not(:has(.kl-code-row__coming))')].map((row) => row.textContent ?? '')
  const observer = new MutationObserver(() =>
    denied.push(...rows().filter((row) => /2023D1915[89].*Nog niet/.test(row))),
  )
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  inView.value = pageOf(world, { key: '9 other', document: null })
  await expect.element(page.getByRole('button', { name: /2023D19158.*Beantwoord/ })).toBeVisible()
  observer.disconnect()
  expect(denied).toEqual([])
})

test('a note in hand stays with its document when another page comes, until the user goes on', async () => {
  const { world, inView } = await beside(({ db }) => keepAnswers(db))
  await userEvent.click(note())
  await userEvent.keyboard('Eerst dit')
  inView.value = other(world)
  await expect.element(page.getByText('U schrijft nog bij «Antwoorden op de lijst van vragen».')).toBeVisible()
  await userEvent.keyboard(' en dan dat.')
  await expect.poll(() => bodies(world)).toEqual(['2023D20951: Eerst dit en dan dat.'])
  const [row] = await world.db.notes.toArray()
  expect(row?.places).toEqual([{ url: 'https://www.tweedekamer.nl/a', title: 'Antwoorden op de lijst van vragen' }])
  await userEvent.click(follow())
  await expect.element(page.getByRole('heading', { name: 'Kamerstuk 29 338, nr. 258' })).toBeVisible()
  expect(follow().elements()).toEqual([])
  await expect.element(note()).toHaveValue('')
})

test('a cursor in a note holds it too; back at its own page nothing is held, and elsewhere in the panel neither', async () => {
  const { world, inView } = await beside()
  const first = inView.value
  await userEvent.click(note())
  inView.value = other(world)
  await expect.element(follow()).toBeVisible()
  inView.value = { ...first }
  await expect.poll(() => follow().elements()).toEqual([])
  page.getByRole('tab', { name: 'Document' }).element().focus()
  inView.value = other(world)
  await expect.element(page.getByRole('heading', { name: 'Kamerstuk 29 338, nr. 258' })).toBeVisible()
  expect(follow().elements()).toEqual([])
})

test('a note that could not be stored is not left behind either', async () => {
  const { world, inView } = await beside()
  world.failWith('quota')
  await userEvent.click(note())
  await userEvent.keyboard('Geen plaats')
  await expect.element(page.getByRole('button', { name: 'Opnieuw' })).toBeVisible()
  page.getByRole('tab', { name: 'Document' }).element().focus()
  inView.value = other(world)
  await expect.element(follow()).toBeVisible()
  await expect.element(note()).toHaveValue('Geen plaats')
})

test('what was opened from a search stays whatever page comes, and going back leads to the search', async () => {
  const { world, inView } = await beside(({ db }) => keepAnswers(db))
  await userEvent.fill(page.getByRole('searchbox', { name: 'Zoek een code, dossier of woord…' }), 'stagevergoedingen')
  await userEvent.click(page.getByRole('button', { name: /onderzoek naar stagevergoedingen/ }))
  const opened = page.getByRole('button', { name: /Vraag 1 /, expanded: true })
  await expect.element(opened).toBeVisible()
  inView.value = other(world)
  await quiet()
  await expect.element(opened).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: /onderzoek naar stagevergoedingen/ })).toBeVisible()
})

test('news of the same page change what it names, and take no cursor out of a note', async () => {
  const { inView } = await beside()
  await userEvent.click(note())
  const { state } = inView.value
  if (state.type !== 'codes') throw new Error('no codes')
  inView.value = { ...inView.value, state: { ...state, codes: state.codes.slice(0, 2) } }
  await expect.element(page.getByRole('tab', { name: 'Verwijzingen (2)' })).toBeVisible()
  expect(document.activeElement).toBe(note().element())
  expect(follow().elements()).toEqual([])
})

test('its four tabs stand in one line where a panel is as wide as browsers open it', async () => {
  await beside()
  await page.viewport(400, 900)
  const tops = page
    .getByRole('tab')
    .elements()
    .map((tab) => tab.getBoundingClientRect().top)
  expect([tops.length, new Set(tops).size]).toEqual([4, 1])
})
