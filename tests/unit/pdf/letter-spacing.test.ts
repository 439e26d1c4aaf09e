import { describe, expect, it } from 'vitest'
import { joinLetterSpaced } from '#utils/documents/pdf/letter-spacing.ts'

describe('letters set apart', () => {
  it('are one word, alone and in a sentence', () => {
    expect(joinLetterSpaced('V R A A G')).toBe('VRAAG')
    expect(joinLetterSpaced('De V R A A G 1')).toBe('De VRAAG 1')
  })

  it('stay apart where they are few, or figures', () => {
    for (const text of ['a b c', 'J. P. M. R. Jansen', '1 2 3 4 5', 'van € 2 – 3 of 4'])
      expect(joinLetterSpaced(text)).toBe(text)
  })

  it('are told by all letters there are, before the dear expression is asked', () => {
    const left: string[] = []
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const letter = String.fromCodePoint(code)
      if (/\p{L}/u.test(letter) && joinLetterSpaced(Array(4).fill(letter).join(' ')) !== letter.repeat(4))
        left.push(letter)
    }
    expect(left).toEqual([])
  })
})
