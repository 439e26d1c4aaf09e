import { Icon } from './icons.tsx'
import { useMenu } from './use-menu.ts'
import './menu-button.css'

/** What a menu offers: something to do, or something to switch on for what is done next. */
export type MenuItem =
  | { readonly label: string; readonly onChoose: () => void }
  | { readonly label: string; readonly isChecked: boolean; readonly onCheck: (checked: boolean) => void }

/**
 * A button that opens a menu. A switch in it leaves it open.
 *
 * @param groups parted by a line
 */
export function MenuButton({ label, groups }: { label: string; groups: readonly (readonly MenuItem[])[] }) {
  const { button, menu, close } = useMenu()
  return (
    <>
      <button type="button" class="kl-button kl-menu-button" {...button}>
        {label}
        <Icon name="down" />
      </button>
      <div role="menu" class="kl-menu kl-menu--wide" aria-label={label} {...menu}>
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
