import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Announcer } from '#components/announce.tsx'
import { CodeView } from '#components/code-view.tsx'
import { DestinationView } from '#components/destination-view.tsx'
import { leftoverDrafts } from '#components/draft-rows.ts'
import { Notes } from '#components/notes.tsx'
import { saveLeftovers } from '#components/recovered.ts'
import { ServicesProvider } from '#components/services.ts'
import { UndoBar } from '#components/undo-bar.tsx'
import { exportAll } from '#utils/database/export.ts'
import { applyImport } from '#utils/database/import.ts'
import { undoImport } from '#utils/database/import-undo.ts'
import { deleteNote, saveNote } from '#utils/database/notes.ts'
import { readExport } from '#utils/database/read-export.ts'
import type { Passage } from '#utils/database/schema.ts'
import { longestNote } from '#utils/notes/longest.ts'
import { keepAnswers, openWorld, type World } from './kept-world.ts'
import { quiet, stage } from './stage.tsx'

const target = '2023D19158'
const show = (world: World) => (
  <ServicesProvider value={world}>
    <Notes target={target} subject={target} />
    <Announcer />
    <UndoBar />
  </ServicesProvider>
)
const field = () => page.getByRole('textbox', { name: `Notitie bij ${target}` })
const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('kamerlens.draft.'))
const bodies = async (world: World) => (await world.db.notes.toArray()).map(({ body }) => body)

test('what is typed is stored, and «bewaard» is said only then', async () => {
  const world = await stage(show)
  await quiet()
  const release = world.hold()
  await userEvent.type(field(), 'Terugvragen')
  await expect.element(page.getByText('typt…')).toBeVisible()
  expect(drafts()).toHaveLength(1)
  expect(await bodies(world)).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 800))
  await expect.element(page.getByText('typt…')).toBeVisible()
  release()
  await expect.element(page.getByText(/^bewaard \d\d:\d\d$/)).toBeVisible()
  expect(await bodies(world)).toEqual(['Terugvragen'])
  expect(drafts()).toEqual([])
  await expect.element(page.getByText('Notitie bewaard')).toBeInTheDocument()
})

test('a tag that has no Enter behind it yet is not lost with its field, whether the browser tells of the lost focus or not', async () => {
  const isShown = signal(true)
  const Screen = () => (isShown.value ? <Notes target={target} subject={target} /> : <p>Terug</p>)
  const world = await stage((one) => (
    <ServicesProvider value={one}>
      <Screen />
    </ServicesProvider>
  ))
  await quiet()
  await userEvent.type(field(), 'Terugvragen')
  const tag = page.getByRole('combobox', { name: 'Label toevoegen' }).element() as HTMLInputElement
  tag.value = 'stage'
  tag.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  expect(document.activeElement).not.toBe(tag)
  isShown.value = false
  await expect.element(page.getByText('Terug', { exact: true })).toBeVisible()
  await expect.poll(async () => (await world.db.noteTags.toArray()).map((row) => row.tag)).toEqual(['stage'])
  await expect.poll(drafts).toEqual([])
})

test('in a popup the bin stands beside «bewaard», and in the narrowest window at the end of its line', async () => {
  const middle = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return (top + bottom) / 2
  }
  await stage((world) => <div style={{ padding: '0 16px' }}>{show(world)}</div>)
  await quiet()
  await userEvent.type(field(), 'Terugvragen')
  const saved = page.getByText(/^bewaard \d\d:\d\d$/)
  await expect.element(saved).toBeVisible()
  const bin = page.getByRole('button', { name: 'Notitie verwijderen' }).element()
  expect(Math.abs(middle(bin) - middle(saved.element()))).toBeLessThan(8)
  await page.viewport(320, 560)
  const note = bin.closest('.kl-note') as Element
  expect(note.getBoundingClientRect().right - bin.getBoundingClientRect().right).toBeLessThan(8)
})

test('in a side panel as narrow as browsers make it nothing moves from «typt…» to «bewaard»', async () => {
  // 360 pixels less a scroll bar and what stands around the note.
  const world = await stage((one) => <div style={{ width: '313px' }}>{show(one)}</div>)
  await quiet()
  const release = world.hold()
  await userEvent.type(field(), 'Terugvragen')
  await expect.element(page.getByText('typt…')).toBeVisible()
  const below = document.querySelector('.kl-note__below') as Element
  const height = below.clientHeight
  expect(height).toBeLessThan(48)
  release()
  await expect.element(page.getByText(/^bewaard \d\d:\d\d$/)).toBeVisible()
  expect(below.clientHeight).toBe(height)
})

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

test('Markdown keys mark the selection, and undo takes it back', async () => {
  await stage(show)
  await quiet()
  await userEvent.type(field(), 'twee')
  await userEvent.keyboard('{Control>}a{/Control}{Control>}b{/Control}')
  await expect.element(field()).toHaveValue('**twee**')
  await userEvent.keyboard('{Control>}i{/Control}')
  await expect.element(field()).toHaveValue('**_twee_**')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(field()).toHaveValue('**twee**')
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(field()).toHaveValue('**[twee](adres)**')
})

test('Enter and comma add tags, Backspace removes the last; they are stored', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(page.getByRole('combobox', { name: 'Label toevoegen' }), 'ocw{Enter}stage, hbo{Enter}')
  await expect.element(page.getByRole('listitem').nth(2)).toMatchTextContent('hbo')
  await userEvent.keyboard('{Backspace}')
  await expect.element(page.getByText(/^bewaard /)).toBeVisible()
  await quiet()
  expect((await world.db.noteTags.toArray()).map(({ tag }) => tag).sort()).toEqual(['ocw', 'stage'])
})

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

test('a tag without Enter behind it is kept when the window closes', async () => {
  const world = await stage(show)
  await quiet()
  await userEvent.type(page.getByRole('combobox', { name: 'Label toevoegen' }), 'stages')
  dispatchEvent(new PageTransitionEvent('pagehide'))
  await expect.poll(async () => (await world.db.noteTags.toArray()).map(({ tag }) => tag)).toEqual(['stages'])
})

test('saving does not take the cursor out of the text', async () => {
  await stage(show)
  await quiet()
  await userEvent.type(field(), 'een')
  await expect.element(page.getByText(/^bewaard /)).toBeVisible()
  await userEvent.keyboard(' twee')
  await expect.element(field()).toHaveValue('een twee')
})

test('a note on a question shows where its printed code is opened, and the other way round', async () => {
  const keep = async ({ db }: World) => {
    await keepAnswers(db)
    const on = (id: string, one: string) => saveNote(db, { id, target: one, opened: '', body: id }, new Date())
    await on('op de vraag', '2023D20951#1')
    await on('op de code', target)
  }
  const codeOf = (world: World) => world.codes.codeOf(target)
  await stage(
    (world) => {
      const code = codeOf(world)
      return (
        <ServicesProvider value={world}>
          {code && <CodeView code={code} onCode={() => {}} onDocument={() => {}} />}
          <DestinationView destination={{ type: 'document', id: '2023D20951', question: 0 }} onOpen={() => {}} />
        </ServicesProvider>
      )
    },
    { keep, height: 2_000 },
  )
  await quiet()
  const values = [...document.querySelectorAll('textarea')].map(({ value }) => value)
  expect(values).toEqual(['op de vraag', 'op de code', 'op de vraag', 'op de code', ''])
  const titles = [...document.querySelectorAll('.kl-notes h3')].map(({ textContent }) => textContent)
  expect(titles).toEqual(['Notitie bij Vraag 1', 'Notitie', 'Notitie', `Notitie bij ${target}`, 'Notitie'])
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
    await new Promise((resolve) => setTimeout(resolve, 700))
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

test('each paragraph runs as its own words do, where any of them runs from right to left; very long ones would take too long', async () => {
  const world = await stage(show)
  await quiet()
  const element = field().element() as HTMLTextAreaElement
  for (const [text, bidi] of [
    ['Ze schreven:\n\u05e9\u05dc\u05d5\u05dd', 'plaintext'],
    ['Zij schreven: café', 'normal'],
    ['\u0633\u0644\u0627\u0645', 'plaintext'],
    ['\u0633\u0644\u0627\u0645 '.repeat(20_000), 'normal'],
  ] as const) {
    await userEvent.fill(field(), text)
    expect(getComputedStyle(element).unicodeBidi).toBe(bidi)
  }
  await expect.poll(() => bodies(world)).toHaveLength(1)
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

test('a colour is chosen by its name from the keyboard, stored, and seen in another window', async () => {
  const world = await stage(show, {
    keep: ({ db }) => saveNote(db, { id: 'n1', target, opened: '', body: 'een' }, new Date()),
  })
  await expect.element(field()).toHaveValue('een')
  const button = page.getByRole('button', { name: 'Kleur: Geen' })
  button.element().focus()
  await userEvent.keyboard('{Enter}{Tab}')
  expect(document.activeElement).toBe(page.getByRole('radio', { name: 'Geen' }).element())
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(page.getByRole('button', { name: 'Kleur: Groen' })).toBeVisible()
  await expect.poll(async () => (await world.db.notes.get('n1'))?.colour).toBe('green')
  await saveNote(world.db, { id: 'n1', target, opened: 'een', body: 'een', colour: 'pink' }, new Date())
  await expect.element(page.getByRole('radio', { name: 'Roze' })).toBeChecked()
  await userEvent.click(page.getByRole('radio', { name: 'Geen' }))
  await expect.poll(async () => (await world.db.notes.get('n1'))?.colour).toBeUndefined()
  await expect.element(field()).toHaveValue('een')
})
