import { signal } from '@preact/signals'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ExampleState } from '#components/welcome/example-screen.tsx'
import { examplePaper } from '#locales/example-paper.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { findReferences } from '#utils/references/find.ts'
import { exampleScreen, keepExample, noteOnExample, pressed } from './example-screens.tsx'
import type { World } from './kept-world.ts'
import { stage } from './stage.tsx'

const size = { width: 1280, height: 800 }
const button = (name: string) => page.getByRole('button', { name })

beforeEach(() => {
  pressed.length = 0
})

test('nothing is kept before that is asked for, and it is said', async () => {
  const world = await stage((each) => exampleScreen(each), size)
  await expect.element(page.getByText(/^Van het voorbeeld is nu niets bewaard/)).toBeVisible()
  expect(pressed).toEqual(['paper'])
  await button('Begin').click()
  expect(pressed).toEqual(['paper', 'keep'])
  expect(await world.db.documents.count()).toBe(0)
})

test('what was read and written is counted, goes with one press, and comes back by an undo', async () => {
  const world = await stage((each) => exampleScreen(each), { ...size, keep: keepExample })
  await expect.element(page.getByText('6 vragen', { exact: true })).toBeVisible()
  await saveNote(world.db, noteOnExample, new Date())
  await saveNote(world.db, { ...noteOnExample, id: 'other', target: '2023D19158' }, new Date())
  await expect.element(page.getByText('6 vragen, 1 notitie', { exact: true })).toBeVisible()
  await button('Voorbeeld opruimen').click()
  await expect.element(page.getByText('Het voorbeeld is opgeruimd')).toBeVisible()
  await expect.element(page.getByText(/^Van het voorbeeld is nu niets bewaard/)).toBeVisible()
  expect(pressed).toContain('tidy')
  expect(await world.kept.counts()).toEqual({ documents: 0, questions: 0, notes: 1 })
  await expect.element(button('Ongedaan maken')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('6 vragen, 1 notitie', { exact: true })).toBeVisible()
  expect(await world.kept.counts()).toEqual({ documents: 1, questions: 6, notes: 2 })
  await expect.element(page.getByText('Het voorbeeld is teruggezet')).toBeInTheDocument()
  await expect.poll(() => document.activeElement).toBe(document.querySelector('.kl-example__kept'))
})

test('the focus stays at what is kept where the button that was pressed goes', async () => {
  const state = signal<ExampleState>({ type: 'still' })
  const Following = ({ world }: { readonly world: World }) => exampleScreen(world, state.value)
  const world = await stage((each) => <Following world={each} />, size)
  const box = () => document.querySelector('.kl-example__kept')
  await expect.element(button('Begin')).toBeVisible()
  button('Begin').element().focus()
  await userEvent.keyboard('{Enter}')
  state.value = { type: 'keeping' }
  await expect.element(page.getByText('De vragen worden gelezen…')).toBeVisible()
  expect(document.activeElement).toBe(box())
  await keepExample(world)
  state.value = { type: 'still' }
  await expect.element(button('Voorbeeld opruimen')).toBeVisible()
  expect(document.activeElement).toBe(box())
})

test('what could not be tidied away is all there still, and why', async () => {
  const world = await stage((each) => exampleScreen(each), { ...size, keep: keepExample })
  await expect.element(button('Voorbeeld opruimen')).toBeVisible()
  world.failWith('quota')
  await button('Voorbeeld opruimen').click()
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/^Het voorbeeld is niet opgeruimd. De browser kon niet opslaan/)
  expect(await world.kept.example()).toMatchObject({ documents: [examplePaper.id], questions: 6 })
})

test('a failed reading says why, and can be tried again', async () => {
  await stage((each) => exampleScreen(each, { type: 'failed', error: 'quota' }), size)
  await expect
    .element(page.getByRole('main').getByRole('alert'))
    .toMatchTextContent(/^Het voorbeeld is niet bewaard. De browser kon niet opslaan/)
  await button('Begin').click()
  expect(pressed).toContain('keep')
})

test('where it cannot be read what is kept, that is said, and not that there is nothing', async () => {
  const failing = (world: World): World => ({
    ...world,
    kept: { ...world.kept, example: () => Promise.reject(new Error('The disk does not answer')) },
  })
  await stage((each) => exampleScreen(failing(each)), { ...size, keep: keepExample })
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
  await expect.element(page.getByText(/nu niets bewaard/)).not.toBeInTheDocument()
})

test('the paper names codes of the example alone, all of them ready to be opened', async () => {
  await stage((each) => exampleScreen(each), { ...size, keep: keepExample })
  const blocks = document.querySelectorAll('.kl-example__paper :is(p, td)')
  const text = [...blocks].map(({ textContent }) => textContent).join('\n')
  const named = new Set(findReferences(text).map(({ id }) => id))
  expect([...named].sort()).toEqual([examplePaper.id, ...examplePaper.list.questions.map(({ code }) => code)].sort())
})

test('a number that is printed with its question leads to no other paper', async () => {
  await stage((each) => exampleScreen(each, { type: 'still' }, '2099D00103'), { ...size, keep: keepExample })
  await expect.element(page.getByRole('heading', { name: 'Gedrukt bij vraag 3' })).toBeVisible()
  await expect.element(page.getByRole('textbox', { name: /^Notitie/ })).toBeInTheDocument()
  expect(page.getByText('Het document met nummer').elements()).toEqual([])
})

test('what is opened has no link to an official page, and nobody is asked', async () => {
  const world = await stage((each) => exampleScreen(each, { type: 'still' }, examplePaper.id), {
    ...size,
    keep: keepExample,
  })
  await expect.element(page.getByRole('heading', { name: examplePaper.title })).toBeVisible()
  expect(document.querySelectorAll('a[href^="https:"]')).toHaveLength(0)
  expect(world.lookedUp).toEqual([])
})
