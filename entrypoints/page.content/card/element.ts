import * as dom from '#utils/dom/natives.ts'

type Child = Node | string | null | undefined | false
type Attributes = Readonly<Record<string, string | null>>

/** Makes an element with attributes and children; what is null is left out. Text is always text, never markup. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => filled(dom.createElement(name), attributes, children)

function filled<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [attribute, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(attribute, value)
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return made
}

/** A button that acts on the user's own presses alone: a page can dispatch events at anything. */
export function button(attributes: Attributes, onPress: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children)
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress()
  })
  return made
}

/** Something is under way: a bar, what it is, and what can be done about it. */
export function waiting(sentence: string, ...rest: readonly Child[]): HTMLElement {
  return element(
    'div',
    { class: 'waiting' },
    element('div', { class: 'bar' }),
    element('div', { class: 'title-row' }, element('p', { class: 'aside' }, sentence), ...rest),
  )
}

/** Two sheets, one before the other: «copy». Drawn, since few fonts have a sign for it. */
export const copyIcon = (): SVGElement => icon('M4 4.5v-3h6.5v7h-3M1.5 4.5h6v6.5h-6z')

/** How a status stands, without its colour: done, open, too late, neither. */
export const toneIcon = (tone: string): SVGElement => icon(tones[tone] ?? 'M2.5 6h7')

const tones: Readonly<Record<string, string>> = {
  good: 'm2 6.5 2.8 2.8L10 3.2',
  open: 'M6 1.8a4.2 4.2 0 1 0 .01 0',
  late: 'M6 1.8a4.2 4.2 0 1 0 .01 0M6 3.8v2.8M6 7.6v1',
}

const icon = (d: string): SVGElement =>
  filled(dom.createSvg('svg'), { viewBox: '0 0 12 12', 'aria-hidden': 'true' }, [
    filled(dom.createSvg('path'), { d }, []),
  ])
