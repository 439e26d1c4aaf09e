import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { chosen, list, rows, show } from './chosen-world.tsx'
import { openWorld, type World } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'

/** What screen readers were told last. */
const heard = () => document.querySelector('[aria-live]')?.textContent.replace('\u00a0', '')

const live = async ({ db }: World) =>
  (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id)

test('what was chosen is deleted as a whole, put back as a whole, and the focus goes back to the list', async () => {
  const world = await show(700)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control} {Delete}')
  await expect.element(page.getByText(/^699 notities verwijderd\. Notities zijn later terug te zetten/)).toBeVisible()
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
  await aWhile(1500)
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

test('below a hundred labels that can be taken away the way on stays in view', async () => {
  await show(100)
  list().element().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(page.getByRole('button', { name: 'Labels…' }))
  await expect.element(page.getByRole('button', { name: 'eigen 99 (1)' })).not.toBeInViewport()
  await expect.element(page.getByRole('button', { name: 'Toepassen' })).toBeInViewport({ ratio: 1 })
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
