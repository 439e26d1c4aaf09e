import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeBack, watchClearing } from '#utils/notes/take-back.ts'
import { cases } from '../cases.ts'

const words = (text: string): readonly string[] => text.match(/\S+/g) ?? []

describe('taking a change of a text back', () => {
  test('what stood before it stands again', () => {
    expect(takeBack('een\ntwee', '', '')).toBe('een\ntwee')
    expect(takeBack('een', 'een\ntwee', 'een\ntwee')).toBe('een')
  })

  test('what was written since stays: behind a text that was cleared, and in its place in one that was merged', () => {
    expect(takeBack('een\ntwee\n', '', 'drie')).toBe('een\ntwee\ndrie')
    expect(takeBack('een', 'een\ntwee', 'nul\neen\ntwee')).toBe('nul\neen')
    expect(takeBack('een', 'een\ntwee', 'een\ntwee en meer')).toBe('een\ntwee en meer')
  })

  test('what has come back by itself is not put there twice', () => {
    expect(takeBack('een\ntwee', '', 'een\ntwee')).toBeNull()
    expect(takeBack('een\ntwee', '', 'nul een\ntwee drie')).toBeNull()
    expect(takeBack('een', 'een\ntwee', 'een')).toBeNull()
  })

  test('no word written since is ever lost', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n'), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, text, text, (before, after, start, typed) => {
        const now = `${after}${start}\nX ${typed} Y`
        const result = takeBack(before, after, now) ?? now
        expect(words(result)).toEqual(expect.arrayContaining(['X', 'Y']))
      }),
      cases(100),
    )
  })
})

describe('noticing that a note was emptied', () => {
  test('at once: what stood there', () => {
    const clearing = watchClearing('een twee drie')
    expect(clearing.type('een twee drie vier')).toBeNull()
    expect(clearing.type('')).toBe('een twee drie vier')
  })

  test('by a held Backspace: all that it took', () => {
    const clearing = watchClearing('')
    clearing.type('een twee drie')
    for (let length = 12; length > 0; length -= 1) expect(clearing.type('een twee drie'.slice(0, length))).toBeNull()
    expect(clearing.type('')).toBe('een twee drie')
  })

  test('once, and not for a word that is sooner typed again', () => {
    const clearing = watchClearing('een twee drie')
    expect(clearing.type(' ')).toBe('een twee drie')
    expect(clearing.type('')).toBeNull()
    clearing.type('kort')
    expect(clearing.type('')).toBeNull()
  })

  test('with what came from elsewhere meanwhile', () => {
    const clearing = watchClearing('een twee')
    clearing.adopt('een twee drie')
    expect(clearing.type('')).toBe('een twee drie')
  })
})
