import { describe, expect, test } from 'vitest'
import { factsOf } from '#tests/fixtures/facts.ts'
import { type CitedPaper, citedPaper } from '#utils/citations/cited-paper.ts'
import { cslItem, cslJson } from '#utils/citations/csl-json.ts'
import { citationForms, readForm } from '#utils/citations/form-names.ts'
import { cite } from '#utils/citations/forms.ts'
import { markdownLink } from '#utils/citations/markdown.ts'
import { officialCitation } from '#utils/citations/official.ts'
import { paperFile, paperForms } from '#utils/citations/paper-files.ts'
import { risRecord } from '#utils/citations/ris.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { documentRow } from '../database/rows.ts'
import { lookUps } from '../sources/look-up.ts'

function code(id: string): Code {
  const known = codeOf(id)
  if (known === null) throw new Error(id)
  return known
}

const record = (id: string, facts: Partial<OfficialDocument> = {}): OfficialDocument => ({
  ...nothingOf('document', id),
  ...facts,
})
const paper = (id: string, facts: Partial<OfficialDocument> | null = {}): CitedPaper =>
  citedPaper(code(id), facts === null ? null : record(id, facts), null)

const second = { chamber: 'Tweede Kamer', session: '2022-2023' } as const
const senate = { chamber: 'Eerste Kamer', session: '2022-2023' } as const

describe('the official way of citing', () => {
  test.each<[string, Partial<OfficialDocument> | null, string]>([
    ['kst-36360-VIII-5', second, 'Kamerstukken II 2022/23, 36 360 VIII, nr. 5'],
    ['kst-36360-VIII-5', null, 'Kamerstukken II, 36 360 VIII, nr. 5'],
    ['kst-26200-5', { ...second, session: '1999-2000' }, 'Kamerstukken II 1999/2000, 26 200, nr. 5'],
    ['kst-36410-A-30', second, 'Kamerstukken II 2022/23, 36 410 A, nr. 30'],
    ['kst-21501-20-1996', { session: '2022-2023' }, 'Kamerstukken II 2022/23, 21 501-20, nr. 1996'],
    ['kst-23908-R1519-103', second, 'Kamerstukken II 2022/23, 23 908 (R1519), nr. 103'],
    ['kst-36360-5-b1', second, 'Kamerstukken II 2022/23, 36 360, nr. 5 (bijlage 1)'],
    ['kst-36360-B', senate, 'Kamerstukken I 2022/23, 36 360, B'],
    ['kst-36360-B', null, 'Kamerstukken I, 36 360, B'],
    ['kst-30560-VIII-A', null, 'Kamerstukken I, 30 560 VIII, A'],
    ['kst-24138-228b', null, 'Kamerstukken I, 24 138, nr. 228b'],
    ['kst-CXXIV-G', senate, 'Kamerstukken I 2022/23, CXXIV, G'],
    ['kst-1158283', second, 'Kamerstukken II 2022/23, 1158283'],
    ['kst-1158283', null, 'Kamerstukken, 1158283'],
    ['ah-tk-20222023-2345', null, 'Aanhangsel Handelingen II 2022/23, nr. 2345'],
    ['ah-ek-19992000-7', null, 'Aanhangsel Handelingen I 1999/2000, nr. 7'],
    ['ah-1251487', { ...second, session: '2025-2026' }, 'Aanhangsel Handelingen II 2025/26, ah-1251487'],
    ['ah-1251487', null, 'Aanhangsel Handelingen, ah-1251487'],
    ['h-tk-20132014-41-1', null, 'Handelingen II 2013/14, nr. 41, item 1'],
    ['h-tk-19961997-1012-1042', null, 'Handelingen II 1996/97, p. 1012-1042'],
    ['h-ek-20222023-12-3', null, 'Handelingen I 2022/23, nr. 12, item 3'],
    ['stb-2021-549', null, 'Stb. 2021, 549'],
    ['stcrt-2023-4711', null, 'Stcrt. 2023, 4711'],
    ['trb-2015-196', null, 'Trb. 2015, 196'],
    ['kv-tk-2023Z08012', { date: '2023-05-03' }, 'Kamervragen 2023Z08012, 3 mei 2023'],
    ['2023D19158', { kind: 'Brief regering', date: '2023-12-31' }, 'Brief regering, 31 december 2023, 2023D19158'],
    ['2023D19158', null, '2023D19158'],
    ['2023Z08012', { is: 'zaak', kind: 'Motie' }, 'Motie, 2023Z08012'],
    ['2023D19158', { date: 'onbekend' }, '2023D19158'],
  ])('%s %j: %s', (id, facts, citation) => {
    expect(officialCitation(paper(id, facts))).toBe(citation)
  })
})

describe('the paper that is cited', () => {
  test('goes by its publication, under whatever name it was opened', () => {
    const aliases = ['2023D19158', 'kst-36360-VIII-5', '5ca1ab1e-0001-4000-8000-000000000001']
    const cited = citedPaper(code('2023D19158'), record('2023D19158', { aliases }), null)
    expect(cited.code.id).toBe('kst-36360-VIII-5')
    expect(cited.url).toBe('https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html')
    const kept = documentRow('2023D19158', { aliases: ['2023D19158', 'ah-tk-20222023-2345', 'file:ab'] })
    expect(citedPaper(code('2023D19158'), null, kept).code.id).toBe('ah-tk-20222023-2345')
  })

  test('leads to where it is found, also where its number leads nowhere', () => {
    const own = 'https://zoek.officielebekendmakingen.nl/ah-1251487.html'
    const aliases = ['ah-tk-20252026-12', 'ah-1251487', '2026D00001']
    const detail = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2026D00001&did=2026D00001'
    const answer = citedPaper(code('2026D00001'), record('2026D00001', { aliases, links: [detail, own] }), null)
    expect(answer).toMatchObject({ code: { id: 'ah-tk-20252026-12' }, url: own })
  })

  test('has its own title, kept where no service gives one, and those who wrote it', () => {
    const kept = documentRow('2023D19158', {
      title: 'Bewaard',
      date: '2023-05-23',
      facts: factsOf({
        type: 'answers',
        askedBy: [{ name: 'De Vries', party: 'VVD' }],
        answeredBy: [{ name: null, function: 'minister', ministry: 'Financiën' }],
      }),
    })
    expect(citedPaper(code('2023D19158'), null, kept)).toMatchObject({
      title: 'Bewaard',
      date: '2023-05-23',
      authors: [{ literal: 'minister van Financiën' }],
    })
    const asked = record('2023D19158', {
      title: 'Van het dossier',
      subject: 'Van het stuk',
      type: 'written-questions',
      askedBy: [
        { name: 'F. van Zuilen', party: 'LKP' },
        { name: "J.P.M. van 't Hof-de Wit", party: null },
        { name: 'Th. Boer', party: null },
        { name: 'De Vries', party: null },
        { name: 'Daniëlle Jansen', party: null },
        { name: null, party: 'VVD' },
      ],
    })
    expect(citedPaper(code('2023D19158'), asked, kept)).toMatchObject({
      title: 'Van het stuk',
      authors: [
        { given: 'F.', particle: 'van', family: 'Zuilen' },
        { given: 'J.P.M.', particle: "van 't", family: 'Hof-de Wit' },
        { given: 'Th.', particle: null, family: 'Boer' },
        { literal: 'De Vries' },
        { literal: 'Daniëlle Jansen' },
        { literal: 'VVD' },
      ],
    })
  })
})

describe('a Markdown link', () => {
  test('is one line that shows title and citation as they are', () => {
    const title = 'De [x](y) *A_b* `c` <script> R&amp;D a~b~\n| https://x.nl www.x.nl a@b.nl \\'
    expect(markdownLink(paper('stb-2021-549', { title }))).toBe(
      '[De \\[x\\](y) \\*A\\_b\\* \\`c\\` \\<script\\> R\\&amp;D a\\~b\\~ \\| https\\://x.nl www\\.x.nl a\\@b.nl \\\\ (Stb. 2021, 549)](https://zoek.officielebekendmakingen.nl/stb-2021-549.html)',
    )
    expect(markdownLink(paper('stb-2021-549', null))).toMatch(/^\[Stb\. 2021, 549\]\(/)
  })

  test('leads to the whole address', () => {
    const url = 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32012R0001R(01) x>'
    expect(markdownLink({ ...paper('stb-2021-549', null), url })).toContain('32012R0001R%2801%29%20x%3E)')
  })
})

describe('a RIS record', () => {
  test('has a tag and a value a line, as Zotero and EndNote read them', () => {
    const facts: Partial<OfficialDocument> = {
      ...second,
      aliases: ['2023D21040', 'ah-tk-20222023-2345'],
      type: 'answers',
      kind: 'Antwoord schriftelijke vragen',
      subject: 'Antwoord op vragen over stages',
      date: '2023-05-22',
      answeredBy: [{ name: 'J. van der Laken', function: 'minister', ministry: 'OCW' }],
    }
    expect(risRecord(paper('2023D21040', facts))).toBe(
      [
        'TY  - RPRT',
        'AU  - Laken, J. van der',
        'TI  - Antwoord op vragen over stages',
        'T2  - Aanhangsel Handelingen II 2022/23',
        'PY  - 2023',
        'DA  - 2023/05/22/',
        'M3  - Antwoord schriftelijke vragen',
        'SN  - Aanhangsel Handelingen II 2022/23, nr. 2345',
        'PB  - Tweede Kamer der Staten-Generaal',
        'LA  - nl',
        'UR  - https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.html',
        'N1  - Aanhangsel Handelingen II 2022/23, nr. 2345',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  test('no title ends its line or begins another tag, and facts that are missing have no line', () => {
    const title = `Eerste regel\r\nER  - \nTY  - BOOK\u2028\u0000${'lang '.repeat(2000)}`
    const lines = risRecord(paper('stb-2021-549', { title })).split('\r\n')
    expect(lines.map((line) => line.slice(0, 6))).toEqual(
      ['TY', 'TI', 'T2', 'SN', 'LA', 'UR', 'N1', 'ER'].map((tag) => `${tag}  - `).concat(''),
    )
    expect(lines[0]).toBe('TY  - STAT')
    expect(lines[1]).toMatch(/^TI {2}- Eerste regel ER - TY - BOOK lang /)
    const starred = { ...paper('stb-2021-549', null), authors: [{ literal: 'A*B' }] }
    expect(risRecord(starred)).toContain('AU  - AB\r\n')
  })
})

describe('CSL-JSON', () => {
  test('is a list of one item with the variables that Zotero knows', () => {
    const facts: Partial<OfficialDocument> = {
      ...senate,
      kind: 'Brief',
      subject: 'Brief «nationale schuld» "x"\n',
      date: '2023-06-20',
    }
    expect(JSON.parse(cslJson(paper('kst-36360-B', facts)))).toEqual([
      {
        id: 'kst-36360-B',
        type: 'report',
        title: 'Brief «nationale schuld» "x"',
        author: [{ literal: 'Eerste Kamer der Staten-Generaal' }],
        issued: { 'date-parts': [[2023, 6, 20]] },
        genre: 'Brief',
        number: 'Kamerstuk 36 360, B',
        'collection-title': 'Kamerstukken I 2022/23',
        publisher: 'Eerste Kamer der Staten-Generaal',
        URL: 'https://zoek.officielebekendmakingen.nl/kst-36360-B.html',
        language: 'nl-NL',
        note: 'Kamerstukken I 2022/23, 36 360, B',
      },
    ])
  })

  test('leaves out what is not known, and tells a gazette', () => {
    expect(cslItem(paper('trb-2015-196', null))).toEqual({
      id: 'trb-2015-196',
      type: 'legislation',
      title: 'Trb. 2015, 196',
      number: 'Trb. 2015, 196',
      'container-title': 'Tractatenblad',
      URL: 'https://zoek.officielebekendmakingen.nl/trb-2015-196.html',
      language: 'nl-NL',
      note: 'Trb. 2015, 196',
    })
    const asked = paper('2023D19158', {
      type: 'written-questions',
      askedBy: [{ name: 'F. van Zuilen', party: 'LKP' }],
    })
    expect(cslItem(asked).author).toEqual([{ family: 'Zuilen', given: 'F.', 'non-dropping-particle': 'van' }])
  })
})

test('what the services say of a code can be cited in every form', async () => {
  const { world, resolver } = lookUps()
  for (const id of ['2023D19158', 'ah-tk-20222023-2345', 'kst-36360-VIII-5', 'kst-CXXIV-G', 'stcrt-2023-4711']) {
    const { document } = await world.run(resolver.lookUp(id))
    const cited = citedPaper(code(id), document, null)
    for (const form of citationForms) expect(cite(form, cited).trim(), `${id} ${form}`).not.toBe('')
    expect(officialCitation(cited), id).not.toMatch(/null|undefined|, ,/)
  }
})

test('a stored form that is none of ours is the official one', () => {
  expect([readForm('ris'), readForm('bibtex'), readForm(undefined), readForm({})]).toEqual([
    'ris',
    'official',
    'official',
    'official',
  ])
})

describe('many papers as one file', () => {
  const papers = [paper('kst-36360-VIII-5', second), paper('2023D19158', null)]

  test('as RIS: the records one after the other, each whole', () => {
    const { text, ending } = paperFile('ris', papers)
    expect(ending).toBe('ris')
    const records = text.split(/(?<=ER {2}- \r\n)\r\n/)
    expect(records).toEqual(papers.map(risRecord))
  })

  test('as CSL-JSON: one list, with an id of its own for each', () => {
    const items = JSON.parse(paperFile('csl-json', papers).text)
    expect(items).toEqual(papers.map(cslItem))
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(2)
  })

  test('each form has an ending and a type of its own', () => {
    const made = paperForms.map((form) => paperFile(form, papers))
    expect(made.map(({ ending }) => ending)).toEqual(['ris', 'json'])
    expect(new Set(made.map(({ type }) => type)).size).toBe(2)
  })
})
