import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import { citedPaper } from '#utils/citations/cited-paper.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import { citePapers } from '#utils/citations/paper-citations.ts'
import { isExample } from '#utils/references/ids/example.ts'
import { announce } from '../parts/announce.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { CodesTogetherProps } from './codes-together.tsx'
import { type Copied, CopyInForm } from './copy-in-form.tsx'

/** Copies the references of all codes of a list, one a line, and says of how many the form would have a title that is not known. */
export function CopyCodes({ codes, known }: CodesTogetherProps) {
  const t = useStore(selectionMessages)
  const common = useStore(commonMessages)
  const { number } = useStore(format)
  const { actions } = useServices()
  const [said, setSaid] = useState('')
  // Nobody can find the example.
  const citable = codes.filter(({ id }) => !isExample(id))
  if (citable.length === 0) return null

  async function copy(form: CitationForm): Promise<Copied> {
    const papers = citable.map((code) => {
      const lookup = known.get(code.id)
      return citedPaper(code, lookup?.official?.document ?? null, lookup?.document ?? null)
    })
    const { text, rich, count, withoutTitle } = citePapers(form, papers)
    const isCopied = await actions.copy(text, rich)
    const rest = isCopied && withoutTitle > 0 ? t.withoutTitle(withoutTitle) : ''
    setSaid(rest)
    announce(isCopied ? [t.citationsCopied(count), rest].join('. ') : common.copyFailed)
    return { isCopied, sentence: isCopied ? t.copiedShort({ number: number(count) }) : common.copyFailed }
  }

  return (
    <>
      <CopyInForm label={t.copyAll} isBordered copy={copy} />
      {said !== '' && <p class="kl-small kl-muted">{said}</p>}
    </>
  )
}
