import { describe, expect, test } from 'vitest'
import { referencesIn, show } from './page.ts'

/** What stands on the page, and what is found in it. */
const pages: readonly (readonly [name: string, html: string, ...ids: string[]])[] = [
  ['a plain code', '<p>Zie 2023D19158.</p>', '2023D19158'],
  ['a code split over inline elements', '<p>Zie <b>2023</b>D<i>19</i><span>158</span>.</p>', '2023D19158'],
  ['a code with <wbr> and soft hyphens', '<p>2023D<wbr>19158 en 2023D&shy;19159</p>', '2023D19158', '2023D19159'],
  ['a code with a no-break space', '<p>2023D19&nbsp;158</p>', '2023D19158'],
  ['a code wrapped in a narrow cell', '<table><tr><td>155</td><td>2023D19 158</td></tr></table>', '2023D19158'],
  ['a code broken by <br>', '<table><tr><td>2023D19<br>158</td></tr></table>', '2023D19158'],
  ['a code broken in the source', '<p>2023D19\n            \n            158</p>', '2023D19158'],
  ['an empty line ends a code', '<p>2023D19<br><br>158</p>'],
  ['cells are not glued', '<table><tr><td>216</td><td>2023D19158</td><td>5</td></tr></table>', '2023D19158'],
  ['cells do not make a code', '<table><tr><td>2023D19</td><td>158</td></tr></table>'],
  ['blocks do not make a code', '<div>2023D19</div><div>158</div>'],
  ['blocks by style do not make a code', '<p>2023D19<span style="display: block">158</span></p>'],
  [
    'items of a list laid in a row',
    '<ul><li style="display: inline">2023D19</li><li style="display: inline">158</li></ul>',
  ],
  ['a note anchor is left out', '<p>2023D19158<sup><a class="nootnum" href="#n1">1</a></sup></p>', '2023D19158'],
  [
    'marks of notes that no link tells, or that stand in a link of their own',
    '<p>Kamerstuk 35 830, nr. 3<sup>4</sup>; 2023Z15012<sup class="fn">[5]</sup>; ECLI:NL:HR:2014:1405<a href="#n6">6</a>; ' +
      'Stb. 2021, 33<sup>7, 8</sup> (36 264<a href="#n9"><span>9</span></a>, nr. 12)</p>',
    'kst-35830-3',
    '2023Z15012',
    'ECLI:NL:HR:2014:1405',
    'stb-2021-33',
    'kst-36264-12',
  ],
  [
    'raised text that is no mark, and a number that leads to a place on the page',
    '<p>in de 2<sup>e</sup> Kamer <sup>2023D19158</sup>, Kamerstuk 34 851, nr. <a href="#k22">22</a></p>',
    '2023D19158',
    'kst-34851-22',
  ],
  [
    'marks of notes in elements of their own, behind comments, of four digits, with a stop',
    '<p><b>Kamerstuk 35 830, nr. 3</b><a href="#n4">4</a>; <i>35 831, nr. 5</i><span class="noot"><a href="#n6">6</a></span>; 35 832, nr. 7' +
      '<!-- --><a href="#n8">8</a>; 35 833, nr. 9<sup>1024</sup>; 35 834, nr. 1<sup>2,</sup><sup>3</sup>; T02867.<a href="#n10">10</a></p>',
    'kst-35830-3',
    'kst-35831-5',
    'kst-35832-7',
    'kst-35833-9',
    'kst-35834-1',
    'T02867',
  ],
  [
    'marks of notes that are letters, and numbers struck out beside those that replace them',
    '<p>Kamerstuk 35 841, nr. 3<sup>a</sup>; 35 842, nr. <del>304</del><ins>305</ins>; 35 843, nr. <s>6</s> 7</p>',
    'kst-35841-3',
    'kst-35842-305',
    'kst-35843-7',
  ],
  [
    'what is listed below a sum in a table, and below a dossier with its title',
    '<table><tr><td>31 204</td></tr></table><p>Nr. 3 Verslag van de commissie</p>' +
      '<h3>36 612</h3><h4>Wet op de veerdiensten</h4><ul><li>Nr. 4 Verslag van de commissie</li></ul>',
    'kst-36612-4',
  ],
  [
    'numbers that lead to a place on the page, close to what stands before them',
    '<p>Kamerstuk 34 851, nr.<a href="#k22">22</a>; 34852-<a href="#">7</a>; Kamerstukken I 2000/01, 26 855 (<a href="#k">250</a>); ' +
      'Kamerstukken II 2021/<a href="#j">22</a>, 34 853, nr. 4; 34 854, nr. 6, p.<a href="#p8">8</a></p>',
    'kst-34851-22',
    'kst-34852-7',
    'kst-26855-250',
    'kst-34853-4',
    'kst-34854-6',
  ],
  [
    'papers listed below their dossier, and what comes after',
    '<h2>36 546 Wet op het algoritmeregister</h2><ul><li>Nr. 2 Voorstel van wet</li><li>Nr. 3 Memorie van toelichting</li>' +
      '<li><b>Nr. 7</b> Nota van wijziging</li></ul><h2>36 547 Wet op de veren</h2><p>Nr. 4 Advies Afdeling advisering</p><p>Nr. 5 Kaas</p>',
    'kst-36546-2',
    'kst-36546-3',
    'kst-36546-7',
    'kst-36547-4',
  ],
  [
    'what stands in a button, and codes without a blank between their cells',
    '<h3><button>Antwoord 2024D36418</button></h3><p>Zie <button>2024D36419</button>1</p>' +
      '<p><span>2024D18901</span><span>2024Z18902</span></p>',
    '2024D36418',
    '2024D36419',
    '2024D18901',
    '2024Z18902',
  ],
  [
    'addresses of other registers',
    '<a href="https://lokaleregelgeving.overheid.nl/CVDR701234/1">APV</a><a href="https://data.consilium.europa.eu/doc/document/' +
      'ST-5002-2025-INIT/en/pdf">Raad</a><a href="https://eur-lex.europa.eu/legal-content/NL/ALL/?uri=COM:2025:58:FIN">Voorstel</a>',
    'CVDR701234',
    'ST-5002-2025',
    'COM(2025)58',
  ],
  ['two on a line, in order', '<p>2023Z08012 en kst-36360-VIII-5</p>', '2023Z08012', 'kst-36360-VIII-5'],
  ['scripts and styles', '<script type="text/plain">2023D19158</script><style>/* 2023D19158 */</style>'],
  ['templates and noscript', '<template><p>2023D19158</p></template><noscript>2023D19158</noscript>'],
  ['what is being written', '<textarea>2023D19158</textarea><div contenteditable><p>2023D19159</p></div>'],
  [
    'hidden text',
    '<p hidden>2023D19158</p><p style="visibility: hidden">2023D19159</p><p>x<span hidden>2023D19160</span></p>',
  ],
  ['a hidden piece inside a code', '<p>2023D19<span hidden> verborgen </span>158</p>', '2023D19158'],
  ['a closed section', '<details><summary>Meer</summary><p>2023D19158</p></details>'],
  [
    'an address alone',
    '<a href="https://www.tweedekamer.nl/downloads/document?id=2023D20951">Download</a>',
    '2023D20951',
  ],
  [
    'text and address that name the same',
    '<a href="https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html">kst-36360-VIII-5</a>',
    'kst-36360-VIII-5',
  ],
  [
    'text and address that name different documents',
    '<a href="https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&amp;did=2023D19158">2023Z08012</a>',
    '2023D19158',
    '2023Z08012',
  ],
  [
    'the head of a printed paper, in blocks of its own',
    '<div><p>Vergaderjaar 2023–2024</p>\n<h1>36 410 XVI</h1>\n<p>Vaststelling van de begrotingsstaten van het ' +
      'Ministerie van Volksgezondheid (XVI) voor het jaar 2024</p>\n<h2>Nr. 45</h2><h2>MOTIE VAN HET LID DE WIT</h2></div>',
    'kst-36410-XVI-45',
  ],
  [
    'such a head without white space between its blocks, and another below it',
    '<div>Vergaderjaar 2023–2024</div><div>28 089</div><div>Gezondheid en milieu</div><div>Nr. 221 BRIEF VAN DE MINISTER' +
      '</div><p>Zie Kamerstuk 29 826, nr. 3.</p><div>21 501-20 Europese Raad</div><div>Nr.&nbsp;1512</div><div>VERSLAG</div>',
    'kst-28089-221',
    'kst-29826-3',
    'kst-21501-20-1512',
  ],
  [
    'a head of two dossiers, its number split over elements',
    '<p>26 643</p><p>Informatietechnologie</p><p>32 761</p><p>Persoonsgegevens</p><p><b>Nr.</b> <span>1012</span> LIJST VAN VRAGEN</p>',
    'kst-26643-1012',
  ],
  [
    'numbers of a table',
    '<table><tr><th>Nr. 1</th><th>ALLE</th></tr><tr><td>36 410</td><td>Vrouwen</td></tr><tr><td>21 501</td><td>Mannen</td>' +
      '</tr></table><p>In 2023 waren er 36 410 leden.</p><p>Nr. 2 van de lijst</p><h3>Nr. 3</h3><p><b>Nr.</b> 4</p><p>Krant</p>',
  ],
  ['an address elsewhere', '<a href="https://example.org/downloads/document?id=2023D20951">Download</a>'],
  ['a place on this page', '<a href="#2023D20951">Noot</a>'],
  [
    'pieces of a line in the text layer of a PDF',
    '<div class="textLayer" style="position: relative"><span style="position: absolute; left: 0; top: 10px">Zie 2023</span>' +
      '<span style="position: absolute; left: 80px; top: 10px">D19158</span><br role="presentation">' +
      '<span style="position: absolute; left: 0; top: 30px">en 2023D19</span><br role="presentation">' +
      '<span style="position: absolute; left: 0; top: 50px">159.</span></div>',
    '2023D19158',
    '2023D19159',
  ],
  [
    'lines of a text layer without breaks between them are not glued',
    '<div style="position: relative"><span style="position: absolute; top: 10px">2023D19158</span>' +
      '<span style="position: absolute; top: 30px">9 mei 2023Z0801</span><span style="position: absolute; top: 50px">2</span></div>',
    '2023D19158',
    '2023Z08012',
  ],
  [
    'a code whose direction of writing is turned round is none',
    '<p>2023D\u202e19158\u202c</p><p dir="rtl">2023D19159 \u200f\u05d0</p>',
    '2023D19159',
  ],
  [
    'a clobbered form',
    '<form><input name="textContent"><input name="parentNode"><input name="childNodes"><input name="nextSibling"><p>2023D19158</p></form>',
    '2023D19158',
  ],
]

describe('what a page names', () => {
  test.each(pages)('%s', (_name, html, ...ids) => {
    expect(referencesIn(show(html)).ids()).toEqual(ids)
  })

  test('names of elements that hide the document’s own properties do no harm', () => {
    const names = [
      'body',
      'documentElement',
      'createRange',
      'createTreeWalker',
      'querySelectorAll',
      'caretPositionFromPoint',
    ]
    const root = show(`${names.map((name) => `<form name="${name}"></form>`).join('')}<p>2023D19158</p>`)
    expect(referencesIn(root).ids()).toEqual(['2023D19158'])
  })
})
