import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { chosen, list, rows, show } from './chosen-world.tsx'
import { openWorld } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'
import { documentRow } from './rows.ts'
import { quiet } from './stage.tsx'

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

test('the references of chosen documents are copied, and it is said how many have none', async () => {
  const citePapers = vi.fn(async () => {
    return { ok: true, value: { text: 'Kamerstuk 1', rich: null, count: 1, withoutTitle: 0, withoutCode: 1 } } as const
  })
  const world = openWorld()
  await world.db.documents.bulkPut(['d1', 'd2'].map((id) => documentRow(id)))
  await show(1, { citePapers }, world)
  await userEvent.click(page.getByRole('button', { name: /^Documenten/ }))
  await expect.poll(() => rows().elements().length).toBe(3)
  page.getByRole('listbox', { name: 'Documenten' }).element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(page.getByRole('button', { name: 'Kopieer verwijzingen' }))
  await expect.element(page.getByText('1 verwijzing gekopieerd. 1 zonder code staat er niet in.').first()).toBeVisible()
  expect(world.copied).toEqual(['Kamerstuk 1'])
  expect(citePapers).toHaveBeenCalledWith('official', { notes: [], documents: expect.arrayContaining(['d1', 'd2']) })
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
