import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rowsOf } from '#utils/documents/delimited.ts'
import { readCorpus } from '../../../scripts/accuracy/corpus.ts'
import { idsMarkedIn, textOfXml } from '../../../scripts/accuracy/markup.ts'

const motion = `<?xml version="1.0"?>
<officiele-publicatie><metadata><meta content="https://zoek.officielebekendmakingen.nl/kst-1-2/metadata.xml"/></metadata>
<al>de motie-Smit (
  <extref doc="kst-36546-65" soort="document">36&#160;546, nr. 65</extref>
  ) &amp; meer</al><al>Kamerstuk</al></officiele-publicatie>`

describe('real texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kamerlens-corpus-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('each row of a table is a text, XML comes with the ids of its markup, what cannot be read is named', async () => {
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'manifest.tsv'), 'file\twhat')
    writeFileSync(join(folder, 'sub', 'rows.csv'), 'name,text\na,"een, twee"\nb,drie\n')
    writeFileSync(join(folder, 'sub', 'motie.xml'), motion)
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(join(folder, 'list.json'), '{"value":[{"Titel":"Een","Zaak":[{"Onderwerp":"Twee","Nummer":"3"}]}]}')
    writeFileSync(join(folder, 'one.txt'), '2023Z08012')
    const { texts, unread } = await readCorpus(folder)
    expect(texts).toEqual([
      { name: 'list.json', group: '.', text: 'Een\n\nTwee', marked: [] },
      { name: 'one.txt', group: '.', text: '2023Z08012', marked: [] },
      {
        name: 'sub/motie.xml',
        group: 'sub',
        text: 'de motie-Smit (36\u00a0546, nr. 65) & meer\nKamerstuk',
        marked: ['kst-36546-65'],
      },
      { name: 'sub/rows.csv#0', group: 'sub', text: 'a\n\neen, twee', marked: [] },
      { name: 'sub/rows.csv#1', group: 'sub', text: 'b\n\ndrie', marked: [] },
    ])
    expect(unread).toEqual(['empty.txt'])
  })

  test('cells may hold delimiters, doubled quotes and line breaks', () => {
    expect(rowsOf('a\tb\r\n"x\ty"\t"een ""twee""\nregel"\n\tlast', '\t')).toEqual([
      ['a', 'b'],
      ['x\ty', 'een "twee"\nregel'],
      ['', 'last'],
    ])
    // A quote that none closes right before a delimiter or a line's end swallows no rows.
    expect(rowsOf('a,"never closed\nb,c', ',')).toEqual([
      ['a', '"never closed'],
      ['b', 'c'],
    ])
    expect(rowsOf('"Wat" is het?,"d" ', ',')).toEqual([['"Wat" is het?', 'd']])
  })

  test('markup: inline elements stay in their sentence, metadata is left out, ids count once', () => {
    expect(textOfXml('<al>op <nadruk>Kamerstuk</nadruk> <extref doc="x">36 360</extref>, nr. 5</al><al>b</al>')).toBe(
      'op Kamerstuk 36 360, nr. 5\nb',
    )
    expect(idsMarkedIn('<extref soort="d" doc="kst-1-2"/><extref doc="kst-1-2"/><extref doc="kst-1-3"/>')).toEqual([
      'kst-1-2',
      'kst-1-3',
    ])
  })
})
