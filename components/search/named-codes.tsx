import { popupMessages } from '#locales/popup.ts'
import { searchMessages } from '#locales/search.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { Code } from '#utils/references/types.ts'
import { LookUpAll } from '../official/look-up-all.tsx'
import { codeRow } from '../popup/code-row.tsx'
import { ChoiceList } from '../rows/choice-list.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** The codes that a typed text names, above what was found with its words. */
export function NamedCodes({ named, onCode }: { named: readonly PageCode[]; onCode: (code: Code) => void }) {
  const t = useStore(popupMessages)
  const search = useStore(searchMessages)
  const { kept } = useServices()
  const known = useLive(() => kept.summaries(named), [named]).value
  const lookups = known.state === 'ready' ? known.value : null
  return (
    <>
      <ChoiceList
        label={search.codes}
        choices={named.map((code) => ({
          key: `code ${code.id}`,
          content: codeRow({ code, lookup: lookups?.get(code.id), read: known.state, texts: t }),
          onChoose: () => onCode(code),
        }))}
      />
      {lookups && <LookUpAll codes={named} known={lookups} />}
    </>
  )
}
