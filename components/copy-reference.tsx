import { useStore } from '@nanostores/preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { citationFormMessages, citationMessages } from '#locales/citations.ts'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import type { CitedPaper } from '#utils/citations/cited-paper.ts'
import { type CitationForm, citationForms, cite } from '#utils/citations/forms.ts'
import { announce } from './announce.tsx'
import { Icon } from './icons.tsx'
import { placeMenu } from './place-menu.ts'
import { useServices } from './services.ts'
import './menu.css'

/** Milliseconds that the button says «Gekopieerd». */
const copiedTime = 2_000

/**
 * Copies the reference to a paper in the form that was used last; a menu beside it has the other forms. The menu is worked
 * as a menu button is (ARIA Authoring Practices): arrows, Home, End and first letters walk it, Escape and Tab leave it.
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
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  function open(at: 'chosen' | 'first' | 'last') {
    if (button.current === null || menu.current === null) return
    menu.current.showPopover()
    placeMenu(menu.current, button.current)
    const index = at === 'chosen' ? citationForms.indexOf(citation.form.value) : at === 'first' ? 0 : -1
    items().at(index)?.focus()
  }

  function close() {
    menu.current?.hidePopover()
    button.current?.focus()
  }

  function onButtonKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  function onMenuKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = items()
    const at = all.indexOf(event.target as HTMLButtonElement)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (event.key === 'Tab') menu.current?.hidePopover()
    else if (event.key === 'Escape') {
      // One step back: the menu, not what is open below it.
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (step !== undefined) {
      event.preventDefault()
      all.at(step % all.length)?.focus()
    } else if (/^\p{L}$/u.test(event.key)) {
      event.preventDefault()
      const begins = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins)
      next?.focus()
    }
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="kl-button kl-button--plain kl-split__more"
        aria-label={c.otherForm}
        title={c.otherForm}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? close() : open('chosen'))}
        onKeyDown={onButtonKey}
      >
        <Icon name="down" />
      </button>
      <div
        ref={menu}
        id={id}
        class="kl-menu"
        role="menu"
        aria-label={c.forms}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onMenuKey}
      >
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
