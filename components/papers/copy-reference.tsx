import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import type { CitedPaper } from '#utils/citations/cited-paper.ts'
import { cite } from '#utils/citations/forms.ts'
import { citeRichly } from '#utils/citations/rich-text.ts'
import { announce } from '../parts/announce.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { CopyInForm } from './copy-in-form.tsx'

/** Copies the reference to a paper in the form that was used last. */
export function CopyReference({ paper }: { paper: CitedPaper }) {
  const t = useStore(documentMessages)
  const common = useStore(commonMessages)
  const { actions } = useServices()
  return (
    <CopyInForm
      label={t.copyReference}
      copy={async (form) => {
        const isCopied = await actions.copy(cite(form, paper), citeRichly(form, paper))
        const sentence = isCopied ? common.copied : common.copyFailed
        announce(sentence)
        return { isCopied, sentence }
      }}
    />
  )
}
