/** What decides where a character of a field stands. */
const shapes = [
  'font',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'text-indent',
  'text-transform',
  'tab-size',
  'padding',
  'border',
  'box-sizing',
  'direction',
] as const

/**
 * Brings a place in the text of a field into view, with some lines around it, where it is not. The cursor and what has the focus
 * stay as they are. A field tells nobody where its characters stand, so a copy of its text is laid over it for a moment, unseen.
 *
 * @param offset in UTF-16 units
 */
export function scrollToPlace(field: HTMLTextAreaElement, offset: number): void {
  const copy = document.createElement('div')
  const style = getComputedStyle(field)
  for (const shape of shapes) copy.style.setProperty(shape, style.getPropertyValue(shape))
  Object.assign(copy.style, {
    position: 'absolute',
    left: `${field.offsetLeft}px`,
    top: `${field.offsetTop}px`,
    width: `${field.offsetWidth}px`,
    visibility: 'hidden',
    pointerEvents: 'none',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  copy.ariaHidden = 'true'
  const place = document.createElement('span')
  place.textContent = field.value.slice(offset, offset + 1) || '.'
  place.style.scrollMarginBlock = '6em'
  copy.append(field.value.slice(0, offset), place, field.value.slice(offset + 1))
  field.after(copy)
  place.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  copy.remove()
}
