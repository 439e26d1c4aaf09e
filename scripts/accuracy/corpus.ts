import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { contentOf } from '#utils/documents/decode.ts'
import { rowsOf } from '#utils/documents/delimited.ts'
import { ReadingFailure } from '#utils/documents/types.ts'
import { searchedText } from '../kamerlens/records.ts'
import { idsMarkedIn, textOfXml } from './markup.ts'

/** A real text: a file, or a row of a table of texts (`letters.tsv#12`, from 0 without the headings). */
export interface RealText {
  readonly name: string
  /** The folder that the file lies in, below the corpus. */
  readonly group: string
  readonly text: string
  /** Ids that the file's own markup names as cited. */
  readonly marked: readonly string[]
}

export interface Corpus {
  readonly texts: readonly RealText[]
  /** Files that hold no text for now: images, formats that cannot be read. */
  readonly unread: readonly string[]
}

/** Some stored files begin with a byte order mark that was read in the wrong encoding. */
const opXml = /^.{0,5}\s*<\?xml[^>]*>\s*<officiele-publicatie\b/

/** Not texts for a reader. */
const noTexts = new Set(['.sh'])

export async function readCorpus(folder: string): Promise<Corpus> {
  const texts: RealText[] = []
  const unread: string[] = []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.tsv' && !noTexts.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    const name = relative(folder, file).split(sep).join('/')
    try {
      texts.push(...(await textsOf(name, new Uint8Array(readFileSync(file)))))
    } catch (error) {
      if (!(error instanceof ReadingFailure)) throw error
      unread.push(name)
    }
  }
  return { texts, unread }
}

async function textsOf(name: string, bytes: Uint8Array): Promise<RealText[]> {
  const group = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.'
  const content = contentOf(bytes)
  if ('text' in content && opXml.test(content.text)) {
    return [{ name, group, text: textOfXml(content.text), marked: idsMarkedIn(content.text) }]
  }
  if (content.format === 'text' && extname(name) === '.json') {
    return [{ name, group, text: titlesIn(JSON.parse(content.text)).join('\n\n'), marked: [] }]
  }
  const delimiter = { '.csv': ',', '.tsv': '\t' }[extname(name)]
  if (content.format === 'text' && delimiter !== undefined) {
    const rows = rowsOf(content.text, delimiter).slice(1)
    return rows.map((row, index) => ({ name: `${name}#${index}`, group, text: row.join('\n\n'), marked: [] }))
  }
  const { text } = await searchedText(bytes)
  return [{ name, group, text, marked: [] }]
}

/** The titles and subjects in an answer of the open data service, each once. */
function titlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const titles = Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'Titel' || key === 'Onderwerp' ? [inner] : []) : titlesIn(inner),
  )
  return [...new Set(titles)]
}
