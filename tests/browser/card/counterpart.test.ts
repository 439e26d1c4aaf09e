import { beforeEach, expect, test } from 'vitest'
import type { KeptCounterpart } from '#utils/browser/protocol/lookup.ts'
import { counterpartPart } from '../../../entrypoints/page.content/card/counterpart.ts'
import { list, nothingKept, question } from './rig.ts'

const kept = { ...list, id: 'ah-tk-20222023-2345', title: 'Antwoord op vragen over stages' }
const rows = ['1', '2', '3', '4', '5'].map((number, order) => ({ ...question, list: kept.id, order, number }))

const counterpart = (fields: Partial<KeptCounterpart>): KeptCounterpart => ({
  type: 'answers',
  document: null,
  questions: [],
  questionCount: 0,
  official: null,
  job: null,
  ...fields,
})

let resized = 0
beforeEach(() => {
  resized = 0
  document.body.replaceChildren()
})

function show(fields: Partial<KeptCounterpart> | null, printedIn = list): string {
  const lookup = { ...nothingKept('2023D19158'), printed: [{ question, list: printedIn }] }
  const part = fields === null ? null : counterpart(fields)
  document.body.append(
    ...counterpartPart(
      { ...lookup, counterpart: part },
      {
        unfolded: new Set(),
        resized: () => {
          resized += 1
        },
      },
    ),
  )
  return document.body.innerText.replace(/\s+/g, ' ')
}

test('the first questions with their answers, and how many more', () => {
  const text = show({ document: kept, questions: rows.slice(0, 3), questionCount: 5 })
  expect([...document.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(
    ['1', '2', '3'].flatMap((number) => [`vraag ${number}`, 'Antwoord']),
  )
  expect(text).toContain('In 2022 namen 1.204 scholen')
  expect(text).toContain('en nog 2 vragen')
  document.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(resized).toBe(0)
})

test('how far it is, with a bar while it goes on', () => {
  expect(show({ told: { sentence: 'Antwoord wordt gelezen…', waits: true } })).toBe('Antwoord wordt gelezen…')
  expect(document.querySelector('.bar')).not.toBeNull()
})

test('why it is not here, without a bar', () => {
  expect(show({ told: { sentence: 'De site gaf dit document niet.', waits: false } })).toContain(
    'gaf dit document niet',
  )
  expect(document.querySelector('.bar')).toBeNull()
})

test('nothing where there is none, and nothing twice', () => {
  expect(show(null)).toBe('')
  expect(show({ document: kept, questions: rows.slice(0, 3), questionCount: 5 }, kept)).toBe('')
})
