import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Notes } from '#components/notes/notes.tsx'
import { CodeView } from '#components/papers/code-view.tsx'
import { DestinationView } from '#components/papers/destination-view.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import { aWhile } from '#tests/a-while.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'
import { bodies, drafts, field, show, target } from './note-world.tsx'
import { quiet, stage } from './stage.tsx'

test('what is typed is stored, and «bewaard» is said only then', async () => {
  const world = await stage(show)
  await quiet()
  const release = world.hold()
  await userEvent.type(field(), 'Terugvragen')
  await expect.element(page.getByText('typt…')).toBeVisible()
  expect(drafts()).toHaveLength(1)
  expect(await bodies(world)).toEqual([])
  await aWhile(800)
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
  expect(titles).toEqual([
    'Notitie bij Vraag 1',
    'Notitie',
    'Notitie',
    `Notitie bij ${target}`,
    'Notitie bij het hele document',
  ])
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

test('of hundreds of notes on one paper the first are open, and the rest a press away; one that is begun is among them', async () => {
  const notes = Array.from({ length: 40 }, (_, index) => noteRow(index, { target }))
  await stage(show, { keep: (world) => world.db.notes.bulkPut(notes) })
  const fields = () => page.getByRole('textbox', { name: /^Notitie bij/ }).elements().length
  await expect.poll(fields).toBe(30)
  await userEvent.click(page.getByRole('button', { name: 'Nieuwe notitie' }))
  await expect.poll(fields).toBe(31)
  await userEvent.click(page.getByRole('button', { name: 'Nog 10 notities tonen' }))
  await expect.poll(fields).toBe(41)
})
