import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DestinationView } from '#components/papers/destination-view.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { Passage } from '#utils/database/schema.ts'
import { readExport } from '../../unit/database/import/read-export.ts'
import { openWorld, type World } from './kept-world.ts'
import { bodies, field, show, target } from './note-world.tsx'
import { quiet, stage } from './stage.tsx'

test('deleting can be undone from the keyboard, with all that was typed', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(field(), 'Weg ermee')
  await userEvent.click(page.getByRole('button', { name: 'Notitie verwijderen' }))
  await expect.element(page.getByText(/^Notitie verwijderd: /)).toBeVisible()
  await quiet()
  expect(document.activeElement?.textContent).toBe('Ongedaan maken')
  expect((await world.db.notes.toArray()).every(({ deletedAt }) => deletedAt !== undefined)).toBe(true)
  await expect.element(field()).toHaveValue('')
  expect(page.getByText(/^bewaard /).query()).toBeNull()
  await userEvent.keyboard('{Enter}')
  await expect.element(field()).toHaveValue('Weg ermee')
})

test('a note begun after one was deleted is another note, and both are there after undo', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(field(), 'Eerste')
  await userEvent.click(page.getByRole('button', { name: 'Notitie verwijderen' }))
  await expect.element(page.getByText(/^Notitie verwijderd: /)).toBeVisible()
  await expect.element(field()).toHaveValue('')
  await userEvent.type(field(), 'Tweede')
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect
    .poll(() => [...document.querySelectorAll('textarea')].map(({ value }) => value).sort())
    .toEqual(['Eerste', 'Tweede'])
  await quiet()
  expect((await world.db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2)
})

test('a removal that failed is said where its undo would stand; the text stays', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(field(), 'Blijft')
  await expect.element(page.getByText(/^bewaard /)).toBeVisible()
  world.failWith('unknown')
  await userEvent.click(page.getByRole('button', { name: 'Notitie verwijderen' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet verwijderd: Er ging iets mis/)
  await expect.element(field()).toHaveValue('Blijft')
  await userEvent.click(page.getByRole('button', { name: 'Sluiten' }))
  expect(page.getByRole('alert').query()).toBeNull()
})

test('an undo that failed is said, and can be tried again', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(field(), 'Terug')
  await userEvent.click(page.getByRole('button', { name: 'Notitie verwijderen' }))
  await expect.element(page.getByText(/^Notitie verwijderd: /)).toBeVisible()
  world.failWith('quota')
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet teruggezet: De browser kon niet opslaan/)
  await quiet()
  expect(document.activeElement?.textContent).toBe('Opnieuw')
  world.failWith(null)
  await userEvent.keyboard('{Enter}')
  await expect.element(field()).toHaveValue('Terug')
  expect(page.getByRole('alert').query()).toBeNull()
})

const showNote = (world: World) => (
  <ServicesProvider value={world}>
    <DestinationView destination={{ type: 'note', id: 'n1' }} onOpen={() => {}} />
    <button type="button">elders</button>
  </ServicesProvider>
)

test.each([
  ['beside its document', show],
  ['by itself', showNote],
])(
  'a note %s that another window removes stays while it is written in, and the next key revives it',
  async (_, one) => {
    const world = await stage(one, {
      keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een' }, new Date()),
    })
    await expect.element(field()).toHaveValue('een')
    await userEvent.type(field(), ' twee')
    await expect.poll(() => bodies(world)).toEqual(['een twee'])
    await deleteNote(world.db, 'n1', new Date())
    await quiet()
    await userEvent.keyboard(' drie')
    await expect.element(field()).toHaveValue('een twee drie')
    await expect
      .poll(async () => (await world.db.notes.toArray()).map(({ body, deletedAt }) => [body, deletedAt]))
      .toEqual([['een twee drie', undefined]])
  },
)

test('a note that is removed where it is shown is seen to be gone, and comes back; of one that never was it is said', async () => {
  const world = await stage(showNote, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een')
  await deleteNote(world.db, 'n1', new Date())
  await expect.element(page.getByText('Notitie verwijderd. Later terug te zetten bij «Instellingen».')).toBeVisible()
  expect(page.getByRole('status').elements()).toEqual([])
  await restoreNote(world.db, 'n1', new Date())
  await expect.element(field()).toHaveValue('een')
  await stage(showNote)
  await expect.element(page.getByRole('status')).toHaveTextContent('Dit staat niet (meer) in Kamerlens.')
})

test('the bin stays beside «bewaard» where the column is narrow', async () => {
  await stage((world) => <div style={{ width: '278px' }}>{show(world)}</div>)
  await userEvent.type(field(), 'Terugvragen')
  const saved = page.getByText(/^bewaard/)
  await expect.element(saved).toBeVisible()
  const bin = page.getByRole('button', { name: 'Notitie verwijderen' }).element().getBoundingClientRect()
  const { top, bottom, right } = saved.element().getBoundingClientRect()
  expect(bin.top).toBeLessThan(top)
  expect(bin.bottom).toBeGreaterThan(bottom)
  expect(bin.left).toBeGreaterThanOrEqual(right)
})

test('a note that the undo of an import took away is not said to be saved, and the next key brings all of it back', async () => {
  const passage: Passage = { quote: { exact: 'woorden', prefix: '', suffix: '', start: 0, end: 7 }, format: 'page' }
  const there = openWorld()
  const kept = { id: 'n1', target, opened: '', body: 'een', tags: ['ocw'], colour: 'green', passage } as const
  await saveNote(there.db, kept, new Date())
  const records = await readExport((await exportAll(there.db, new Date()))[0] ?? '')
  const world = await stage(show, {
    keep: ({ db }) => applyImport(db, records, { undo: { id: 'import-1', at: new Date() } }),
  })
  await expect.element(field()).toHaveValue('een')
  await userEvent.click(field())
  await undoImport(world.db, 'import-1')
  await expect.poll(() => bodies(world)).toEqual([])
  await expect.element(page.getByText('Dit staat niet (meer) in Kamerlens.')).toBeVisible()
  expect(page.getByText(/^bewaard/).elements()).toEqual([])
  await expect.element(page.getByText('woorden')).toBeVisible()
  await userEvent.keyboard('{End} twee')
  await expect.element(page.getByText(/^bewaard/)).toBeVisible()
  await expect
    .poll(() => world.db.notes.toArray())
    .toMatchObject([{ body: 'een twee', colour: 'green', type: 'passage', passage }])
  expect(await world.db.noteTags.toArray()).toMatchObject([{ noteId: 'n1', tag: 'ocw' }])
  await there.close()
})

test.each([
  ['beside its document', show, ''],
  ['by itself', showNote, null],
])('a note %s that another window removed goes when the cursor leaves it', async (_, one, left) => {
  const world = await stage(one, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een' }, new Date()),
  })
  await userEvent.click(field())
  await deleteNote(world.db, 'n1', new Date())
  await quiet()
  await expect.element(field()).toHaveValue('een')
  ;(document.activeElement as HTMLElement).blur()
  await expect.poll(() => document.querySelector('textarea')?.value ?? null).toBe(left)
})

const undo = () => page.getByRole('button', { name: 'Ongedaan maken' })

const tagField = () => page.getByRole('combobox', { name: 'Label toevoegen' })

test('removed tags come back together, beside one that was added since; nobody loses the cursor to the offer', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(tagField(), 'ocw{Enter}stage{Enter}{Backspace}')
  await expect.element(page.getByText('Label stage verwijderd')).toBeVisible()
  await userEvent.keyboard('{Backspace}')
  await expect.element(page.getByText('2 labels verwijderd, ocw het laatst')).toBeVisible()
  await expect.element(page.getByRole('status').filter({ hasText: 'Tab leidt naar' })).toBeInTheDocument()
  expect(document.activeElement).toBe(tagField().element())
  await userEvent.keyboard('hbo{Enter}{Tab}')
  expect(document.activeElement).toBe(undo().element())
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(tagField().element())
  expect(undo().query()).toBeNull()
  await expect
    .poll(async () => (await world.db.noteTags.toArray()).map(({ tag }) => tag).sort())
    .toEqual(['hbo', 'ocw', 'stage'])
})

test('a cleared text comes back before what was typed since, and the offer takes no key', async () => {
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een lange tekst' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een lange tekst')
  await userEvent.click(field())
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(page.getByText('Tekst gewist')).toBeVisible()
  await userEvent.keyboard('nieuw{Enter}')
  await expect.element(field()).toHaveValue('nieuw\n')
  await userEvent.click(undo())
  await expect.element(field()).toHaveValue('een lange tekst\nnieuw\n')
  expect(document.activeElement).toBe(field().element())
  await expect.poll(() => bodies(world)).toEqual(['een lange tekst\nnieuw\n'])
})

test('a text that came back by the browser’s undo is offered no more', async () => {
  await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een lange tekst' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een lange tekst')
  await userEvent.click(field())
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(undo()).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(field()).toHaveValue('een lange tekst')
  await expect.poll(() => undo().query()).toBeNull()
})

test('a merge can be undone without what was typed since; the other window’s text stays in the history', async () => {
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een\ntwee' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een\ntwee')
  const release = world.hold()
  await userEvent.click(field())
  await userEvent.keyboard('{Control>}{Home}{/Control}nul ')
  await saveNote(world.db, { id: 'n1', target, opened: 'een\ntwee', body: 'een\ntwee\ndrie' }, new Date())
  release()
  await expect.element(field()).toHaveValue('nul een\ntwee\ndrie')
  await expect.element(page.getByText('Samengevoegd met wat een ander venster schreef')).toBeVisible()
  await userEvent.keyboard('ook ')
  await userEvent.click(undo())
  await expect.element(field()).toHaveValue('nul ook een\ntwee')
  await expect.poll(() => bodies(world)).toEqual(['nul ook een\ntwee'])
  expect((await world.db.noteVersions.toArray()).map(({ body }) => body)).toContain('een\ntwee\ndrie')
})

test('an offer goes after its time, but not while the focus is on it', async () => {
  await stage(show)
  await quiet()
  await userEvent.type(tagField(), 'ocw{Enter}stage{Enter}')
  await quiet()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    await userEvent.keyboard('{Backspace}')
    await expect.element(undo()).toBeVisible()
    await userEvent.keyboard('{Tab}')
    vi.advanceTimersByTime(60_000)
    await expect.element(undo()).toBeVisible()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    vi.advanceTimersByTime(60_000)
  } finally {
    vi.useRealTimers()
  }
  await expect.poll(() => undo().query()).toBeNull()
})
