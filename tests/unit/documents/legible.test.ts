import { describe, expect, it } from 'vitest'
import { isLegible } from '#utils/documents/legible.ts'
import { readDocument } from '#utils/documents/read.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { printText, written } from './written.ts'

const legible = (text: string) => isLegible(linesOfText(text))
const text = printText(written).repeat(3)

describe('a text that can be read', () => {
  it('is running text, a list of codes, a table of figures, or next to nothing', () => {
    expect(legible(text)).toBe(true)
    expect(legible(Array.from({ length: 300 }, (_, index) => `2023D${19_000 + index}`).join('\n'))).toBe(true)
    expect(legible(Array.from({ length: 200 }, (_, index) => `${index} 1.204 33,5% € 12`).join('\n'))).toBe(true)
    expect(legible('#$&+<')).toBe(true)
  })

  it('is one whose annexes are signs at random, and is none that begins with a sentence', () => {
    const words = 'De minister zegt dat het in de wet staat. '
    const signs = 'xqz wvk jjp qrx '
    expect(legible(words.repeat(40) + signs.repeat(1000))).toBe(true)
    expect(legible(words + signs.repeat(1000))).toBe(false)
  })

  it('is not what is left of letters whose font does not name them', () => {
    const signs = [...text].map((sign) =>
      /\s/.test(sign) ? sign : String.fromCharCode(33 + (sign.charCodeAt(0) % 32)),
    )
    expect(legible(signs.join(''))).toBe(false)
  })

  it('is asked for in a document of questions too: signs at random have numbers at the start of their lines', async () => {
    const shifted = text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 90) % 26)))
    const numbered = shifted
      .split('\n')
      .map((line, index) => (index % 5 === 0 ? `${index / 5 + 1}. ${line}` : line))
      .join('\n')
    await expect(readDocument(new TextEncoder().encode(numbered))).rejects.toThrow('unreadable-text')
  })

  it('is not made of letters that stand for other letters', () => {
    const shifted = text.replace(/[a-z]/gi, (letter) => {
      const first = letter < 'a' ? 65 : 97
      return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 7) % 26))
    })
    expect(legible(shifted)).toBe(false)
  })
})
