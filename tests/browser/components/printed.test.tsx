import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { keepAnswers } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'
import { fakeView, keepWithPlaces, readAlready, reader } from './reader-screens.tsx'
import { library } from './screens.tsx'
import { stage } from './stage.tsx'

/** Chromium alone lets a test see a page as it is printed. */
const seenOn = (media: 'print' | '') => cdp().send('Emulation.setEmulatedMedia', { media })

afterEach(() => seenOn(''))

const shown = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.getClientRects().length > 0)

/** What is cut off by something that scrolls. */
const cutOff = (all: readonly HTMLElement[]) =>
  all.filter((each) => {
    for (let box: Element | null = each; box !== null && box !== document.body; box = box.parentElement) {
      const { overflowY } = getComputedStyle(box)
      if (overflowY !== 'visible' && each.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1)
        return true
    }
    return false
  })

test('a document is printed from the library as a whole: all questions, what is open in full, and notes, with no tools', async () => {
  const opening = { ...plainOpening, destination: { type: 'document', id: '2023D20951', question: 3 } } as const
  await stage((world) => library(world, opening), {
    keep: async ({ db }) => {
      await keepAnswers(db, 40)
      await db.notes.put(noteRow(1, { target: '2023D20951', type: 'document', body: 'Navragen bij de directie' }))
    },
    width: 1280,
    height: 800,
  })
  await expect
    .element(page.getByRole('textbox', { name: /^Notitie bij/ }).last())
    .toHaveValue('Navragen bij de directie')
  await expect.poll(() => shown('.kl-question')).toHaveLength(40)
  expect(cutOff(shown('.kl-question')).length).toBeGreaterThan(20)
  const answers = document.querySelectorAll('.kl-answer').length
  dispatchEvent(new Event('beforeprint'))
  // The browser prints what is there when this has returned: answers of closed questions too.
  expect(document.querySelectorAll('.kl-answer').length).toBeGreaterThan(answers + 20)
  await seenOn('print')
  expect(shown('.kl-question')).toHaveLength(40)
  expect(shown('.kl-answer').length).toBeGreaterThan(0)
  expect(cutOff(shown('.kl-question, .kl-note__text, .kl-answer'))).toEqual([])
  expect(shown('.kl-question__line').filter((line) => line.scrollWidth > line.clientWidth + 1)).toEqual([])
  expect(shown('.kl-button, .kl-field, .kl-library__top, .kl-library__nav, .kl-library__list, .kl-tools')).toEqual([])
  expect(shown('.kl-note__text')).toHaveLength(1)
  dispatchEvent(new Event('afterprint'))
  await expect.poll(() => document.querySelectorAll('.kl-answer').length).toBe(answers)
})

test('of the reader questions and the note in view are printed, and it is said how the pages are', async () => {
  await stage((world) => reader(world, { type: 'open', view: fakeView() }, { questions: readAlready }), {
    keep: keepWithPlaces,
    width: 1280,
    height: 800,
  })
  await expect.poll(() => shown('.kl-reader__question').length).toBeGreaterThan(5)
  expect(shown('.kl-print-only')).toEqual([])
  await seenOn('print')
  expect(shown('.kl-reader__title, .kl-print-only')).toHaveLength(2)
  expect(cutOff(shown('.kl-reader__question'))).toEqual([])
  expect(shown('.kl-reader__middle, .kl-reader__tools, .kl-button')).toEqual([])
})
