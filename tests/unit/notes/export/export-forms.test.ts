import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { notesAsCsv } from '#utils/notes/export/csv.ts'
import { notesAsMarkdown } from '#utils/notes/export/markdown-files.ts'
import { notesAsWebAnnotations } from '#utils/notes/export/web-annotation.ts'
import { cases } from '../../cases.ts'
import { documentRow, questionRow } from '../../database/rows.ts'
import { document, exported, words } from './exported.ts'

const asked = exported('n2', {
  question: questionRow('2023D20951', 7, '155', { question: 'Kunt u dit\nuitleggen?', answer: 'Ja.\n\nZeker.' }),
  body: '- [ ] bellen\n- [x] gelezen',
})

/** A CSV file read as RFC 4180 says. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (isQuoted) {
      if (character === '"' && text[at + 1] === '"') at += 1
      else if (character === '"') {
        isQuoted = false
        continue
      }
      cell += character
    } else if (character === '"') isQuoted = true
    else if (character === separator || (character === '\r' && text[at + 1] === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\r') {
        at += 1
        rows.push([])
      }
    } else cell += character
  }
  return rows.slice(0, -1)
}

describe('notes as a table', () => {
  test('begin with a byte order mark and have one row a note', () => {
    const text = notesAsCsv([exported('n1'), asked], words, ';')
    expect(text.startsWith('\ufeffCode;Verwijzing;')).toBe(true)
    const [head, first, second] = readCsv(text, ';')
    expect(head).toHaveLength(14)
    expect(first?.slice(0, 3)).toEqual(['2023D20951', 'Kamerstukken II 2022/23, 36 360 VIII, nr. 5', document.title])
    expect(second?.slice(3, 6)).toEqual(['155', 'Kunt u dit\nuitleggen?', 'Ja.\n\nZeker.'])
  })

  test('name the colour of a note, in every form', () => {
    const { note, ...rest } = exported('n1')
    const blue = { ...rest, note: { ...note, colour: 'blue' } } as const
    const [head, first, second] = readCsv(notesAsCsv([blue, exported('n2')], words, ';'), ';')
    const column = head?.indexOf('Kleur') ?? -1
    expect([first?.[column], second?.[column]]).toEqual(['Blauw', ''])
    const [file] = notesAsMarkdown([blue, exported('n2')], words)
    const [, front = '', text = ''] = file?.text.split(/^---$/m) ?? []
    expect(parse(front)).toMatchObject({ colours: ['Blauw'] })
    expect(text).toContain('_Kleur: Blauw_\n\nTerugvragen.\n\n^n1')
    expect(text.match(/Kleur/g)).toHaveLength(1)
    const { target } = JSON.parse(notesAsWebAnnotations([blue], 'Kamerlens')).first.items[0]
    expect(target['kamerlens:colour']).toBe('blue')
  })

  test('hold no formula, whatever a note or a title says', () => {
    const bodies = ['=1+1', '+31 6', '-2', '@SUM(A1)', '\t=1', '＝cmd|x', '="a";"b"', '\n=1', ' =1', '\u200b\0=1']
    const rows = readCsv(
      notesAsCsv(
        bodies.map((body, index) => exported(`n${index}`, { body })),
        words,
        ',',
      ),
      ',',
    )
    for (const [, ...cells] of rows.slice(1))
      for (const cell of cells) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝]/u)
    expect(rows[1]?.[7]).toBe("'=1+1")
  })

  test('hold none either for a spreadsheet that parts cells by another sign', () => {
    const texts = [
      'a;=1+1;b',
      'a,@SUM(A1),b',
      'a\t"=1+1',
      'a\n\n =1',
      'a;-2+cmd|x',
      "a;+HYPERLINK('b')",
      'a;-(SUM (1))',
      "a;-'b'!A1",
      'a;+b!$A$1',
    ]
    for (const separator of [';', ','] as const) {
      const table = notesAsCsv(
        texts.map((body, index) => exported(`n${index}`, { body })),
        words,
        separator,
      )
      // Read by whatever might part cells, quotes meaning nothing.
      for (const cell of table.split(/[;,\t\r\n]/)) {
        const bare = cell.replace(/^[\s"]+/, '')
        expect(bare).not.toMatch(/^(?:[=@]|[+-].*[(|!])/)
      }
    }
  })

  test('leave lists, numbers and faces as they were written', () => {
    const body =
      '- [ ] bellen\n- [x] gelezen, -5 procent; 3,-\n+31 6 ;-)\n- [Kamerstuk](https://www.tweedekamer.nl/a)\n- Let op!\n- (later)'
    const [, row] = readCsv(notesAsCsv([exported('n1', { body: `Ja.\n${body}` })], words, ';'), ';')
    expect(row?.[7]).toBe(`Ja.\n${body}`)
  })

  test('give back every text as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ';', ',', '\n', '\r\n', 'a', ' ', '='), { maxLength: 20 }), (parts) => {
        const body = parts.join('')
        const cell = readCsv(notesAsCsv([exported('n1', { body })], words, ';'), ';')[1]?.[7]
        // But for what may be read as a formula.
        expect(cell?.replaceAll("'", '')).toBe(body)
      }),
      cases(100),
    )
  })
})

describe('notes as Markdown files', () => {
  test('are one file a document, with front matter that YAML reads', () => {
    const [file, ...others] = notesAsMarkdown([asked, exported('n1')], words)
    expect(others).toEqual([])
    expect(file?.name).toBe('Kamerstukken II 2022 23, 36 360 VIII, nr. 5 - Jaarverslag OCW 2022 deel 1.md')
    const [, front = '', text = ''] = file?.text.split(/^---$/m) ?? []
    expect(parse(front)).toEqual({
      title: document.title,
      aliases: ['2023D20951', 'kst-36360-VIII-5'],
      date: '2023-05-23',
      dossier: '36360-VIII',
      tags: ['stage', 'gelijke-kansen'],
      links: ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'],
      changed: '2026-11-25T10:00:00.000Z',
    })
    // The note on the whole first, the question's behind it, quoted; the notes as they were written.
    expect(text.indexOf('Terugvragen.')).toBeLessThan(text.indexOf('## Vraag 155'))
    expect(text).toContain('> Kunt u dit\n> uitleggen?')
    expect(text).toContain('> **Antwoord**\n> \n> Ja.\n> \n> Zeker.')
    expect(text).toContain('- [ ] bellen\n- [x] gelezen\n\n^n2')
  })

  test('have names that every system takes, each once, and the same at the next export', () => {
    const titles = [
      'a/b\\c:d*e?f"g<h>i|j',
      'CON',
      '.verborgen',
      'Zelfde',
      'zelfde',
      '…',
      'x'.repeat(300),
      'eind. ',
      '\u202egnp.exe',
      'nul.tar',
      'COM¹',
      'prn .x',
      '議'.repeat(100),
      `${'é'.repeat(99)}😀`,
    ]
    const notes = titles.map((title, index) =>
      exported(`n${index}`, { document: documentRow(`2023D0000${index}`, { title }), label: null, id: null, title }),
    )
    const names = notesAsMarkdown(notes, words).map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
    for (const name of names) {
      expect(name).toMatch(/^[^\\/:*?"<>|#^[\]%\p{Cc}\p{Cf}]{1,103}\.md$/u)
      expect(name).not.toMatch(/^(?:con|nul|com|prn|\.)|[. ]\.md$/i)
      expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(255)
      expect(name.isWellFormed()).toBe(true)
    }
    expect(notesAsMarkdown(notes, words).map(({ name }) => name)).toEqual(names)
  })

  test('lose none where many documents have one long title, and give each page of one title its own', () => {
    const title = 'Kamerbrief over de voortgang van het programma stagediscriminatie en gelijke kansen'
    const on = (day: number, document: boolean) => {
      const id = `url:https://www.rijksoverheid.nl/documenten/kamerstukken/2023/05/${day}/kamerbrief`
      const one = exported(`n${day}`, {
        document: document ? documentRow(id, { title }) : null,
        title,
        label: null,
        id: null,
      })
      return { ...one, note: { ...one.note, target: id } }
    }
    for (const isKept of [true, false]) {
      const files = notesAsMarkdown(
        Array.from({ length: 12 }, (_, index) => on(10 + index, isKept)),
        words,
      )
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size, String(isKept)).toBe(12)
      for (const { name } of files) expect(name.length).toBeLessThanOrEqual(103)
    }
  })

  test('cut no sign of a name in two, and write no tag twice or without a sign', () => {
    const title = `${'a'.repeat(99)}😀b`
    const note = exported('n1', {
      document: documentRow('2023D1', { title }),
      title,
      label: null,
      tags: ['#', 'a b', 'a-b'],
    })
    const [file] = notesAsMarkdown([note], words)
    expect(file?.name).toBe(`${'a'.repeat(99)}.md`)
    expect(parse(file?.text.split(/^---$/m)[1] ?? '').tags).toEqual(['a-b'])
  })

  test('keep hostile titles inside their front matter', () => {
    const title = 'x"\n---\n# Ander stuk\n{{danger}}'
    const [file] = notesAsMarkdown([exported('n1', { document: { ...document, title }, title })], words)
    const [, front = ''] = file?.text.split(/^---$/m) ?? []
    expect(parse(front).title).toBe(title.trim())
  })
})

describe('notes as Web Annotations', () => {
  test('have body, tags, target and selectors as the model names them', () => {
    const quote = { exact: 'toenemende aandacht', prefix: 'er ', suffix: ' is', start: 10, end: 29 }
    const text = notesAsWebAnnotations([exported('b3a1c8f0-0000-4000-8000-000000000001', { quote })], 'Kamerlens')
    const collection = JSON.parse(text)
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 1,
    })
    expect(collection.first.items[0]).toMatchObject({
      id: 'urn:uuid:b3a1c8f0-0000-4000-8000-000000000001',
      type: 'Annotation',
      body: [
        { type: 'TextualBody', value: 'Terugvragen.', format: 'text/markdown' },
        { type: 'TextualBody', value: 'stage', purpose: 'tagging' },
        { type: 'TextualBody', value: 'gelijke kansen', purpose: 'tagging' },
      ],
      target: {
        source: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html',
        selector: [
          { type: 'TextQuoteSelector', exact: 'toenemende aandacht', prefix: 'er ', suffix: ' is' },
          { type: 'TextPositionSelector', start: 10, end: 29 },
        ],
      },
    })
  })
})
