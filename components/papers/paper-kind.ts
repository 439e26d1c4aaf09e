import { typeMessages } from '#locales/facts.ts'
import { locale } from '#locales/i18n.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { useStore } from '../store/use-store.ts'
import { kindWords } from './kind-words.ts'

/** What kind of paper it is, in the most exact words that are known. */
export function usePaperKind(): (
  official: OfficialDocument | null,
  otherwise: { readonly kind: DocumentRow['kind']; readonly facts?: DocumentRow['facts'] },
) => string {
  const types = useStore(typeMessages)
  const kinds = useStore(kindMessages)
  const language = useStore(locale)
  return (official, { kind, facts }) => {
    const type = official?.type ?? facts?.type ?? null
    return kindWords(types, language, { kind: official?.kind ?? null, type }) ?? kinds[kind]
  }
}
