import { strToU8, zipSync } from 'fflate'

/** Makes Word files for the tests: just the parts that a reader looks at, with the markup that a test writes. */

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface WordParts {
  /** Content of `w:body`. */
  readonly body: string
  /** Contents of the other parts' roots. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly header?: string
  readonly footer?: string
  readonly title?: string
  /** Any further entries of the zip, by name. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const part = (root: string, content: string) => `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`

export function wordEntries(parts: WordParts): Record<string, Uint8Array> {
  const own: Record<string, string> = { document: part('document', `<w:body>${parts.body}</w:body>`) }
  if (parts.styles !== undefined) own.styles = part('styles', parts.styles)
  if (parts.numbering !== undefined) own.numbering = part('numbering', parts.numbering)
  if (parts.footnotes !== undefined) own.footnotes = part('footnotes', parts.footnotes)
  if (parts.endnotes !== undefined) own.endnotes = part('endnotes', parts.endnotes)
  if (parts.header !== undefined) own.header = part('hdr', parts.header)
  if (parts.footer !== undefined) own.footer = part('ftr', parts.footer)
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (targets: readonly (readonly [name: string, target: string])[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([name, target]) => `<Relationship Id="r-${name}" Type="${type}/${name}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const names = Object.keys(own).filter((name) => name !== 'document')
  const entries: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations(names.map((name) => [name, `${name}.xml`])),
    ...Object.fromEntries(Object.entries(own).map(([name, content]) => [`word/${name}.xml`, content])),
    ...(parts.title === undefined
      ? {}
      : {
          'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${parts.title}</dc:title></cp:coreProperties>`,
        }),
    ...parts.more,
  }
  return Object.fromEntries(
    Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  )
}

export function wordFile(parts: WordParts): Uint8Array {
  return zipSync(wordEntries(parts))
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A run: its text, and the content of its properties. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph of runs, or of one text; and the content of its properties. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : run(content)
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export function cell(content: string, properties = ''): string {
  const blocks = content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`
}

export function table(...rows: readonly string[][]): string {
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}

export function footnote(id: number, text: string): string {
  return `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`
}

export function footnoteMark(id: number): string {
  return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
}

/** A list of one or more levels: `[format, text]`, starting at `start`. */
export function list(id: number, levels: readonly (readonly [format: string, text: string, start?: number])[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, start = 1], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`
}

export function numbered(numberId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numberId}"/></w:numPr>`
}
