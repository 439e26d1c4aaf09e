import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type NoteFileWords, noteFile, noteForms } from '#utils/notes/export/note-files.ts'
import { exported, words } from './exported.ts'

const fileWords: NoteFileWords = { ...words, label: 'Notities uit Kamerlens', separator: ';' }

test('Markdown files go in one archive that gives every text back', async () => {
  const { blob, ending } = noteFile('markdown', [exported('n1', { body: 'Één «notitie»' })], fileWords)
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const [[name, bytes] = ['', new Uint8Array()], ...others] = Object.entries(files)
  expect(ending).toBe('zip')
  expect(others).toEqual([])
  expect(name).toMatch(/^Kamerstukken II .*\.md$/)
  expect(strFromU8(bytes)).toContain('Één «notitie»')
})

test('each form has an ending and a type of its own', () => {
  const made = noteForms.map((form) => noteFile(form, [exported('n1')], fileWords))
  expect(made.map(({ ending }) => ending)).toEqual(['zip', 'csv', 'jsonld'])
  expect(made.map(({ blob }) => blob.type)).toEqual(['application/zip', 'text/csv', 'application/ld+json'])
})
