import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'
import { codedInWord, wordPrints } from './word-prints.ts'
import { plain, plainlyWritten, written } from './written.ts'
import { xmlPrints } from './xml-prints.ts'

describe('the same records in every format', () => {
  it.each(Object.keys(wordPrints))('a Word file with %s', async (name) => {
    const document = await readDocument(wordPrints[name]?.(written) ?? new Uint8Array())
    expect(plain(document.questions)).toEqual(plainlyWritten({ coded: codedInWord.has(name), marked: true }))
    expect([document.format, document.title]).toEqual(['docx', 'Antwoorden over sluizen'])
  })

  it.each(Object.keys(xmlPrints))('official XML with %s', async (name) => {
    const document = await readDocument(new TextEncoder().encode(xmlPrints[name]?.(written)))
    expect(plain(document.questions)).toEqual(plainlyWritten({ coded: false, marked: true }))
    expect([document.format, document.title]).toEqual(['xml', 'Lijst van vragen en antwoorden over sluizen'])
    expect(document.ownIds).toEqual(['kst-36560-XII-7'])
  })
})
