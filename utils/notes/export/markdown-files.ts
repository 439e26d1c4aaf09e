import { stringify } from 'yaml'
import { parseTarget } from '../target.ts'
import type { ExportedNote, ExportWords } from './exported-note.ts'
import { plainLine, quoted } from './markdown-text.ts'

/** A file of an archive: its name, and its text. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Characters of a file's name before its ending: Windows, and Obsidian's own links, set the bounds. */
const longestName = 100
/** Bytes of it in UTF-8: file systems of Linux take 255, the ending included. */
const mostBytes = 250
/** What no file name may hold on one of the systems, and what would be a link or a heading in Obsidian. */
const forbidden = /[\\/:*?"<>|#^[\]%\p{Cc}\p{Cf}]/gu
/** Names that Windows keeps for itself, whatever ending they have («Naming Files, Paths, and Namespaces»). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?: *\.|$)/i

/**
 * Notes as Markdown files, one a document, for Obsidian and the like: what the document is in front matter, then its notes in
 * the order in which their questions stand. A file's name follows from the document alone, so that a later export writes over
 * the same files.
 */
export function notesAsMarkdown(notes: readonly ExportedNote[], words: ExportWords): readonly TextFile[] {
  const byDocument = Map.groupBy(notes, keyOf)
  const names = new Set<string>()
  return [...byDocument].map(([key, group]) => ({ name: nameOf(key, group, names), text: textOf(group, words) }))
}

/** What a note's document is told from all others by. */
function keyOf({ document, id, note }: ExportedNote): string {
  const target = parseTarget(note.target)
  return document?.id ?? id ?? (target?.type === 'question' ? target.list : note.target)
}

function textOf(group: readonly ExportedNote[], words: ExportWords): string {
  const sections = group.toSorted(inOrder).map((note) => section(note, words))
  return `---\n${frontMatter(group, words)}---\n\n# ${plainLine(titleOf(group))}\n\n${sections.join('\n\n')}\n`
}

/** The document in words, without what one of its notes is on. */
const titleOf = (group: readonly ExportedNote[]): string => group[0]?.document?.title.trim() || (group[0]?.title ?? '')

function frontMatter(group: readonly ExportedNote[], words: ExportWords): string {
  const colours = new Set(group.flatMap(({ note }) => (note.colour === undefined ? [] : [words.colours[note.colour]])))
  const document = group[0]?.document ?? null
  const own = group[0]?.id
  const aliases = (document?.aliases ?? (own ? [own] : [])).filter((alias) => !/^(?:file|url):/.test(alias))
  const facts = {
    title: titleOf(group),
    aliases,
    ...(document?.date === undefined ? {} : { date: document.date.slice(0, 10) }),
    ...(document?.dossier === undefined ? {} : { dossier: document.dossier }),
    tags: [...new Set(group.flatMap(({ tags }) => tags.map(obsidianTag)))].filter(Boolean),
    ...(colours.size === 0 ? {} : { colours: [...colours] }),
    links: [...new Set(group.flatMap(({ urls }) => urls))],
    changed:
      group
        .map(({ note }) => note.updatedAt)
        .toSorted()
        .at(-1) ?? '',
  }
  return stringify(facts, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}

/** Obsidian's tags know no white space. */
const obsidianTag = (tag: string): string => tag.replace(/\s+/gu, '-').replace(/[#,]/gu, '')

function section({ note, question, quote }: ExportedNote, words: ExportWords): string {
  const parts: string[] = []
  if (question !== null) {
    parts.push(`## ${words.question(question.number)}`, quoted(question.question))
    if (question.answer !== '') parts.push(quoted(`**${words.answer}**\n\n${question.answer}`))
  } else parts.push(`## ${words.notes}`)
  if (quote !== null) parts.push(quoted(quote.exact))
  if (note.colour !== undefined) parts.push(`_${words.columns.colour}: ${words.colours[note.colour]}_`)
  // A note stays the Markdown that it is; the block id lets a link lead to it, and tells one export from the next.
  parts.push(note.body.trim(), `^${note.id.replace(/[^A-Za-z0-9-]/g, '-')}`)
  return parts.join('\n\n')
}

/** Notes on the whole first, then by their questions; among themselves in the order in which they were made. */
function inOrder(one: ExportedNote, other: ExportedNote): number {
  const place = ({ question, quote }: ExportedNote) => question?.order ?? quote?.start ?? -1
  return place(one) - place(other) || (one.note.createdAt < other.note.createdAt ? -1 : 1)
}

/**
 * «Kamerstuk 36 360 VIII, nr. 5 - Jaarverslag OCW 2022.md»; the same name twice gets the end of the id behind it, where
 * addresses differ, or else a number.
 */
function nameOf(key: string, group: readonly ExportedNote[], taken: Set<string>): string {
  const label = group[0]?.label
  const words =
    [label, titleOf(group)].filter((part) => part && part !== label).length > 0 ? [label, titleOf(group)] : [label]
  const wanted = safeName([...new Set(words.filter(Boolean))].join(' - ') || key)
  const start = wanted.slice(0, longestName - 40)
  let name = wanted
  for (let turn = 1; taken.has(name.toLowerCase()); turn += 1)
    name = safeName(turn === 1 ? `${start} ${key.slice(start.length + 1 - longestName)}` : `${start} ${turn}`)
  taken.add(name.toLowerCase())
  return `${name}.md`
}

function safeName(text: string): string {
  const short = text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ').trim().slice(0, longestName)
  const name = withinBytes(short)
    // What was cut through is no sign any more.
    .replace(/\p{Cs}/gu, '')
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '')
  return name === '' || reserved.test(name) ? `_${name}` : name
}

/** As much of a text's beginning as file systems take. */
function withinBytes(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(mostBytes))
  return text.slice(0, read)
}
