import type { typeMessages } from '#locales/facts.ts'
import { englishKind } from '#locales/paper-kinds.ts'
import type { DocumentType } from '#utils/documents/types.ts'
import { typeOfKind } from '#utils/sources/kinds.ts'

/**
 * What kind of paper it is, in the most exact words that are known: in Dutch those of the service, in English ours where we have
 * any. Null where nothing is known.
 */
export function kindWords(
  types: ReturnType<typeof typeMessages.get>,
  language: string,
  { kind, type }: { readonly kind: string | null; readonly type: DocumentType | null },
): string | null {
  const said = kind?.trim() || null
  const known = type ?? typeOfKind(said)
  if (said !== null && language === 'nl') return said
  if (known !== null) return types[known]
  return said && (englishKind(said) ?? said)
}
