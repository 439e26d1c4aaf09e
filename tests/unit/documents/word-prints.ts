import { cell, escaped, footnote, footnoteMark, list, numbered, paragraph, run, table, wordFile } from './word-file.ts'
import type { Written } from './written.ts'

/** The written items as Word files, in layouts that ministries send. */

const bold = '<w:b/>'
const answers = (item: Written) => item.paragraphs.map((text) => paragraph(escaped(text))).join('')
const mark = (item: Written) => (item.note ? footnoteMark(Number(item.note.mark)) : '')
/** Notes are numbered by Word: blank ones before them make the marks those of the items. */
const blankNotes = (items: readonly Written[]) => Number(items.find(({ note }) => note)?.note?.mark ?? 1) - 1

function file(items: readonly Written[], body: string, numbering = ''): Uint8Array {
  const blanks = Array.from({ length: blankNotes(items) }, (_, index) => 1000 + index)
  const notes = [
    ...blanks.map((id) => footnote(id, `Noot in de inleiding.`)),
    ...items.flatMap(({ note }) => (note ? [footnote(Number(note.mark), note.text)] : [])),
  ]
  const introduction = paragraph(
    `${run('De commissie heeft op 23 mei 2024 vragen voorgelegd.')}${blanks.map(footnoteMark).join(run(' en '))}`,
  )
  return wordFile({
    body: `${introduction}${body}`,
    footnotes: notes.join(''),
    numbering,
    title: 'Antwoorden over sluizen',
  })
}

const decimal = (items: readonly Written[]) =>
  `${list(1, [['decimal', '%1.', Number(items[0]?.number)]])}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`

export const wordPrints: Readonly<Record<string, (items: readonly Written[]) => Uint8Array>> = {
  'the seed’s table, answers over its full width': (items) =>
    file(
      items,
      table(
        ['Nr', 'Vraag', 'Document', 'Blz.'].map((text) => cell(text)),
        ...items.flatMap((item) => [
          [
            cell(item.number),
            cell(paragraph(`${run(item.question)}${mark(item)}`)),
            cell(`${item.code.slice(0, 7)} ${item.code.slice(7)}`),
            cell(item.page),
          ],
          [cell(answers(item), '<w:gridSpan w:val="4"/>')],
        ]),
      ),
    ),
  'a table with a column of automatic numbers': (items) =>
    file(
      items,
      table(
        ...items.map((item) => [
          cell(paragraph('', numbered(1))),
          cell(paragraph(`${run(item.question)}${mark(item)}`)),
          cell(answers(item)),
        ]),
      ),
      decimal(items),
    ),
  'automatic numbers before bold questions': (items) =>
    file(
      items,
      items
        .map((item) => `${paragraph(`${run(item.question, bold)}${mark(item)}`, numbered(1))}${answers(item)}`)
        .join(''),
      decimal(items),
    ),
  'headings whose numbers are automatic': (items) =>
    file(
      items,
      items
        .map(
          (item) =>
            `${paragraph('', numbered(1))}${paragraph(`${run(item.question)}${mark(item)}`)}${paragraph(`Antwoord op vraag ${item.number}`)}${answers(item)}`,
        )
        .join(''),
      decimal(items).replace('%1.', 'Vraag %1'),
    ),
  'paragraphs with bare numbers': (items) =>
    file(
      items,
      items
        .map((item) => `${paragraph(item.number)}${paragraph(`${run(item.question)}${mark(item)}`)}${answers(item)}`)
        .join(''),
    ),
}

export const codedInWord: ReadonlySet<string> = new Set(['the seed’s table, answers over its full width'])
