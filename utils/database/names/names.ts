import type { DocumentId } from '../schema.ts'

/**
 * Ids that name one thing in two ways by their form alone (DOMAIN §1.1, §1.3): a written question is published under
 * its zaak, an unpublished list under its document number.
 */
const twins: readonly { readonly published: RegExp; readonly bare: RegExp; readonly prefix: string }[] = [
  { published: /^kv-tk-(\d{4}Z\d{5})$/, bare: /^\d{4}Z\d{5}$/, prefix: 'kv-tk-' },
  { published: /^nds-tk-(\d{4}D\d{5})$/, bare: /^\d{4}D\d{5}$/, prefix: 'nds-tk-' },
]

/** An id and its twin, the id first. */
export function namesOf(id: DocumentId): readonly DocumentId[] {
  for (const { published, bare, prefix } of twins) {
    const inner = published.exec(id)?.[1]
    if (inner !== undefined) return [id, inner]
    if (bare.test(id)) return [id, prefix + id]
  }
  return [id]
}

/** A D- or Z-number: the open data take many of them at once. */
export function isNumber(id: DocumentId): boolean {
  return /^\d{4}[DZ]\d{5}$/.test(id)
}

/** A zaak or an activiteit: several documents share one, so it can't tell which document is meant. */
export function isShared(id: DocumentId): boolean {
  return /^\d{4}[AZ]\d{5}$/.test(id)
}

/** Every name that leads to one of these documents or is a twin of one, each once. */
export function allNames(ids: readonly DocumentId[], documents: readonly { aliases: readonly DocumentId[] }[]) {
  const aliases = documents.flatMap((document) => document.aliases)
  return [...new Set([...ids, ...aliases].flatMap(namesOf))]
}

/** Names that a document or a note may be kept under: a GUID is known to the services alone, which name none by it. */
export function keptNames(names: readonly DocumentId[]): readonly DocumentId[] {
  return names.filter((name) => !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name))
}
