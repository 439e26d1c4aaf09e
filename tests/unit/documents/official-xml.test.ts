import { describe, expect, it } from 'vitest'
import { linesOfOfficialXml } from '#utils/documents/op-xml/lines.ts'

const read = (content: string) => linesOfOfficialXml(`<officiele-publicatie>${content}</officiele-publicatie>`)
const texts = (content: string) => read(content).lines.map(({ text }) => text)

describe('official XML as lines', () => {
  it('names the questions and answers that the markup names, with all their numbers', () => {
    const { lines } = read(`<kamervragen>
      <vraag><nr>Vraag 2, 3</nr><al>Wat?</al></vraag>
      <antwoord><nr>Antwoord op vragen 2 t/m 4:</nr><al>Dat.</al></antwoord>
      <vraag><al>Zonder nummer?</al></vraag></kamervragen>`)
    expect(lines.map(({ text, marker }) => [text, marker ?? null])).toEqual([
      ['Vraag 2, 3', { type: 'question', numbers: ['2', '3'] }],
      ['Wat?', null],
      ['Antwoord op vragen 2 t/m 4:', { type: 'answer', numbers: ['2', '3', '4'] }],
      ['Dat.', null],
      ['Zonder nummer?', { type: 'question', numbers: ['4'] }],
    ])
  })

  it('what stands around the questions is no part of them', () => {
    const { lines } =
      read(`<kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamervraagkop>
      <kamervraagnummer>40</kamervraagnummer><kamervraagomschrijving>Vragen van <naam><achternaam>Van Sluis</achternaam></naam> over <kamervraagonderwerp>sluizen</kamervraagonderwerp>.</kamervraagomschrijving>
      <kamervraagopmerking><al>Toelichting:</al><lijst><li><al>een</al></li></lijst></kamervraagopmerking></kamervragen>`)
    expect(lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['Vergaderjaar 2023-2024', 'header'],
      ['40', 'header'],
      ['Vragen van Van Sluis over sluizen.', null],
      ['Toelichting:', 'footer'],
      ['- een', 'footer'],
    ])
  })

  it('notes have raised marks, where they stand and where they are referred to', () => {
    const { lines } =
      read(`<al>AI<noot id="a"><noot.nr>4</noot.nr><noot.al>Over AI.</noot.al></noot> en ICT<nootref refid="b"/>.</al>
      <noot id="b"><noot.nr>5</noot.nr><noot.al>Over</noot.al><noot.al>ICT.</noot.al></noot>`)
    expect(lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['AI4 en ICT5.', null],
      ['4 Over AI.', 'footnote'],
      ['5 Over ICT.', 'footnote'],
    ])
    expect(lines[0]?.styles).toEqual([
      { start: 2, end: 3, superscript: true },
      { start: 10, end: 11, superscript: true },
    ])
  })

  it('emphasis gives looks, and links and dates are part of their line', () => {
    const [line] = read(
      '<al>Zie <nadruk type="vet">vet</nadruk>, <nadruk type="vetcur">beide</nadruk> en <extref doc="kst-36560-7">Kamerstuk 36 560, nr. 7</extref> van <datum isodatum="2024-06-04">4 juni</datum></al>',
    ).lines
    expect(line?.text).toBe('Zie vet, beide en Kamerstuk 36 560, nr. 7 van 4 juni')
    expect(line?.styles).toEqual([
      { start: 4, end: 7, bold: true },
      { start: 9, end: 14, bold: true, italic: true },
    ])
  })

  it('lists print their numbers, in each other too', () => {
    expect(
      texts(
        '<lijst type="expliciet"><li><li.nr>1.</li.nr><al>een</al><al>vervolg</al><lijst><li><li.nr>a.</li.nr><al>aa</al></li></lijst></li></lijst><lijst type="ongemarkeerd"><li><al>punt</al></li></lijst>',
      ),
    ).toEqual(['1. een', 'vervolg', 'a. aa', '- punt'])
  })

  it('tables keep cells side by side, by the names of their columns', () => {
    const { lines } = read(
      '<table><title>Cijfers</title><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/><tbody><row><entry morerows="1"><al>155</al></entry><entry colname="c3"><al>216</al></entry></row><row><entry namest="c2" nameend="c3"><al>Ja.</al></entry></row><row><entry>a</entry><entry>b</entry></row><row><entry morerows="1">c</entry><entry>d</entry></row><row><entry>e</entry></row></tbody></tgroup></table>',
    )
    expect(lines.map(({ text, cells }) => [text, cells?.map(({ x, right }) => [x, right])])).toEqual([
      [
        '155  216',
        [
          [0, 100],
          [200, 300],
        ],
      ],
      ['Ja.', [[100, 300]]],
      [
        'a  b',
        [
          [0, 100],
          [100, 200],
        ],
      ],
      [
        'c  d',
        [
          [0, 100],
          [100, 200],
        ],
      ],
      ['e', [[100, 200]]],
    ])
  })

  it('captions are one line, and what is not known is read for what is in it', () => {
    expect(
      texts(
        '<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>Cijfers</titel></kop><nieuw><al>een</al><iets>twee</iets></nieuw></bijlage>',
      ),
    ).toEqual(['Bijlage 1 Cijfers', 'een', 'twee'])
  })

  it('title and codes come from the metadata; without them a heading is the title', () => {
    const meta =
      '<metadata><meta name="DC.identifier" content="ah-tk-20222023-2345"/><meta name="OVERHEIDop.vraagnummer" content="2023Z08012"/><meta name="DC.title" content="Vragen over sluizen"/></metadata>'
    expect(read(`${meta}<al>Tekst</al>`)).toMatchObject({
      title: 'Vragen over sluizen',
      ownIds: ['ah-tk-20222023-2345'],
    })
    expect(read('<kamervraagomschrijving>Vragen over bruggen</kamervraagomschrijving>')).toMatchObject({
      title: 'Vragen over bruggen',
      ownIds: [],
    })
  })

  it('the address of its metadata record names a file too, and a paper’s own title comes before its dossier’s', () => {
    const content = `<metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/kst-36560-XII-7/metadata.xml"/></metadata>
      <kamerstuk><dossier><titel>Jaarverslag</titel></dossier><stuk><titel>LIJST VAN VRAGEN</titel></stuk></kamerstuk>`
    expect(read(content)).toMatchObject({ title: 'LIJST VAN VRAGEN', ownIds: ['kst-36560-XII-7'] })
  })

  it('letters that old document types name are read, and CDATA and references by number', () => {
    expect(texts('<al>caf&eacute; &#8364; &amp; <![CDATA[<b>]]> &onbekend;</al>')).toEqual(['café € & <b> &onbekend;'])
  })
})
