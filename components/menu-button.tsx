import { useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { placeMenu } from './place-menu.ts'
import './menu.css'
import './menu-button.css'

/** What a menu offers: something to do, or something to switch on for what is done next. */
export type MenuItem =
  | { readonly label: string; readonly onChoose: () => void }
  | { readonly label: string; readonly isChecked: boolean; readonly onCheck: (checked: boolean) => void }

/**
 * A button that opens a menu (ARIA Authoring Practices, «menu button»): arrows, Home, End and first letters walk it, Escape
 * and Tab leave it. A switch in it leaves it open.
 *
 * @param groups parted by a line
 */
export function MenuButton({ label, groups }: { label: string; groups: readonly (readonly MenuItem[])[] }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  function open(index: 0 | -1) {
    if (button.current === null || menu.current === null) return
    menu.current.showPopover()
    placeMenu(menu.current, button.current)
    items().at(index)?.focus()
  }

  function close() {
    menu.current?.hidePopover()
    button.current?.focus()
  }

  function onButtonKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 0 : -1)
  }

  function onMenuKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = items()
    const at = all.indexOf(event.target as HTMLButtonElement)
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
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
      const begins = (item: HTMLElement) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase())
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins)
      next?.focus()
    }
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="kl-button kl-menu-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? close() : open(0))}
        onKeyDown={onButtonKey}
      >
        {label}
        <Icon name="down" />
      </button>
      <div
        ref={menu}
        id={id}
        class="kl-menu kl-menu--wide"
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onMenuKey}
      >
        {groups.map((group, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a part of a menu is no set of fields
          <div key={index} class="kl-menu__group" role="group">
            {group.map((item) => (
              <Item key={item.label} item={item} close={close} />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  if ('onCheck' in item)
    return (
      <button
        type="button"
        class="kl-menu__item"
        role="menuitemcheckbox"
        aria-checked={item.isChecked}
        tabIndex={-1}
        onClick={() => item.onCheck(!item.isChecked)}
      >
        <Icon name="check" />
        {item.label}
      </button>
    )
  return (
    <button
      type="button"
      class="kl-menu__item"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close()
        item.onChoose()
      }}
    >
      {item.label}
    </button>
  )
}
