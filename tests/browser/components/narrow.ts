/** What a reader may set for text (WCAG 2.2, 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

/** Does something while all text is spaced as a reader may have it. */
export async function spaced(run: () => Promise<void>): Promise<void> {
  const style = document.createElement('style')
  style.textContent = spacing
  document.head.append(style)
  try {
    await run()
  } finally {
    style.remove()
  }
}

/** What reaches beyond a window of 320 pixels, where nothing around it hides or scrolls it. */
export function tooWide(): string[] {
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width } = element.getBoundingClientRect()
    return (
      width > 0 &&
      right > 320.5 &&
      getComputedStyle(element).position !== 'fixed' &&
      !element.closest('.kl-visually-hidden')
    )
  })
  return wide.filter((element) => !hidesOverflow(element)).map((element) => element.outerHTML.slice(0, 200))
}

/** Controls of which a part of the words is cut off. */
export function cutControls(): string[] {
  const controls = [...document.body.querySelectorAll<HTMLElement>('button, a[href], summary, label')]
  return controls
    .filter((each) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
      const cuts = overflowX !== 'visible' || overflowY !== 'visible'
      return (
        cuts &&
        textOverflow !== 'ellipsis' &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      )
    })
    .map((each) => each.outerHTML.slice(0, 200))
}

/** Text that an ellipsis cuts, or that scrolls in a box that fits, may be as wide as it likes. */
function hidesOverflow(element: Element): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { textOverflow, overflowX } = getComputedStyle(parent)
    if (textOverflow === 'ellipsis') return true
    if (overflowX === 'auto' && parent.getBoundingClientRect().right <= 320.5) return true
  }
  return false
}
