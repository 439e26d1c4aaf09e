import type { Answerer, Asker } from '#utils/documents/types.ts'
import { plural, shorten } from './print-words.ts'
import type { DocumentRecord } from './records.ts'

/** What a document says of itself, and all of it that stands with no question, page by page. */
export function printDocument(document: DocumentRecord, width: number): string {
  const { file, list, format, pages, questions, rest } = document
  const outside = rest.filter(({ kind }) => kind !== 'furniture')
  const furniture = rest.length - outside.length
  const named = list.startsWith('file:') ? '' : ` of ${list}`
  return [
    `${file}: ${format}, ${plural(pages, 'page')}, ${plural(questions, 'question')}${named}`,
    ...factLines(document, width),
    ...(outside.length > 0 ? [`  ${plural(outside.length, 'piece')} of text with no question:`] : []),
    ...outside.map(({ kind, page, text }) => {
      const lead = `    p. ${page}${kind === 'between' ? ' between questions' : ''}  `
      return `${lead}${shorten(text, width - lead.length)}`
    }),
    ...(furniture > 0 ? [`  ${plural(furniture, 'running head or foot').replace('foots', 'feet')}`] : []),
  ].join('\n')
}

/** Who asked and answered, when, and about what: a line each, for what is said. */
export function factLines({ facts, title }: DocumentRecord, width: number): string[] {
  const said: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', title],
    ['kind', facts?.type],
    ['asked by', facts?.askedBy.map(askerOf).join(', ')],
    ['answered by', facts?.answeredBy.map(answererOf).join('; ')],
    ['asked on', facts?.askedOn],
    ['answered on', facts?.answeredOn],
    ['dossier', facts?.dossier],
    ['about', facts?.subject],
    ['prints', facts?.printedIds.join(', ')],
  ]
  const longest = 'answered on'.length
  return said.flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return []
    const lead = `  ${name.padEnd(longest)}  `
    return [`${lead}${shorten(value, width - lead.length)}`]
  })
}

function askerOf({ name, party }: Asker): string {
  if (name === null) return `members of ${party ?? '?'}`
  return party === null ? name : `${name} (${party})`
}

function answererOf({ name, function: post, ministry }: Answerer): string {
  const who = name === null ? post : `${post} ${name}`
  return ministry === null ? who : `${who} (${ministry})`
}
