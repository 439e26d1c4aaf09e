import { codeOf } from '#utils/references/code.ts'
import { dossierOfPaper } from '#utils/references/dossier.ts'
import type { Reference } from '#utils/references/types.ts'

const papers: ReadonlySet<string> = new Set(['zaak', 'document'])

/** Ids as publishers print them at a page's foot: `ah-tk-20242025-594`, `kst-36560-XII-7`. */
const publisherId =
  /(?<![\w-])(?:ah|kv|nds)-(?:tk|ek)-[\dA-Z]+(?:-\d+)?(?![\w-])|(?<![\w-])kst-(?:\d{8}-)?\d{5}(?:-[\dA-Z]+[a-z]?){1,3}(?![\w-])/g

/** Another paper that the head only refers to: «Zie ook Aanhangsel Handelingen …», «(Kamerstuk 30 420, nr. 61)». */
const referring = /(?:\bzie (?:ook )?|\bbijlage bij |\bbrief )[^.;)]{0,40}$/i

/** Codes that a document prints as its own or as its questions' in its head, whose references are told, and at the foot of its pages. */
export function printedIdsOf(head: string, references: readonly Reference[], furniture: string): string[] {
  const registered = references
    .filter(({ kind, start }) => papers.has(kind) && !referring.test(head.slice(Math.max(0, start - 60), start)))
    .map(({ id }) => id)
  const published = [...furniture.matchAll(publisherId)].flatMap(([id]) => codeOf(id)?.id ?? [])
  return [...new Set([...registered, ...published])]
}

/** `36560-XII` of a Kamerstuk's own head: the dossier, its title, `Nr. 7`. */
const kamerstukHead =
  /(?:^|\s)(\d{2})[\s.]?(\d{3})(?:[\s-]{1,2}([IVXLC]{1,7}|[A-Z]))?\s+\p{Lu}.{3,500}?\bNr\.?\s{1,3}(?:\d{1,4}|[A-Z]{1,3})(?![\p{L}\d])/u

/** The dossier of a Kamerstuk, by its own head; null where the text is none. */
export function dossierOfHead(head: string): string | null {
  const own = kamerstukHead.exec(head)
  return own && `${own[1]}${own[2]}${own[3] ? `-${own[3]}` : ''}`
}

/** The only dossier that is named; null where none or several are. */
export function onlyDossier(references: readonly Reference[]): string | null {
  const named = new Set(references.flatMap(({ kind, id }) => (kind === 'kamerstuk' ? (dossierOfPaper(id) ?? []) : [])))
  const [only, another] = named
  return only !== undefined && another === undefined ? only : null
}
