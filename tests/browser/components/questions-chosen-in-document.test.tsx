import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { button, caught, exportAs, said, textOf } from './chosen-questions-world.tsx'
import { keepLetter } from './kept-world.ts'
import { popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('in one document', () => {
  const letter = 'ah-tk-20242025-512'
  const box = (number: number) => page.getByRole('checkbox', { name: `Vraag ${number} kiezen` })
  const chosen = () =>
    [...document.querySelectorAll<HTMLInputElement>('.kl-question__check > input:checked')].map(
      (each) => /Vraag (\S+) kiezen/.exec(each.getAttribute('aria-label') ?? '')?.[1],
    )
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset.order

  const show = (width = 400) =>
    stage(
      (world) => popup(world, { type: 'loading' }, { ...plainOpening, destination: { type: 'document', id: letter } }),
      { keep: ({ db }) => keepLetter(db), width, height: 900 },
    )

  test('boxes come when one chooses; the mouse chooses one, and with Shift all up to it', async () => {
    const world = await show()
    await expect.element(button('Kiezen')).toHaveAttribute('aria-pressed', 'false')
    expect(document.querySelector('.kl-question__check')).toBeNull()
    await userEvent.click(button('Kiezen'))
    await expect.element(said(/^Spatie kiest/)).toBeVisible()
    await userEvent.click(box(2))
    await userEvent.click(box(6), { modifiers: ['Shift'] })
    expect(chosen()).toEqual(['2', '3', '5', '5', '6'])
    await userEvent.click(box(3))
    expect(chosen()).toEqual(['2', '5', '5', '6'])
    await userEvent.click(box(2), { modifiers: ['Shift'] })
    expect(chosen()).toEqual(['2', '3', '5', '5', '6'])
    await expect.element(said('5 van 8 gekozen')).toBeVisible()
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect
      .poll(() => world.copied[0]?.split('\n'))
      .toEqual([2, 3, 5, 5, 6].map((number) => `Aanhangsel Handelingen II 2024/25, nr. 512, vraag ${number}`))
    await userEvent.click(button('Kiezen'))
    expect(document.querySelector('.kl-question__check')).toBeNull()
    await userEvent.click(button('Kiezen'))
    expect(chosen()).toEqual([])
  })

  test('keys: Space on a box, Shift with arrows, Ctrl+A; Escape takes first the choice and then the boxes away', async () => {
    await show()
    await userEvent.click(button('Kiezen'))
    box(1).element().focus()
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(chosen()).toEqual(['1', '3', '5', '5'])
    expect(focused()).toBe('4')
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    expect(chosen()).toEqual(['1', '3', '5'])
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(said('8 van 8 gekozen')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(chosen()).toEqual([])
    expect(focused()).toBe('3')
    await userEvent.keyboard('{Escape}')
    expect(document.querySelector('.kl-question__check')).toBeNull()
    expect(document.activeElement).toBe(button('Kiezen').element())
    await expect.element(page.getByRole('heading', { name: /wachtlijsten/ })).toBeVisible()
  })

  test('a head opens its question as ever, and from it Shift with arrows chooses too', async () => {
    await show()
    await userEvent.click(button('Kiezen'))
    const head = page.getByRole('button', { name: /^Vraag 1 / })
    head.element().focus()
    await userEvent.keyboard(' ')
    await expect.element(head).toHaveAttribute('aria-expanded', 'true')
    expect(chosen()).toEqual([])
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(chosen()).toEqual(['1', '2'])
  })

  test('in a text that is written in an open question the keys are its own', async () => {
    await show()
    await userEvent.click(button('Kiezen'))
    await userEvent.click(box(1))
    await userEvent.click(page.getByRole('button', { name: /^Vraag 1 / }))
    const field = page.getByRole('textbox', { name: /Notitie bij/ }).first()
    await userEvent.click(field)
    await userEvent.keyboard('een a{Control>}a{/Control}')
    await expect.element(said('1 van 8 gekozen')).toBeVisible()
    expect(chosen()).toEqual(['1'])
  })

  test('only what is left by a filter is chosen, and goes out from the popup too', async () => {
    const files = caught()
    await show()
    await userEvent.click(button('Kiezen'))
    await userEvent.click(button(/^Zonder antwoord/))
    await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
    await expect.element(said('1 van 1 gekozen')).toBeVisible()
    await exportAs('Vragen als tabel (CSV)')
    await expect.element(said(/^Geëxporteerd: kamerlens-vragen/)).toBeVisible()
    expect((await textOf(files, '.csv'))?.trim().split('\r\n')).toHaveLength(2)
  })

  test('what is done with the chosen ones stays in view however far one scrolls, also in a narrow window', async () => {
    await show(320)
    await userEvent.click(button('Kiezen'))
    await userEvent.click(box(1))
    await expect.element(button('Kopieer verwijzingen')).toBeVisible()
    page
      .getByRole('button', { name: /^Vraag 8 / })
      .element()
      .scrollIntoView({ block: 'end' })
    await quiet()
    await expect.element(button('Kopieer verwijzingen')).toBeInViewport()
    // What has the focus is not below the bar.
    box(1).element().focus()
    await quiet()
    const bar = document.querySelector('.kl-questions__chosen')?.getBoundingClientRect().bottom ?? 0
    expect(box(1).element().getBoundingClientRect().top).toBeGreaterThanOrEqual(bar)
  })
})
