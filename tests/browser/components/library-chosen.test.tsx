import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LibraryScreen } from '#components/library-screen.tsx'
import { plainOpening } from '#components/opening.ts'
import { ServicesProvider } from '#components/services.ts'
import type { LibraryActions } from '#components/transfer-actions.ts'
import { openWorld, type World } from './kept-world.ts'
import { keepNotes, noteRow } from './library-screens.tsx'
import { backupOf, libraryActions } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const size = { width: 1280, height: 800 }
const rows = () => page.getByRole('option')
const list = () => page.getByRole('listbox', { name: 'Notities' })
const chosen = () =>
  page
    .getByRole('option', { selected: true })
    .elements()
    .map((row) => /Notitie \d+/.exec(row.textContent)?.[0])

async function show(count: number, actions: Partial<LibraryActions> = {}, world: World = openWorld()): Promise<World> {
  await stage(
    (one) => (
      <ServicesProvider value={one}>
        <LibraryScreen
          store="ready"
          library={{ ...libraryActions, ...actions }}
          backup={backupOf()}
          opening={plainOpening}
        />
      </ServicesProvider>
    ),
    { world, keep: keepNotes(count), ...size },
  )
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await expect.element(rows().first()).toMatchTextContent(/Notitie 0/)
  return world
}

/** What screen readers were told last. */
const heard = () => document.querySelector('[aria-live]')?.textContent.replace('\u00a0', '')

const live = async ({ db }: World) =>
  (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id)

test('Space, Shift with arrows, Ctrl+A and Escape choose as they do in lists; Enter opens and leaves the choice alone', async () => {
  await show(40)
  await expect.element(list()).toHaveAttribute('aria-multiselectable', 'true')
  list().element().focus()
  await userEvent.keyboard('{ArrowDown} {ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(chosen()).toEqual(['Notitie 1', 'Notitie 3', 'Notitie 4', 'Notitie 5'])
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(chosen()).toEqual(['Notitie 1', 'Notitie 3', 'Notitie 4'])
  await expect.element(page.getByText('3 van 40 gekozen')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('main').getByRole('textbox', { name: /^Notitie bij/ })).toHaveValue('Notitie 4')
  expect(chosen()).toHaveLength(3)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(page.getByText('40 van 40 gekozen')).toBeVisible()
  await expect.element(page.getByRole('checkbox', { name: 'Alles kiezen' })).toBeChecked()
  await userEvent.keyboard('{Escape}')
  expect(chosen()).toEqual([])
})

test('the mouse chooses by the box of a row, with Ctrl one more, with Shift up to it, and else opens', async () => {
  await show(40)
  const box = (index: number) => rows().nth(index).element().querySelector<HTMLElement>('[data-check]') as HTMLElement
  await userEvent.click(box(1))
  await userEvent.click(rows().nth(4), { modifiers: ['Shift'] })
  await userEvent.click(rows().nth(3), { modifiers: ['Control'] })
  await userEvent.click(rows().nth(6))
  expect(chosen()).toEqual(['Notitie 1', 'Notitie 2', 'Notitie 4'])
  await expect.element(rows().nth(6)).toHaveAttribute('aria-current', 'true')
  expect(document.activeElement).toBe(list().element())
  await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
  await expect.element(page.getByText('40 van 40 gekozen')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Keuze opheffen' }))
  expect(chosen()).toEqual([])
  expect(document.activeElement).toBe(list().element())
})

test('what was chosen is deleted as a whole, put back as a whole, and the focus goes back to the list', async () => {
  const world = await show(700)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control} {Delete}')
  await expect.element(page.getByText('699 notities verwijderd')).toBeVisible()
  expect(await live(world)).toEqual(['n0'])
  await expect.poll(() => rows().elements().length).toBe(1)
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.poll(async () => (await live(world)).length).toBe(700)
  await expect.poll(heard).toBe('699 notities teruggezet')
  await expect.element(page.getByText('700', { exact: true })).toBeVisible()
  expect(document.activeElement).toBe(list().element())
})

test('a long note in hand, whose last words wait to be saved, is stored and then deleted, and stays so', async () => {
  const world = await show(3)
  await world.db.notes.put(noteRow(0, { body: `Notitie 0 ${'lang '.repeat(3_000)}` }))
  list().element().focus()
  await userEvent.keyboard('{Enter}')
  const field = page.getByRole('main').getByRole('textbox', { name: /^Notitie bij/ })
  await expect.element(field).toHaveValue(`Notitie 0 ${'lang '.repeat(3_000)}`)
  await userEvent.click(field)
  await userEvent.keyboard('{End}x')
  await expect.poll(async () => (await world.db.notes.get('n0'))?.body.includes('x')).toBe(true)
  await userEvent.keyboard('y')
  const box = rows().first().element().querySelector<HTMLElement>('.kl-virtual__box')
  box?.click()
  await expect.poll(() => chosen()).toEqual(['Notitie 0'])
  await userEvent.click(page.getByRole('button', { name: 'Verwijderen', exact: true }))
  await expect.poll(() => live(world)).toEqual(['n1', 'n2'])
  // Longer than a long note waits between two saves.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect([await live(world), (await world.db.notes.get('n0'))?.body.includes('xy')]).toEqual([['n1', 'n2'], true])
})

test('what could not be deleted stays, chosen as it was, and the reason is said', async () => {
  const world = await show(5)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  world.failWith('quota')
  await userEvent.click(page.getByRole('button', { name: 'Verwijderen', exact: true }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet verwijderd: /)
  expect([await live(world), chosen().length]).toEqual([['n0', 'n1', 'n2', 'n3', 'n4'], 5])
})

test('where only the second copy lags behind they are gone, it is said, and they can be put back', async () => {
  const world = openWorld()
  const { deleteChosen } = world.actions
  const lagging = {
    ...world,
    actions: {
      ...world.actions,
      deleteChosen: async (rows: Parameters<typeof deleteChosen>[0]) => {
        const answer = await deleteChosen(rows)
        return answer.ok ? ({ ok: true, value: { ...answer.value, lags: true } } as const) : answer
      },
    },
  }
  await show(3, {}, lagging)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(page.getByText(/3 notities verwijderd\. De tweede kopie/)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.poll(() => live(world)).toEqual(['n0', 'n1', 'n2'])
})

test('where no answer comes, what may be gone can be put back', async () => {
  const world = openWorld()
  const { deleteChosen } = world.actions
  const lost = {
    ...world,
    actions: {
      ...world.actions,
      deleteChosen: async (rows: Parameters<typeof deleteChosen>[0]) => {
        await deleteChosen(rows)
        return { ok: false, error: 'unknown', unanswered: true } as const
      },
    },
  }
  await show(3, {}, lost)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(page.getByText(/^Er kwam geen antwoord: misschien is de keuze toch verwijderd/)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.poll(() => live(world)).toEqual(['n0', 'n1', 'n2'])
})

test('a fault that was answered is no lost answer: nothing is gone, and that is said', async () => {
  const world = openWorld()
  world.failWith('unknown')
  await show(3, {}, world)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await expect.element(page.getByText(/^Niet verwijderd: Er ging iets mis/)).toBeVisible()
  expect(page.getByRole('button', { name: 'Ongedaan maken' }).elements()).toEqual([])
})

test('labels are given to and taken from all that was chosen, and that is undone as a whole', async () => {
  const world = await show(4)
  const tags = async () => (await world.db.noteTags.toArray()).map(({ noteId, tag }) => `${noteId} ${tag}`)
  const before = await tags()
  list().element().focus()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await userEvent.click(page.getByRole('button', { name: 'Labels…' }))
  await expect.element(page.getByRole('dialog', { name: 'Labels van 2 notities' })).toBeVisible()
  await userEvent.keyboard('stage, label 0')
  await userEvent.click(page.getByRole('button', { name: 'label 1 (1)' }))
  await userEvent.click(page.getByRole('button', { name: 'Toepassen' }))
  await expect.element(page.getByText('Labels van 2 notities veranderd')).toBeVisible()
  const after = [
    ...['n0 eigen 0', 'n0 label 0', 'n0 stage', 'n1 eigen 1', 'n1 label 0', 'n1 stage'],
    ...before.filter((one) => /^n[23]/.test(one)),
  ]
  expect(await tags()).toEqual(after)
  expect(chosen()).toHaveLength(2)
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.poll(tags).toEqual(before)
  await expect.poll(heard).toBe('Labels van 2 notities teruggezet')
  await expect.poll(() => document.activeElement).toBe(list().element())
})

test('only what was chosen goes out, in every form', async () => {
  const exportNotes = vi.fn(async () => ({ ok: true, value: 'keuze.csv' }) as const)
  const exportAll = vi.fn(async () => ({ ok: true, value: ['keuze.json'] }) as const)
  await show(4, { exportNotes, exportAll })
  list().element().focus()
  await userEvent.keyboard('{ArrowDown} {ArrowDown} ')
  const rowsChosen = { notes: ['n1', 'n2'], documents: [] }
  const choose = async (item: string) => {
    await userEvent.click(page.getByRole('group', { name: 'Keuze' }).getByRole('button', { name: 'Exporteren' }))
    await userEvent.click(page.getByRole('menuitem', { name: item }))
  }
  await choose('Notities als tabel (CSV)')
  await expect.element(page.getByText('Geëxporteerd: keuze.csv').first()).toBeVisible()
  expect(exportNotes).toHaveBeenCalledWith('csv', rowsChosen)
  await choose('De keuze, om terug te zetten (Kamerlens)')
  expect(exportAll).toHaveBeenCalledWith(rowsChosen)
})

test('a note that changes elsewhere goes to the top; what is in view, the row that keys act on and the choice stay', async () => {
  const world = await show(300)
  list().element().focus()
  await userEvent.keyboard('{ArrowDown} ')
  list().element().scrollTop = 8_000
  await expect.element(page.getByText('Notitie 105', { exact: true })).toBeInViewport()
  const place = () => page.getByText('Notitie 105', { exact: true }).element().getBoundingClientRect().top
  const before = place()
  await world.db.notes.put(noteRow(250, { updatedAt: '2030-01-01T00:00:00.000Z' }))
  await expect.poll(() => list().element().scrollTop).toBe(8_080)
  await expect.poll(place).toBe(before)
  expect(chosen()).toEqual(['Notitie 1'])
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('main').getByRole('textbox', { name: /^Notitie bij/ })).toHaveValue('Notitie 1')
})

test('where a list gets shorter the row that keys act on is the same one', async () => {
  const world = await show(30)
  list().element().focus()
  await userEvent.keyboard('{End}')
  await world.db.notes.update('n3', { deletedAt: '2030-01-01T00:00:00.000Z' })
  await expect.element(rows().last()).toHaveAttribute('aria-setsize', '29')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('main').getByRole('textbox', { name: /^Notitie bij/ })).toHaveValue('Notitie 29')
})

test('End and Home reach the ends of two thousand notes, whose rows come when they are seen', async () => {
  const world = await show(2_000)
  list().element().focus()
  await userEvent.keyboard('{End}')
  await expect.element(page.getByText('Notitie 1999', { exact: true })).toBeInViewport()
  expect(rows().elements().length).toBeLessThan(60)
  expect(list().element().getAttribute('aria-activedescendant')).toBe(rows().last().element().id)
  await expect.element(rows().last()).toHaveAttribute('aria-posinset', '2000')
  // What takes room from the list leaves the row in sight that keys act on.
  await page.viewport(1280, 640)
  await quiet()
  await expect.element(page.getByText('Notitie 1999', { exact: true })).toBeInViewport({ ratio: 1 })
  await userEvent.keyboard('{Home}{PageDown}')
  await expect.element(rows().first()).toHaveAttribute('aria-posinset', '1')
  await world.db.notes.update('n1999', { deletedAt: '2030-01-01T00:00:00.000Z' })
  await expect.element(rows().first()).toHaveAttribute('aria-setsize', '1999')
})

test('a change that takes long shows how far it is, says so at each quarter, and so does its undo', async () => {
  const world = openWorld()
  const { deleteChosen, restoreChosen } = world.actions
  const steps = [1, 1_000, 1_100, 3_000, 4_000].map((done) => ({ done, total: 4_000 }))
  let next = () => {}
  const slowly =
    (change: typeof deleteChosen): typeof deleteChosen =>
    async (rows, onProgress) => {
      for (const step of steps) {
        onProgress?.(step)
        await new Promise<void>((resolve) => {
          next = resolve
        })
      }
      return change(rows)
    }
  const slow = { deleteChosen: slowly(deleteChosen), restoreChosen: slowly(restoreChosen) }
  await show(3, {}, { ...world, actions: { ...world.actions, ...slow } })
  const told: (string | undefined)[] = []
  const watcher = new MutationObserver(() => told.push(heard()))
  const place = document.querySelector('[aria-live]') as Element
  watcher.observe(place, { childList: true, characterData: true, subtree: true })
  const bar = () => page.getByRole('progressbar')
  const walk = async (sentence: string) => {
    told.length = 0
    await expect.element(bar()).toHaveAccessibleName(sentence)
    for (const words of ['1 van 4.000', '1.000 van 4.000', '1.100 van 4.000', '3.000 van 4.000']) {
      await expect.element(page.getByText(words, { exact: true }).last()).toBeVisible()
      next()
    }
    const securing = 'Alles is klaar; het wordt nu vastgelegd…'
    await expect.element(page.getByText(securing).last()).toBeVisible()
    await expect.poll(heard).toBe(securing)
    expect(bar().element().hasAttribute('value')).toBe(false)
    next()
    await expect.poll(() => bar().elements()).toEqual([])
    expect(told.slice(0, 4)).toEqual([sentence, '1.000 van 4.000', '3.000 van 4.000', securing])
  }
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await walk('3 notities worden verwijderd…')
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await walk('3 notities worden teruggezet…')
  await expect.poll(() => live(world)).toEqual(['n0', 'n1', 'n2'])
  await expect.poll(heard).toBe('3 notities teruggezet')
  watcher.disconnect()
})

test('two changes at once each have their own bar; the one that waits for the other says so', async () => {
  const world = openWorld()
  const { changeTags, deleteChosen } = world.actions
  const tagging = Promise.withResolvers<void>()
  const deleting = Promise.withResolvers<void>()
  let tell: (done: number) => void = () => {}
  const actions: World['actions'] = {
    ...world.actions,
    async changeTags(change, onProgress) {
      onProgress?.({ done: 10, total: 40 })
      await tagging.promise
      return changeTags(change)
    },
    async deleteChosen(rows, onProgress) {
      tell = (done) => onProgress?.({ done, total: 4 })
      await deleting.promise
      return deleteChosen(rows)
    },
  }
  await show(3, {}, { ...world, actions })
  const bars = () => page.getByRole('progressbar')
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(page.getByRole('button', { name: 'Labels…' }))
  await userEvent.keyboard('stage,')
  await userEvent.click(page.getByRole('button', { name: 'Toepassen' }))
  await expect.element(bars()).toHaveAccessibleName('Labels van 3 notities worden veranderd…')
  // Another list has a bar of its own.
  await userEvent.click(page.getByRole('button', { name: /^Documenten/ }))
  await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
  await userEvent.click(page.getByRole('button', { name: 'Verwijderen', exact: true }))
  await expect.element(bars().nth(1)).toHaveAccessibleName('1 document wordt verwijderd…')
  await expect.element(page.getByText('Wacht tot de vorige klaar is.', { exact: true })).toBeVisible()
  await expect.poll(heard).toBe('1 document wordt verwijderd… Wacht tot de vorige klaar is.')
  await expect.element(page.getByText('10 van 40', { exact: true })).toBeVisible()
  expect(bars().first().element().getAttribute('value')).toBe('10')
  tagging.resolve()
  await expect.poll(() => bars().elements().length).toBe(1)
  await expect.element(bars()).toHaveAccessibleName('1 document wordt verwijderd…')
  await expect.poll(() => page.getByText('Wacht tot de vorige klaar is.', { exact: true }).elements()).toEqual([])
  tell(1)
  await expect.element(page.getByText('1 van 4', { exact: true })).toBeVisible()
  deleting.resolve()
  await expect.poll(() => bars().elements()).toEqual([])
})
