/** Pixels between a menu and its button, and the edge of the window. */
const gap = 4
const edge = 8

/** Puts a menu that is shown in the top layer beside its button: below it, or above where there is no room, inside the window. */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const below = at.bottom + gap
  const fits = below + height <= innerHeight - edge
  const top = fits ? below : Math.max(edge, Math.min(at.top - gap - height, innerHeight - edge - height))
  const left = Math.max(edge, Math.min(at.right - width, innerWidth - edge - width))
  menu.style.top = `${top}px`
  menu.style.left = `${left}px`
}
