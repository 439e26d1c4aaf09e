import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'

const found = (text: string) => findReferences(text).map(({ id, start, end }) => [id, text.slice(start, end)])

test('a reference has kind, label, page, certainty and the offsets of what was written', () => {
  expect(findReferences('zie 2023D19 158.')).toEqual([
    {
      kind: 'document',
      id: '2023D19158',
      label: '2023D19158',
      url: 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158&did=2023D19158',
      start: 4,
      end: 15,
      certainty: 'certain',
    },
  ])
})

test('offsets count UTF-16 units and leave out what is glued to the code', () => {
  expect(found('😀32024Z15585/2024D37938')).toEqual([
    ['2024Z15585', '2024Z15585'],
    ['2024D37938', '2024D37938'],
  ])
  expect(found('(C2014D18230) kst-36360-5\u00ad.')).toEqual([
    ['2014D18230', '2014D18230'],
    ['kst-36360-5', 'kst-36360-5'],
  ])
})

test('a number inside a publication id is one reference, not two', () => {
  expect(found('kv-tk-2023Z08012 nds-tk-2022D42137')).toEqual([
    ['kv-tk-2023Z08012', 'kv-tk-2023Z08012'],
    ['nds-tk-2022D42137', 'nds-tk-2022D42137'],
  ])
})

test('an id that an address repeats counts once; the same id written twice counts twice', () => {
  const repository = 'https://repository.overheid.nl/frbr/officielepublicaties/kst/36360/kst-36360-5'
  expect(found(`${repository}/1/xml/kst-36360-5.xml`)).toHaveLength(1)
  expect(found('detail?id=2023D19158&did=2023D19158')).toHaveLength(1)
  expect(found('kst-36360-5 en kst-36360-5')).toHaveLength(2)
})

test('a list in the table layout of a ministry: printed codes and what the answer cites', () => {
  const page = [
    'Onze referentie ',
    '12 Hoeveel scholen deden mee aan het programma? 2022D10 012   ',
    '41234567 ',
    ' En hoe verloopt dit? 118 ',
    '13 Waarom is de uitval zo hoog? 2022D10 013   ',
    '  118 ',
    '27',
    'Uit onderzoek blijkt dat 12.345 leerlingen in 2021 en 2022 (artikel 3, Stb. 2021, 99) zijn gestopt. ',
    ' Pagina 5 van 68',
  ].join('\n')
  expect(found(page).map(([id]) => id)).toEqual(['2022D10012', '2022D10013', 'stb-2021-99'])
})

test('references come in order and never overlap', () => {
  const text = 'kst-36360-5/2023D19 158, 2023D1 9159 kv-tk-2023Z08012 2023A01234 kst-36360-\nVIII-5'
  const references = findReferences(text)
  expect(references).toHaveLength(6)
  references.forEach((reference, index) => {
    expect(reference.start).toBeGreaterThanOrEqual(references[index - 1]?.end ?? 0)
    expect(reference.end).toBeGreaterThan(reference.start)
  })
})

test('motions of this page’s dossier: none of another one that stands behind them, nor the end of a longer word', () => {
  const page = 'Zie Kamerstuk 36 067, nr. 3. '
  const behind = (text: string) => found(page + text).slice(1)
  expect(behind('Geen woord over de promotie nr. 4 van de club, noch over commotie nr. 5.')).toEqual([])
  expect(behind('De Senaat nam motie nr. 7 in dossier CXLVI aan en verwierp amendement nr. 8 (CXLVI).')).toEqual([
    ['kst-CXLVI-7', 'nr. 7 in dossier CXLVI'],
    ['kst-CXLVI-8', 'nr. 8 (CXLVI)'],
  ])
})

test('a number that a debate gives in a dossier is of that one; of several dossiers none has the others', () => {
  const given = 'Zij krijgt nr. 13 (36 600-XV).'
  const ids = (text: string) => findReferences(text).map(({ id }) => id)
  expect(ids(`${given} De moties op stuk nr. 13 en op stuk nr. 20.`)).toEqual([
    'kst-36600-XV-13',
    'kst-36600-XV-13',
    'kst-36600-XV-20',
  ])
  expect(ids(`${given} De moties op stuk nr. 13 en op stuk nr. 20; zie 36 045, nr. 2.`)).toEqual([
    'kst-36600-XV-13',
    'kst-36600-XV-13',
    'kst-36045-2',
  ])
  const head = '36 541 Wijziging van de Pachtwet\nNr. 16 BRIEF VAN DE MINISTER\n'
  expect(ids(`${head}De motie op stuk nr. 9`)).toEqual(['kst-36541-16', 'kst-36541-9'])
  expect(ids(`${head}De motie op stuk nr. 9; zie 36 045, nr. 2.`)).toEqual(['kst-36541-16', 'kst-36045-2'])
})

test('a letter or a small «nr.» alone in its block is of the head of a paper only where its title alone stands between', () => {
  const head = '36 418 Wijziging van de Wet op de kansspelen\n'
  expect(found(`${head}G`)).toEqual([['kst-36418-G', 'G']])
  expect(found(`${head}nr. 7`)).toEqual([['kst-36418-7', 'nr. 7']])
  expect(found(`${head}Partij\nZetels\nD`)).toEqual([])
  expect(found(`${head}EU`)).toEqual([])
  expect(found('31 207\ninwoners\nnr. 4')).toEqual([])
})

test('what only a look-up decides is named beside: a budget chapter, another dossier, the session of the Senate until 2010', () => {
  const beside = (text: string) =>
    findReferences(text).flatMap(({ id, alternatives }) => (alternatives ?? []).map((other) => `${id} ${other.id}`))
  expect(beside('36410-A; 26488 / 31300, nr. 305')).toEqual([
    'kst-36410-A dossier-36410-A',
    'kst-26488-305 kst-31300-305',
    'kst-31300-305 kst-26488-305',
  ])
  expect(beside('Kamerstukken I 2003/04, 28 867, C en D; EK 1999–2000, 25 891 (R1609), nr. 201b')).toEqual([
    'kst-28867-C kst-20032004-28867-C',
    'kst-28867-D kst-20032004-28867-D',
    'kst-25891-R1609-201b kst-19992000-25891-201b',
  ])
  expect(beside('Kamerstukken II 2002/03, I 2003/04, 28 867, C')).toEqual(['kst-28867-C kst-20032004-28867-C'])
  expect(beside('Kamerstukken I 2002/03, II 2003/04, 28 867, nr. 3')).toEqual([])
  expect(beside('Kamerstukken II 2003/04, 28 867, nr. 3; Kamerstukken I 2010/11, 31 352, A; 28 867, C')).toEqual([])
})

test('what stands before a number that a verb, or a motion behind it, makes a paper', () => {
  const ids = (text: string) => findReferences(text).map(({ id }) => id)
  expect(ids('De moties zijn 31532-289 en 33 835-231. De nota is 36410-12 (bijlage)')).toEqual([
    'kst-31532-289',
    'kst-33835-231',
    'kst-36410-12',
  ])
  const counted =
    'De moties waren 19 210-7 stuks; de verslagen hebben 31532-28 bladen; de amendementen waren 24 500, A en B'
  expect(ids(`${counted}; de stukken zijn 20100-200 stuks, 31 532, 289.`)).toEqual([])
  expect(ids('Zie 36 411, moties nrs. 12 en 13; Kamerstuk 29 762 e.a. nr. 4')).toEqual([
    'kst-36411-12',
    'kst-36411-13',
    'kst-29762-4',
  ])
  expect(ids('Aanwezig waren 36 411, motie nr. 12 werd aangenomen; van 24 500, motie nr. 12 weet zij')).toEqual([])
})
