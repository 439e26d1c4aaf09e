import { useEffect, useState } from 'preact/hooks'
import { citationFormMessages, citationMessages } from '#locales/citations.ts'
import { type CitationForm, citationForms } from '#utils/citations/form-names.ts'
import { Icon } from '../parts/icons.tsx'
import { useMenu } from '../parts/use-menu.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Milliseconds that the button says what it did. */
const saidTime = 2_000

/** What copying came to: whether it worked, and what the button says of it for a while. */
export interface Copied {
  readonly isCopied: boolean
  readonly sentence: string
}

export interface CopyInFormProps {
  readonly label: string
  /** A button with a border, beside others of its kind. */
  readonly isBordered?: boolean
  readonly copy: (form: CitationForm) => Promise<Copied>
}

/** A button that copies in the form of citing that was used last; a menu beside it has the other forms. */
export function CopyInForm({ label, isBordered = false, copy }: CopyInFormProps) {
  const c = useStore(citationMessages)
  const forms = useStore(citationFormMessages)
  const { citation } = useServices()
  const [said, setSaid] = useState<Copied | null>(null)
  const form = citation.form.value
  const look = isBordered ? 'kl-button' : 'kl-button kl-button--plain'
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), saidTime)
    return () => clearTimeout(timer)
  }, [said])

  const run = async (chosen: CitationForm) => setSaid(await copy(chosen))

  return (
    <span class={isBordered ? 'kl-split kl-split--bordered' : 'kl-split'}>
      <button type="button" class={look} title={c.copyAs({ form: forms[form] })} onClick={() => void run(form)}>
        <Icon name={said?.isCopied ? 'check' : 'copy'} />
        <span class="kl-split__said">
          {said === null ? label : said.sentence}
          {/* It stays as wide: what stands beside it is not to move from under the mouse. */}
          {said !== null && (
            <span aria-hidden="true" class="kl-split__room">
              {label}
            </span>
          )}
        </span>
      </button>
      <FormMenu
        look={look}
        onChoose={(chosen) => {
          citation.choose(chosen)
          void run(chosen)
        }}
      />
    </span>
  )
}

function FormMenu({ look, onChoose }: { look: string; onChoose: (form: CitationForm) => void }) {
  const c = useStore(citationMessages)
  const forms = useStore(citationFormMessages)
  const { citation } = useServices()
  const { button, menu, close } = useMenu(() => citationForms.indexOf(citation.form.value))
  return (
    <>
      <button type="button" class={`${look} kl-split__more`} title={c.otherForm} {...button}>
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
