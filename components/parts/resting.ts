/**
 * For a button that may be pressed and cannot be for a while, or that its own press takes to an end: it keeps the focus, where
 * `disabled` would send the keyboard back to the top of the page.
 */
export function resting(isResting: boolean, onClick: () => void) {
  return { 'aria-disabled': isResting || undefined, onClick: () => (isResting ? undefined : onClick()) }
}
