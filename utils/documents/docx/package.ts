import { decodeText } from '../encoding.ts'
import { ReadingFailure } from '../types.ts'
import { parseTree } from '../xml/parse.ts'
import { childrenNamed, type XmlElement } from '../xml/tree.ts'
import { unzip } from './unzip.ts'

/**
 * The parts of a Word file and how they name each other (ECMA-376, part 2). Only XML is taken out of the zip; pictures and
 * embedded files are never inflated.
 */
export class WordPackage {
  private readonly entries: ReadonlyMap<string, Uint8Array>

  /** @throws ReadingFailure `broken-docx` or `too-large` */
  constructor(bytes: Uint8Array) {
    const entries = new Map<string, Uint8Array>()
    // Names count regardless of case, and some writers put a stroke before them or use the other one.
    for (const [name, content] of unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name))) {
      entries.set(normalName(name), content)
    }
    this.entries = entries
  }

  /** Name of the part that holds the document's text. */
  get main(): string {
    const [main] = this.related('', 'officeDocument')
    if (main !== undefined && this.entries.has(main)) return main
    if (this.entries.has('word/document.xml')) return 'word/document.xml'
    throw new ReadingFailure('broken-docx', 'no main part')
  }

  /** The tree of a part, or null where the package has none of that name. */
  read(name: string | undefined): XmlElement | null {
    const content = name === undefined ? undefined : this.entries.get(name)
    if (!content) return null
    const text = decodeText(content)
    if (text === null) throw new ReadingFailure('broken-docx', `${name} is no text`)
    return parseTree(text, 'broken-docx')
  }

  /** Names of the parts that a part points to with a relation of one type, in order. */
  related(part: string, type: string): string[] {
    return this.relations(part)
      .filter((relation) => relation.type === type)
      .map((relation) => relation.target)
  }

  /** Parts by the id of the relation that points to them. */
  relatedById(part: string): ReadonlyMap<string, string> {
    return new Map(this.relations(part).map(({ id, target }) => [id, target]))
  }

  private relations(part: string): { id: string; type: string; target: string }[] {
    const slash = part.lastIndexOf('/')
    const folder = part.slice(0, slash + 1)
    const root = this.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
    return childrenNamed(root, 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => ({
        id: attributes.Id ?? '',
        // The last word is the same in the transitional and the strict vocabulary.
        type: (attributes.Type ?? '').replace(/^.*\//, ''),
        target: resolved(folder, attributes.Target ?? ''),
      }))
  }
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return normalName(steps.join('/'))
}

function normalName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}
