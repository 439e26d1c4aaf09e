import type { Question } from '#utils/documents/types.ts'

/** Questions and answers written for the tests, and a printer that sets them in the layouts of real papers. */

export interface Written {
  readonly number: string
  readonly code: string
  readonly page: string
  readonly question: string
  readonly paragraphs: readonly string[]
  /** A note whose mark stands between the row and the answer. */
  readonly note?: { readonly mark: string; readonly text: string }
}

export const written: readonly Written[] = [
  {
    number: '41',
    code: '2024D30417',
    page: '88',
    question:
      'Kunt u toelichten hoe de verdeling van de middelen voor sluisonderhoud over de regio’s tot stand komt? Welke afwegingen zijn daarbij gemaakt?',
    paragraphs: [
      'De middelen worden verdeeld op basis van de staat van het areaal. Voor elk object wordt jaarlijks vastgesteld welke werkzaamheden nodig zijn om het veilig en beschikbaar te houden. Daarbij telt mee hoeveel schepen een sluis gebruiken en hoe lang de omvaarroute is.',
      'In 2023 is daarnaast 12 miljoen euro toegevoegd voor objecten met achterstallig onderhoud.',
      'De regio’s worden halfjaarlijks bij de programmering betrokken en kunnen dan andere prioriteiten voorstellen.',
    ],
  },
  {
    number: '42',
    code: '2024D30418',
    page: '88',
    question: 'Waarom valt de realisatie op artikel 17 lager uit dan geraamd?',
    paragraphs: [
      'De onderuitputting hangt samen met vertraging in de levering van onderdelen. Hierdoor konden 23 van de 61 geplande werkzaamheden niet worden afgerond. De middelen blijven via de eindejaarsmarge beschikbaar.',
    ],
    note: { mark: '17', text: 'Inspectie Waterwerken (2022), Staat van de sluizen, bladzijde 41.' },
  },
  {
    number: '43',
    code: '2024D30419',
    page: '89',
    question: 'Is overwogen de bediening op afstand uit te breiden? Zo nee, waarom niet?',
    paragraphs: [
      'Ja. Uit de verkenning bleek dat bediening op afstand bij 14 objecten haalbaar is. Een besluit daarover wordt voor de zomer verwacht, waarna de Kamer wordt geïnformeerd.',
      'De kosten bedragen naar verwachting 4,5 miljoen euro. Dit bedrag is nog niet in de begroting verwerkt.',
    ],
  },
  {
    number: '44',
    code: '2024D30423',
    page: '91-92',
    question: 'Wat is de stand van zaken van de motie over het schutten van recreatievaart in het hoogseizoen?',
    paragraphs: [
      'De motie is uitgevoerd. Sinds mei worden op drukke dagen extra bedienaren ingezet, ook in de avonduren. De eerste ervaringen van schippers en havenmeesters zijn positief.',
    ],
    note: { mark: '18', text: 'Vaarwegenpanel, najaarsmeting 2023.' },
  },
  {
    number: '45',
    code: '2024D30424',
    page: '93',
    question: 'Hoeveel sluizen zijn in het verslagjaar langer dan een week gestremd geweest?',
    paragraphs: [
      'In totaal zijn zeven sluizen langer dan een week gestremd geweest.',
      'Bij twee daarvan was een aanvaring de oorzaak.',
    ],
  },
  {
    number: '46',
    code: '2024D30425',
    page: '95',
    question: 'Zijn de gevolgen van deze stremmingen voor de binnenvaart bekend?',
    paragraphs: ['Zie het antwoord op vraag 45.'],
  },
]

/** What a record says, and what of it needs checking. */
export const plain = (questions: readonly Question[]) =>
  questions.map(({ number, code, page, question, answer, footnotes, doubts }) => ({
    number,
    code,
    page,
    question,
    answer,
    footnotes,
    doubts,
  }))

/** The records of all that is written, as they must come out of a print with or without codes and pages, marks of notes. */
export const plainlyWritten = (print: { readonly coded: boolean; readonly marked: boolean }) =>
  written.map((item) => ({
    number: item.number,
    code: print.coded ? item.code : null,
    page: print.coded ? item.page : null,
    question: item.question,
    answer: item.paragraphs.join('\n\n'),
    footnotes: print.marked && item.note ? [item.note] : [],
    doubts: [],
  }))

export interface Setting {
  /** Where the printed code stands. */
  readonly code: 'none' | 'first-line' | 'next-line' | 'before-number' | 'after-number' | 'two-lines'
  /** Blank within the code, as an offset from its start; null for none. */
  readonly codeBreak: number | null
  readonly page: 'none' | 'behind-question' | 'own-line' | 'behind-code'
  /** A reference box whose lines fall inside the row, inside the answer, or nowhere. */
  readonly box: 'none' | 'row' | 'answer'
  readonly notes: 'one-line' | 'two-lines'
  readonly footer: 'bottom' | 'top'
  readonly formFeed: boolean
  /** Lines of text on a page. */
  readonly pageLength: number
  readonly width: number
  readonly gap: string
  readonly lineEnd: string
  readonly finalLineEnd: boolean
  readonly blankBeforeAnswer: boolean
  readonly nbsp: boolean
  readonly introduction: boolean
}

export const usual: Setting = {
  code: 'first-line',
  codeBreak: 7,
  page: 'behind-question',
  box: 'row',
  notes: 'two-lines',
  footer: 'bottom',
  formFeed: true,
  pageLength: 200,
  width: 72,
  gap: ' ',
  lineEnd: '\n',
  finalLineEnd: true,
  blankBeforeAnswer: true,
  nbsp: false,
  introduction: false,
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** One question's row as the seed prints it: the answer follows over the full width. */
function rowLines(item: Written, setting: Setting): string[] {
  const { code: place, codeBreak, gap } = setting
  const code = codeBreak === null ? item.code : `${item.code.slice(0, codeBreak)} ${item.code.slice(codeBreak)}`
  const lines = wrap(item.question, setting.width - 20)
  const lead =
    place === 'before-number'
      ? `${code}${gap}${item.number}`
      : place === 'after-number'
        ? `${item.number}${gap}${code}`
        : item.number
  lines[0] = `${lead}${gap}${lines[0]}`
  if (place === 'first-line') lines[0] += `${gap}${code}`
  const behindCode = setting.page === 'behind-code' && place === 'first-line'
  if (behindCode) lines[0] += `${gap}${item.page}`
  if (place === 'two-lines') {
    lines[0] += `${gap}${item.code.slice(0, 7)}`
    lines[1] = lines[1] === undefined ? item.code.slice(7) : `${lines[1]}${gap}${item.code.slice(7)}`
  }
  if (place === 'next-line') lines.push(code)
  if (setting.box === 'row' && lines.length > 1) lines.splice(1, 0, '38922138')
  if (setting.page === 'behind-question' || (setting.page === 'behind-code' && !behindCode)) {
    const last = lines.length - 1
    lines[last] = `${lines[last]}${place === 'next-line' ? ' ' : gap}${item.page}`
  } else if (setting.page === 'own-line') lines.push(`  ${item.page}`)
  if (item.note) lines.push(item.note.mark)
  return lines
}

interface Flow {
  readonly text: string
  readonly note?: { readonly mark: string; readonly text: string }
}

function flow(items: readonly Written[], setting: Setting): Flow[] {
  const lines: Flow[] = []
  if (setting.introduction) {
    lines.push(
      { text: 'Geachte voorzitter,' },
      { text: '' },
      { text: 'Hierbij zend ik u de antwoorden op de vragen van de vaste commissie over het' },
      { text: 'jaarverslag, zoals gesteld op 23 mei 2024 (Kamerstuk 36 560 XII, nr. 4).' },
      { text: '' },
      { text: 'Nr Vraag Document Blz.' },
    )
  }
  for (const item of items) {
    const row = rowLines(item, setting)
    row.forEach((text, index) => {
      lines.push(item.note && index === row.length - 1 ? { text, note: item.note } : { text })
    })
    if (setting.blankBeforeAnswer) lines.push({ text: '' })
    item.paragraphs.forEach((paragraph, index) => {
      if (index > 0) lines.push({ text: '' })
      const wrapped = wrap(paragraph, setting.width)
      if (setting.box === 'answer' && wrapped.length > 2) wrapped.splice(1, 0, 'Onze referentie', '38922138')
      lines.push(...wrapped.map((text) => ({ text })))
    })
    lines.push({ text: '' })
  }
  return lines
}

/** The items as plain text in the seed's layout, page by page. */
export function printText(items: readonly Written[], changes: Partial<Setting> = {}): string {
  const setting = { ...usual, ...changes }
  const lines = flow(items, setting)
  const pages: Flow[][] = []
  for (let index = 0; index < lines.length; index += setting.pageLength)
    pages.push(lines.slice(index, index + setting.pageLength))
  const printed = pages.map((page, index) => {
    const footer = ` Pagina ${56 + index} van 68`
    const notes = page.flatMap(({ note }) => (note ? [note] : []))
    const feet = notes.flatMap(({ mark, text }) =>
      setting.notes === 'two-lines' ? [mark, ` ${text}`] : [`${mark} ${text}`],
    )
    return [
      ...(setting.footer === 'top' ? [footer, ''] : []),
      ...(setting.box === 'row' ? ['Onze referentie '] : []),
      ...page.map(({ text }) => text),
      ...(feet.length > 0 ? ['', ...feet, ''] : []),
      ...(setting.footer === 'bottom' ? [footer] : []),
    ].join('\n')
  })
  let text = printed.join(setting.formFeed ? '\n\f' : '\n') + (setting.finalLineEnd ? '\n' : '')
  if (setting.nbsp) text = text.replace(/ (?=\d|de )/g, '\u00a0')
  return text.replaceAll('\n', setting.lineEnd)
}

/** What must come out of any print of the items. */
export function expected(items: readonly Written[], setting: Partial<Setting> = {}) {
  return items.map((item) => ({
    number: item.number,
    code: setting.code === 'none' ? null : item.code,
    page: setting.page === 'none' ? null : item.page,
    question: item.question,
    answer: item.paragraphs.join('\n\n'),
    footnotes: item.note ? [item.note] : [],
    complete: true,
  }))
}
