import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Destination } from '#components/papers/destination.ts'
import { Found } from '#components/search/found-mark.tsx'
import { FoundMarks } from '#components/search/found-marks.tsx'
import { noteRow } from './library-screens.tsx'
import { library, popup, withCodes } from './screens.tsx'
import { field, keep, keepFar, size } from './search-world.tsx'
import { quiet, stage } from './stage.tsx'

test('what is opened again by words that do not stand in it does not say that they are marked', async () => {
  const found = (...words: string[]) => ({ type: 'note' as const, id: 'n1', found: words })
  const opened = (words: string) => (
    <FoundMarks destination={opens[words] ?? found()}>
      <Found text="In de veenkoloniën." />
    </FoundMarks>
  )
  const opens: Readonly<Record<string, Destination>> = { a: found('veenkolonien'), b: found('toeslag') }
  const which = signal('a')
  const Screen = () => opened(which.value)
  await stage(() => <Screen />, size)
  await expect.element(bar()).toBeVisible()
  which.value = 'b'
  await expect.element(bar()).not.toBeVisible()
  which.value = 'a'
  await expect.element(bar()).toBeVisible()
})

const marks = (within: string) => [...document.querySelectorAll(`${within} .kl-found`)].map((mark) => mark.textContent)

const bar = () => page.getByText('Zoekwoorden gemarkeerd')

test('what a search found is opened with its words marked, at the first of them, until the marks are cleared', async () => {
  await stage((world) => library(world), { keep: keepFar, ...size })
  await userEvent.fill(field(), 'veenkolonien')
  await userEvent.click(page.getByRole('option', { name: /In de veenkoloni/ }))
  await expect.poll(() => marks('main .kl-answer')).toEqual(['veenkoloniën'])
  const mark = () => document.querySelector('main .kl-answer .kl-found') as HTMLElement
  await expect.element(mark()).toBeInViewport()
  await expect.element(bar()).toBeInViewport()
  // What the document's own field looks for takes their place as long as it does.
  const own = page.getByRole('main').getByRole('searchbox')
  await userEvent.fill(own, 'hoort')
  await expect.poll(() => new Set(marks('main .kl-answer'))).toEqual(new Set(['hoort']))
  await userEvent.fill(own, '')
  await expect.poll(() => marks('main .kl-answer')).toEqual(['veenkoloniën'])
  await userEvent.click(page.getByRole('button', { name: 'Markering wissen' }))
  await expect.poll(() => marks('main')).toEqual([])
  expect(bar().elements()).toEqual([])
  expect(document.activeElement).toBe(page.getByRole('main').element())
  // Opened again it is marked again; a note has its words above the field that has no marks.
  await userEvent.click(page.getByRole('option', { name: /In de veenkoloni/ }))
  await expect.poll(() => marks('main .kl-answer')).toEqual(['veenkoloniën'])
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await userEvent.click(page.getByRole('option', { name: /Navragen/ }))
  await expect.poll(() => marks('main')).toEqual(['Veenkolonien'])
  // What is come by otherwise has no marks.
  await userEvent.fill(field().first(), '')
  await userEvent.click(page.getByRole('button', { name: /^Documenten/ }))
  await userEvent.click(page.getByRole('option', { name: /Antwoorden op/ }))
  await expect.element(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible()
  expect([marks('main'), bar().elements()]).toEqual([[], []])
})

test('a long note that was found is gone to where the words stand in its field; cursor and focus stay as they were', async () => {
  const lines = Array.from({ length: 200 }, (_, line) => (line === 150 ? 'Daar in de veenkoloniën.' : `Regel ${line}.`))
  await stage((world) => library(world), {
    keep: async (world) => {
      await keep(world)
      await world.db.notes.bulkPut([
        noteRow(1, { body: lines.join('\n') }),
        noteRow(2, { body: 'Kort, over de veenkoloniën.' }),
      ])
    },
    ...size,
  })
  const main = () => page.getByRole('main').element()
  const text = () => main().querySelector<HTMLTextAreaElement>('.kl-note__text')
  /** Where a line of the field stands in the window, none of them being broken. */
  const topOf = (line: number) => {
    const own = text() as HTMLTextAreaElement
    const { lineHeight, paddingTop } = getComputedStyle(own)
    return own.getBoundingClientRect().top + Number.parseFloat(paddingTop) + line * Number.parseFloat(lineHeight)
  }
  await userEvent.fill(field(), 'veenkolonien')
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await userEvent.click(page.getByRole('option', { name: /Daar in de veenkoloni/ }))
  await expect.poll(() => text()?.value.length).toBe(lines.join('\n').length)
  await expect.poll(() => topOf(150)).toBeLessThan(innerHeight - 24)
  expect(topOf(150)).toBeGreaterThan(100)
  expect(document.activeElement).not.toBe(text())
  expect(text()?.selectionStart).toBe(text()?.selectionEnd)
  expect(main().querySelectorAll('[aria-hidden="true"]:not(svg, span)').length).toBe(0)
  // Once it is there it stays where the user scrolls to, whatever is saved.
  main().scrollTop = 0
  await quiet()
  expect(main().scrollTop).toBe(0)
  // What is in view anyway does not move.
  await userEvent.click(page.getByRole('option', { name: /Kort, over/ }))
  await expect.poll(() => text()?.value).toBe('Kort, over de veenkoloniën.')
  await quiet()
  expect(main().scrollTop).toBe(0)
})

test('in the popup too; Escape goes back to what was found', async () => {
  await stage((world) => popup(world, withCodes(world)), { keep: keepFar })
  await userEvent.fill(field(), 'veenkolonien')
  await userEvent.click(page.getByRole('button', { name: /In de veenkoloni/ }))
  await expect.poll(() => marks('.kl-answer')).toEqual(['veenkoloniën'])
  await expect.element(document.querySelector('.kl-answer .kl-found') as HTMLElement).toBeInViewport()
  await userEvent.click(page.getByRole('button', { name: 'Markering wissen' }))
  await expect.poll(() => marks('main')).toEqual([])
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: /In de veenkoloni/ })).toBeVisible()
})
