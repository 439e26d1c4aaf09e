import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { citationFormMessages, citationMessages } from '#locales/citations.ts'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import type { CitedPaper } from '#utils/citations/cited-paper.ts'
import { type CitationForm, citationForms, cite } from '#utils/citations/forms.ts'
import { announce } from './announce.tsx'
import { Icon } from './icons.tsx'
import { useServices } from './services.ts'
import { useMenu } from './use-menu.ts'

/** Milliseconds that the button says «Gekopieerd». */
const copiedTime = 2_000

/**
 * Copies the reference to a paper in the form that was used last; a menu beside it has the other forms.
 */
export function CopyReference({ paper }: { paper: CitedPaper }) {
  const t = useStore(documentMessages)
  const c = useStore(citationMessages)
  const forms = useStore(citationFormMessages)
  const common = useStore(commonMessages)
  const { actions, citation } = useServices()
  const [result, setResult] = useState<boolean | null>(null)
  const form = citation.form.value
  useEffect(() => {
    if (result === null) return
    const timer = setTimeout(() => setResult(null), copiedTime)
    return () => clearTimeout(timer)
  }, [result])

  async function copy(chosen: CitationForm) {
    const copied = await actions.copy(cite(chosen, paper))
    setResult(copied)
    announce(copied ? common.copied : common.copyFailed)
  }

  return (
    <span class="kl-split">
      <button
        type="button"
        class="kl-button kl-button--plain"
        title={c.copyAs({ form: forms[form] })}
        onClick={() => void copy(form)}
      >
        <Icon name={result ? 'check' : 'copy'} />
        {result === null ? t.copyReference : result ? common.copied : common.copyFailed}
      </button>
      <FormMenu
        onChoose={(chosen) => {
          citation.choose(chosen)
          void copy(chosen)
        }}
      />
    </span>
  )
}

function FormMenu({ onChoose }: { onChoose: (form: CitationForm) => void }) {
  const c = useStore(citationMessages)
  const forms = useStore(citationFormMessages)
  const { citation } = useServices()
  const { button, menu, close } = useMenu(() => citationForms.indexOf(citation.form.value))
  return (
    <>
      <button
        type="button"
        class="kl-button kl-button--plain kl-split__more"
        aria-label={c.otherForm}
        title={c.otherForm}
        {...button}
      >
        <Icon name="down" />
      </button>
      <div role="menu" class="kl-menu" aria-label={c.forms} {...menu}>
        {citationForms.map((form) => (
          <button
            key={form}
            type="button"
            class="kl-menu__item"
            role="menuitemradio"
            aria-checked={citation.form.value === form}
            tabIndex={-1}
            onClick={() => {
              close()
              onChoose(form)
            }}
          >
            <Icon name="check" />
            {forms[form]}
          </button>
        ))}
      </div>
    </>
  )
}
