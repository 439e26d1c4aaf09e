import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MarkdownBlock, type MarkdownInline, readMarkdown, wordsOfMarkdown } from '#utils/notes/markdown.ts'
import { cases } from '../cases.ts'

const text = (text: string): MarkdownInline => ({ type: 'text', text })
const paragraph = (...content: readonly MarkdownInline[]): MarkdownBlock => ({ type: 'paragraph', content })

/** Everything that would be shown, in order, marks left out. */
function shown(blocks: readonly MarkdownBlock[]): string {
  const inline = (one: MarkdownInline): string =>
    'content' in one ? one.content.map(inline).join('') : 'text' in one ? one.text : '\n'
  return blocks
    .map((block) => {
      if (block.type === 'list') return block.items.map((item) => shown(item.blocks)).join('\n')
      if (block.type === 'quote') return shown(block.blocks)
      if (block.type === 'table') return [block.head, ...block.rows].flat(2).map(inline).join(' ')
      if (block.type === 'code') return block.text
      return 'content' in block ? block.content.map(inline).join('') : ''
    })
    .join('\n')
}

/** Every address that could be followed. */
function links(blocks: readonly MarkdownBlock[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url)
}

describe('a note’s Markdown', () => {
  test('is laid out in paragraphs, lists, quotes, headings and tables', () => {
    expect(readMarkdown('Een **vet** en _schuin_ woord.')).toEqual([
      paragraph(
        text('Een '),
        { type: 'strong', content: [text('vet')] },
        text(' en '),
        { type: 'emphasis', content: [text('schuin')] },
        text(' woord.'),
      ),
    ])
    expect(
      readMarkdown('## Kop\n\n> citaat\n\n3. drie\n4. vier\n\n- [x] gedaan\n- [ ] nog niet\n\n---\n\n`x = 1`'),
    ).toEqual([
      { type: 'heading', depth: 2, content: [text('Kop')] },
      { type: 'quote', blocks: [paragraph(text('citaat'))] },
      {
        type: 'list',
        start: 3,
        items: [
          { checked: null, blocks: [paragraph(text('drie'))] },
          { checked: null, blocks: [paragraph(text('vier'))] },
        ],
      },
      {
        type: 'list',
        start: null,
        items: [
          { checked: true, blocks: [paragraph(text('gedaan'))] },
          { checked: false, blocks: [paragraph(text('nog niet'))] },
        ],
      },
      { type: 'rule' },
      paragraph({ type: 'code', text: 'x = 1' }),
    ])
    expect(readMarkdown('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
      { type: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] },
    ])
  })

  test('keeps the lines that were typed', () => {
    expect(readMarkdown('een\ntwee')).toEqual([paragraph(text('een'), { type: 'break' }, text('twee'))])
  })

  test('is one text where a sign was written out, so that a code around it is found', () => {
    expect(readMarkdown('36 410\\, nr. 5')).toEqual([paragraph(text('36 410, nr. 5'))])
  })

  test('leads to https addresses and nowhere else', () => {
    expect(links(readMarkdown('[a](https://www.tweedekamer.nl/a) https://zoek.officielebekendmakingen.nl/x'))).toEqual([
      'https://www.tweedekamer.nl/a',
      'https://zoek.officielebekendmakingen.nl/x',
    ])
    const hostile = [
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x](data:text/html,<script>alert(1)</script>)',
      '[x](vbscript:x)',
      '[x](file:///etc/passwd)',
      '[x](http://www.example.org/)',
      '[x](//www.example.org/)',
      '[x](https://naam:woord@www.example.org/)',
      '![x](javascript:alert(1))',
      '<javascript:alert(1)>',
      '[x]: javascript:alert(1)\n\n[x]',
    ]
    for (const one of hostile) expect(links(readMarkdown(one)), one).toEqual([])
  })

  test('shows HTML as the text that it is, and names pictures instead of fetching them', () => {
    expect(shown(readMarkdown('<img src=x onerror=alert(1)> en <b>vet</b>'))).toBe(
      '<img src=x onerror=alert(1)> en <b>vet</b>',
    )
    expect(shown(readMarkdown('<script>alert(1)</script>'))).toContain('<script>alert(1)</script>')
    expect(readMarkdown('![een foto](https://www.example.org/x.png)')).toEqual([
      paragraph({ type: 'link', url: 'https://www.example.org/x.png', content: [text('een foto')] }),
    ])
  })

  test('shows what stands behind the signs of a block of code', () => {
    expect(readMarkdown('```woord')).toEqual([{ type: 'code', text: 'woord' }])
    expect(readMarkdown('```js\nx = 1\n```')).toEqual([{ type: 'code', text: 'js\nx = 1' }])
  })

  test('loses no word of any text, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('woord', 'nog een', '\n', '> ', '- ', '# ', '**', '_', '`', '1. ', '|', '<a>'), {
          maxLength: 60,
        }),
        (parts) => {
          const written = parts.join('')
          const words = written.match(/woord|nog een/g)?.length ?? 0
          expect(shown(readMarkdown(written)).match(/woord|nog een/g)?.length ?? 0).toBe(words)
        },
      ),
      cases(100),
    )
  })

  test('is text where it was made to exhaust', () => {
    expect(shown(readMarkdown('>'.repeat(100_000)))).toHaveLength(100_000)
    expect(shown(readMarkdown(`${'- '.repeat(5_000)}x`))).toContain('x')
    const long = 'woord '.repeat(100_000)
    expect(shown(readMarkdown(long)).match(/woord/g)).toHaveLength(100_000)
  })
})

describe('the words of a note', () => {
  test.each([
    ['Terugvragen na het congres.', 'Terugvragen na het congres.'],
    ['Na het congres van **november**, zie `2023D19158`', 'Na het congres van november, zie 2023D19158'],
    ['# Kop\n\n- een\n- [twee](https://a.nl)', 'Kop een twee'],
    ['> gezegd\nen meer', 'gezegd en meer'],
    ['2 * 3 en a_b, 5 > 4', '2 * 3 en a_b, 5 > 4'],
    ['---', '---'],
    ['| a | b |\n|---|---|\n| een | twee |', 'a b een twee'],
    ['Kop\n===', 'Kop'],
    ['1. Bel\n2. Schrijf', '1. Bel\n2. Schrijf'],
  ])('%j', (text, words) => {
    expect(wordsOfMarkdown(text)).toBe(words)
  })
})
