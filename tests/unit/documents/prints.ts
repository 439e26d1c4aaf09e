import type { Written } from './written.ts'

/** The written items in the other layouts of DOMAIN §2: as HTML, and as text with headings or numbers. */

const paragraphs = (item: Written) => item.paragraphs.map((text) => `<p>${text}</p>`).join('\n')
const mark = (item: Written) =>
  item.note ? `<sup><a class="nootnum" href="#n${item.note.mark}">${item.note.mark}</a></sup>` : ''
const notes = (items: readonly Written[]) =>
  `<div id="noten">${items
    .flatMap(({ note }) => (note ? [note] : []))
    .map(
      (
        note,
      ) => `<div class="voet noot" id="supernote-note-ID-${note.mark}"><h5 class="note-close"><a href="#x">X</a> Noot</h5>
      <sup><span class="nootnum"><a name="n${note.mark}"></a>${note.mark}</span></sup><p>${note.text}</p></div>`,
    )
    .join('\n')}</div>`

function page(content: string, items: readonly Written[]): string {
  return `<!DOCTYPE html><html lang="nl"><head><title>Lijst</title><meta name="DC.title" content="Lijst van vragen en antwoorden over sluizen">
<meta name="DC.identifier" scheme="OVERHEIDop.KstID" content="kst-36560-XII-7"><style>p{margin:0}</style></head>
<body><nav><ul><li>1 Start</li><li>2 Zoeken?</li></ul></nav><article><div id="broodtekst" class="stuk broodtekst-container">
<h1>LIJST VAN VRAGEN EN ANTWOORDEN</h1><p>Vastgesteld 4 juni 2024</p><p>De commissie heeft op 23 mei 2024 een aantal vragen voorgelegd.</p>
${content}</div>${notes(items)}</article><footer><p>3 Over deze site</p></footer></body></html>`
}

export const htmlPrints: Readonly<Record<string, (items: readonly Written[]) => string>> = {
  'the seed’s table, answers over its full width': (items) =>
    page(
      `<table><thead><tr><th>Nr</th><th>Vraag</th><th>Document</th><th>Blz.</th></tr></thead><tbody>${items
        .map(
          (
            item,
          ) => `<tr><td>${item.number}</td><td>${item.question}${mark(item)}</td><td>${item.code.slice(0, 7)}<br>${item.code.slice(7)}</td><td>${item.page}</td></tr>
          <tr><td colspan="4">${paragraphs(item)}</td></tr>`,
        )
        .join('\n')}</tbody></table>`,
      items,
    ),
  'a table with a column of answers': (items) =>
    page(
      `<table><tr><th>Nummer</th><th>Vraag</th><th>Antwoord</th></tr>${items
        .map(
          (item) =>
            `<tr><td><p>${item.number}</p></td><td><p>${item.question}${mark(item)}</p></td><td>${paragraphs(item)}</td></tr>`,
        )
        .join('\n')}</table>`,
      items,
    ),
  'a table of two columns, the number with the question': (items) =>
    page(
      `<table>${items.map((item) => `<tr><td>${item.number}. ${item.question}${mark(item)}</td><td>${paragraphs(item)}</td></tr>`).join('\n')}</table>`,
      items,
    ),
  'paragraphs with bare numbers': (items) =>
    page(
      items.map((item) => `<p>${item.number}</p><p>${item.question}${mark(item)}</p>${paragraphs(item)}`).join('\n'),
      items,
    ),
  'numbers with a stop before the question': (items) =>
    page(
      items.map((item) => `<p>${item.number}. ${item.question}${mark(item)}</p>${paragraphs(item)}`).join('\n'),
      items,
    ),
  'bold questions, each with its answer in one paragraph': (items) =>
    page(
      items
        .map((item) => {
          const [first, ...others] = item.paragraphs
          return `<p>${item.number}</p><p><strong>${item.question}</strong>${mark(item)} ${first}</p>${others.map((text) => `<p>${text}</p>`).join('')}`
        })
        .join('\n'),
      items,
    ),
  'headings in words': (items) =>
    page(
      items
        .map(
          (item) =>
            `<h3>Vraag ${item.number}</h3><p>${item.question}${mark(item)}</p><h3>Antwoord op vraag ${item.number}:</h3>${paragraphs(item)}`,
        )
        .join('\n'),
      items,
    ),
  'the markup of written questions': (items) =>
    page(
      items
        .map(
          (item) => `<div class="vraag"><h2 class="stuktitel no-toc">Vraag ${item.number}
          </h2><p>${item.question}${mark(item)}</p></div>
          <div class="antwoord"><h2 class="stuktitel no-toc">Antwoord ${item.number}</h2>${paragraphs(item)}</div>`,
        )
        .join('\n'),
      items,
    ),
  'the markup of written questions with bare numbers': (items) =>
    page(
      items
        .map(
          (item) => `<div class="vraag"><p class="nummer">${item.number}</p><p>${item.question}${mark(item)}</p></div>
          <div class="antwoord"><p class="nummer">${item.number}</p>${paragraphs(item)}</div>`,
        )
        .join('\n'),
      items,
    ),
  'preformatted text': (items) =>
    page(
      `<pre>${items.map((item) => `${item.number}\n${item.question}\n\n${item.paragraphs.join('\n\n')}`).join('\n\n')}</pre>`,
      items,
    ),
}

/** Prints that show the printed code and the page asked about. */
export const coded: ReadonlySet<string> = new Set(['the seed’s table, answers over its full width'])
/** Prints that show no marks of notes. */
export const unmarked: ReadonlySet<string> = new Set(['preformatted text'])

export const textPrints: Readonly<Record<string, (items: readonly Written[]) => string>> = {
  'Vraag N / Antwoord op vraag N': (items) =>
    items
      .map(
        (item) =>
          `Vraag ${item.number}\n${item.question}\n\nAntwoord op vraag ${item.number}\n${item.paragraphs.join('\n\n')}`,
      )
      .join('\n\n'),
  'Vraag N / Antwoord N: on one line': (items) =>
    items
      .map((item) => `Vraag ${item.number}: ${item.question}\nAntwoord ${item.number}: ${item.paragraphs.join('\n\n')}`)
      .join('\n\n'),
  'a bare number, Antwoord': (items) =>
    items.map((item) => `${item.number}\n${item.question}\n\nAntwoord \n${item.paragraphs.join('\n\n')}`).join('\n\n'),
  'N. and Antwoord:': (items) =>
    items
      .map((item) => `${item.number}. ${item.question} \n\nAntwoord: \n${item.paragraphs.join('\n\n')}`)
      .join('\n\n'),
  'Vraag N, the answer without a heading': (items) =>
    items.map((item) => `Vraag ${item.number}\n${item.question}\n\n${item.paragraphs.join('\n\n')}`).join('\n\n'),
}
