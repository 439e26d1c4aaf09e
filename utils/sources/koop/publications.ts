import { descendants, findNamed, textIn, type XmlElement } from '#utils/documents/xml/tree.ts'
import { nameOfWritten } from '#utils/references/ids/ids.ts'
import { treeOf } from '../http/answer-tree.ts'
import type { Ask } from '../http/ask.ts'
import { failureOf, SourceFailure } from '../http/errors.ts'
import type { OfficialDocument } from '../official-document.ts'
import { factsOfMetadata, factsOfRecord, firstOf, manifestationsOf } from './facts.ts'
import { publicationOf } from './read.ts'

/** The look-up in the official publications of KOOP (DOMAIN §3), which has the Senate's too. */
export interface Publications {
  /**
   * A publication by its canonical id: by the metadata beside it, which is cheapest, else by a search for the id.
   *
   * @throws SourceFailure, or the signal's reason
   */
  readonly publication: (id: string, signal?: AbortSignal | undefined) => Promise<OfficialDocument>
}

export function publicationsOf(ask: Ask): Publications {
  return {
    async publication(id, signal) {
      try {
        const url = metadataUrl(id)
        return metadataIn(await ask({ url, format: 'xml', signal }), id, url)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.code === 'offline') throw failure
        // A publication that is not shown yet, or no longer, may still be found; and another host may be less busy.
        return recordIn(await ask({ url: searchUrl(id), format: 'xml', signal }), id)
      }
    },
  }
}

function metadataUrl(id: string): string {
  return `https://zoek.officielebekendmakingen.nl/${encodeURIComponent(id)}/metadata.xml`
}

/**
 * The search for one identifier, compared exactly and with its case. Quoted, so that no id can say more than it is.
 *
 * @throws RangeError for what no id can hold
 */
export function searchUrl(id: string): string {
  if (!/^[\w().:-]{1,60}$/.test(id)) throw new RangeError(`no id: ${id.slice(0, 60)}`)
  // Some Senate papers have small letters in their ids, and the comparison heeds them: `kst-cxxiv-g` (DOMAIN §1.2).
  const spellings = [...new Set([id, id.toLowerCase()])].map((spelling) => `dt.identifier=="${spelling}"`)
  const identifier = spellings.length === 1 ? spellings.join('') : `(${spellings.join(' OR ')})`
  const query = `(c.product-area==officielepublicaties AND ${identifier})`
  return `https://repository.overheid.nl/sru?query=${encodeURIComponent(query)}&startRecord=1&maximumRecords=10`
}

interface Answer {
  readonly text: string
  readonly at: string
}

function metadataIn({ text, at }: Answer, id: string, url: string): OfficialDocument {
  const root = treeOf(text)
  const facts = factsOfMetadata(root)
  if (!isOf(firstOf(facts, 'identifier'), id)) throw new SourceFailure('broken-answer', 'the metadata of another paper')
  return publicationOf(id, facts, new Map(), url, at)
}

function recordIn({ text, at }: Answer, id: string): OfficialDocument {
  const root = treeOf(text)
  if (root.name !== 'searchRetrieveResponse') throw new SourceFailure('broken-answer', `no search: ${root.name}`)
  const records = [...descendants(root)].filter(({ name }) => name === 'record')
  const record = records.find((each) => isOf(firstOf(factsOfRecord(each), 'identifier'), id))
  if (record) {
    const files = manifestationsOf(record)
    return publicationOf(id, factsOfRecord(record), files, files.get('metadata') ?? searchUrl(id), at)
  }
  // Errors come with status 200.
  const diagnostic = findNamed(root, 'diagnostic')
  if (diagnostic) throw new SourceFailure(diagnosticCode(diagnostic), textIn(diagnostic).slice(0, 300))
  throw new SourceFailure('not-found', id)
}

/** SRU's list of diagnostics: 1 and 2 are faults of the service, all others of the question. */
function diagnosticCode(diagnostic: XmlElement): 'busy' | 'refused' {
  return /diagnostic\/1\/[12]$/.test(textIn(findNamed(diagnostic, 'uri') ?? diagnostic)) ? 'busy' : 'refused'
}

function isOf(identifier: string | null, id: string): boolean {
  return identifier !== null && (nameOfWritten(identifier)?.id ?? identifier) === id
}
