import './tabs.css'

/** Tabs by the pattern of the ARIA practices: one tab stop, arrow keys choose. */
export function Tabs<Name extends string>(props: {
  readonly label: string
  /** Id of the element that shows what is chosen. */
  readonly panel: string
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly tabs: readonly (readonly [name: Name, label: string])[]
}) {
  const { label, panel, chosen, onChoose, tabs } = props
  function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
    const at = tabs.findIndex(([name]) => name === chosen)
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    const next = step === undefined ? undefined : tabs.at(step % tabs.length)
    if (next === undefined) return
    event.preventDefault()
    onChoose(next[0])
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next[0]}"]`)?.focus()
  }
  return (
    <div class="kl-tabs" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map(([name, text]) => (
        <button
          key={name}
          type="button"
          role="tab"
          class="kl-tab"
          data-tab={name}
          aria-selected={name === chosen}
          aria-controls={panel}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
