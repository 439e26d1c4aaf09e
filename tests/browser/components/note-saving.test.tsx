import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { leftoverDrafts } from '#components/notes/draft-rows.ts'
import { saveLeftovers } from '#components/notes/recovered.ts'
import { aWhile } from '#tests/a-while.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { longestNote } from '#utils/notes/longest.ts'
import { openWorld } from './kept-world.ts'
import { bodies, drafts, field, show, target } from './note-world.tsx'
import { quiet, stage } from './stage.tsx'

test('of a long note each key is in the draft at once, whichever saves are still to come, and all of it is stored', async () => {
  const long = 'woord '.repeat(5_000)
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: long }, new Date()),
  })
  await expect.element(field()).toHaveValue(long)
  await quiet()
  const text = field().element() as HTMLTextAreaElement
  text.focus()
  text.setSelectionRange(12_000, 12_000)
  const release = world.hold()
  for (const key of 'nieuw ') {
    await userEvent.keyboard(key)
    const [left] = leftoverDrafts(localStorage)
    expect(left?.draft.body === text.value, key).toBe(true)
  }
  release()
  const typed = `${long.slice(0, 12_000)}nieuw ${long.slice(12_000)}`
  await expect.poll(async () => (await bodies(world))[0] === typed).toBe(true)
  await expect.poll(() => localStorage.length).toBe(0)
})

test('a failure says why; the text stays, can be copied, and is saved with «Opnieuw»', async () => {
  const world = await stage(show)
  await quiet()
  world.failWith('quota')
  await userEvent.type(field(), 'Blijft staan')
  await expect.element(page.getByText(/^niet bewaard: De browser kon niet opslaan/).first()).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Kopieer tekst' }))
  expect(world.copied).toEqual(['Blijft staan'])
  await expect.element(field()).toHaveValue('Blijft staan')
  expect(drafts()).toHaveLength(1)
  world.failWith(null)
  await userEvent.click(page.getByRole('button', { name: 'Opnieuw' }))
  await expect.element(page.getByText(/^bewaard /)).toBeVisible()
  expect(await bodies(world)).toEqual(['Blijft staan'])
})

test('a draft that a closed window left is saved by the next one, once', async () => {
  const world = openWorld()
  const draft = { noteId: 'n1', target, opened: '', sent: 'Half', body: 'Half getypt' }
  localStorage.setItem('kamerlens.draft.n1.gone', JSON.stringify(draft))
  expect(await saveLeftovers(world)).toContain('1')
  expect(await saveLeftovers(world)).toBeUndefined()
  expect(await bodies(world)).toEqual(['Half getypt'])
  expect(drafts()).toEqual([])
  await world.close()
})

test('a draft that still can’t be saved is named by its own words, whatever signs are in them', async () => {
  const world = openWorld()
  world.failWith('quota')
  const draft = { noteId: 'n1', target, opened: '', sent: null, body: 'kost $& of $$ 5' }
  localStorage.setItem('kamerlens.draft.n1.gone', JSON.stringify(draft))
  expect(await saveLeftovers(world)).toContain('1 eerder getypte tekst nog niet bewaard: «kost $& of $$ 5»')
  localStorage.clear()
  await world.close()
})

test('the draft of an editor that is open is not touched', async () => {
  const world = await stage(show)
  await quiet()
  world.failWith('quota')
  await userEvent.type(field(), 'Hier')
  await quiet()
  world.failWith(null)
  expect(await saveLeftovers(world)).toBeUndefined()
  expect(drafts()).toHaveLength(1)
})

test('another window’s change shows while nothing is typed here, and is kept when both write', async () => {
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een\ntwee' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een\ntwee')
  await saveNote(world.db, { id: 'n1', target, opened: 'een\ntwee', body: 'een\ntwee\ndrie' }, new Date())
  await expect.element(field()).toHaveValue('een\ntwee\ndrie')
  const release = world.hold()
  await userEvent.click(field())
  await userEvent.keyboard('{Control>}{Home}{/Control}nul ')
  await saveNote(world.db, { id: 'n1', target, opened: 'een\ntwee\ndrie', body: 'een\ntwee\ndrie\nvier' }, new Date())
  release()
  await expect.element(field()).toHaveValue('nul een\ntwee\ndrie\nvier')
  expect((field().element() as HTMLTextAreaElement).selectionStart).toBe(4)
  await quiet()
  expect(await bodies(world)).toEqual(['nul een\ntwee\ndrie\nvier'])
})

test('what another window writes waits for the end of a composition, and neither is lost', async () => {
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een\ntwee' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een\ntwee')
  await userEvent.click(field())
  const element = field().element() as HTMLTextAreaElement
  const compose = (type: string) => element.dispatchEvent(new CompositionEvent(type, { bubbles: true }))
  compose('compositionstart')
  await saveNote(world.db, { id: 'n1', target, opened: 'een\ntwee', body: 'een\ntwee\ndrie' }, new Date())
  await quiet()
  await expect.element(field()).toHaveValue('een\ntwee')
  element.setRangeText('é', 0, 0, 'end')
  element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
  await quiet()
  await expect.element(field()).toHaveValue('éeen\ntwee')
  compose('compositionend')
  await expect.element(field()).toHaveValue('éeen\ntwee\ndrie')
  expect(element.selectionStart).toBe(1)
  await quiet()
  expect(await bodies(world)).toEqual(['éeen\ntwee\ndrie'])
})

test('half a sign that is being composed is in the draft alone: never stored, nor said to be, nor among the earlier texts', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(field(), 'caf')
  await expect.element(page.getByText(/^bewaard /)).toBeVisible()
  const element = field().element() as HTMLTextAreaElement
  const compose = (type: string) => element.dispatchEvent(new CompositionEvent(type, { bubbles: true }))
  // As a dead key does it, in the order in which Chromium tells of it.
  compose('compositionstart')
  for (const [text, from] of [
    ['´', 3],
    ['é', 3],
  ] as const) {
    element.setRangeText(text, from, element.value.length, 'end')
    element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
    await aWhile(700)
    expect(await bodies(world)).toEqual(['caf'])
    expect(drafts()).toHaveLength(1)
    await expect.element(page.getByText('typt…')).toBeVisible()
  }
  compose('compositionend')
  await expect.poll(() => bodies(world)).toEqual(['café'])
  await expect.poll(drafts).toEqual([])
  expect(await world.db.noteVersions.toArray()).toEqual([])
})

test('without room for a draft the status says that the text is here alone, and no older draft stays', async () => {
  const world = await stage(show)
  await quiet()
  const release = world.hold()
  await userEvent.type(field(), 'Eerst')
  expect(drafts()).toHaveLength(1)
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  try {
    await userEvent.keyboard(' en meer')
    await expect.element(page.getByRole('alert')).toMatchTextContent(/^Deze tekst staat alleen in dit venster/)
    expect(drafts()).toEqual([])
    await userEvent.click(page.getByRole('button', { name: 'Kopieer tekst' }))
    expect(world.copied).toEqual(['Eerst en meer'])
    release()
    await expect.element(page.getByText(/^bewaard /)).toBeVisible()
    expect(page.getByRole('alert').query()).toBeNull()
  } finally {
    setItem.mockRestore()
  }
})

test.each(['quota', 'database-unavailable'] as const)('%s: what the sentence offers is there', async (error) => {
  const world = await stage(show)
  await quiet()
  world.failWith(error)
  await userEvent.type(field(), 'x')
  await expect.element(page.getByText(/^niet bewaard: .*«Opnieuw», of «Kopieer tekst»/).first()).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Opnieuw' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Kopieer tekst' })).toBeVisible()
})

test('a note that is too long says so', async () => {
  const world = await stage(show)
  await quiet()
  world.failWith('invalid')
  await userEvent.click(field())
  const element = field().element() as HTMLTextAreaElement
  element.value = 'x'.repeat(longestNote + 1)
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await expect.element(page.getByText(/^niet bewaard: Deze notitie is te lang/).first()).toBeVisible()
  element.value = 'kort'
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await expect.element(page.getByText(/^niet bewaard: Kamerlens begreep deze opdracht niet/).first()).toBeVisible()
})
