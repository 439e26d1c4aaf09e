import { popupMessages } from '#locales/popup.ts'
import { searchMessages } from '#locales/search.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { Code } from '#utils/references/types.ts'
import { CodesTogether } from '../papers/codes-together.tsx'
import { codeRow } from '../popup/code-row.tsx'
import { type Choice, ChoiceList } from '../rows/choice-list.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** The codes that a typed text names as rows of a list, and what is known of them; null until that is read. */
export function useNamedChoices(
  named: readonly PageCode[],
  onCode: (code: Code) => void,
): { readonly choices: readonly Choice[]; readonly known: ReadonlyMap<string, Lookup> | null } {
  const t = useStore(popupMessages)
  const { kept } = useServices()
  const live = useLive(() => kept.summaries(named), [named]).value
  const known = live.state === 'ready' ? live.value : null
  const choices = named.map((code) => ({
    key: `code ${code.id}`,
    content: codeRow({ code, lookup: known?.get(code.id), read: live.state, texts: t }),
    onChoose: () => onCode(code),
  }))
  return { choices, known }
}

/** The codes that a typed text names, above what was found with its words. */
export function NamedCodes({ named, onCode }: { named: readonly PageCode[]; onCode: (code: Code) => void }) {
  const t = useStore(searchMessages)
  const { choices, known } = useNamedChoices(named, onCode)
  return (
    <>
      <ChoiceList label={t.codes} choices={choices} />
      {known && <CodesTogether codes={named} known={known} />}
    </>
  )
}
