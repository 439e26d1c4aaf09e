/** Red, green and blue from 0 to 255, and how much of it can't be seen through, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A text's two colours as they are seen. */
export interface Seen {
  readonly text: string
  readonly background: string
  /** WCAG 2.2, from 1 to 21. */
  readonly contrast: number
}

/** A colour as browsers compute it; null for a space that is none of those that our style sheets come to. */
function parsed(colour: string): Colour | null {
  const [, space, inside = ''] = /^(rgba?|color)\((.*)\)$/.exec(colour) ?? []
  const parts = inside.split(/[\s,/]+/)
  if (space === undefined || (space === 'color' && parts.shift() !== 'srgb')) return null
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN, alpha = 1] = parts.map(Number)
  const scale = space === 'color' ? 255 : 1
  return [red, green, blue, alpha].some(Number.isNaN) ? null : [red * scale, green * scale, blue * scale, alpha]
}

/** One colour over another, of which nothing can be seen through. */
function over([red, green, blue, alpha]: Colour, under: Colour): Colour {
  const mixed = (one: number, other: number) => one * alpha + other * (1 - alpha)
  return [mixed(red, under[0]), mixed(green, under[1]), mixed(blue, under[2]), 1]
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const hex = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Whether what is in an element is drawn as it is, on the one colour of its background. */
const isFlat = ({ backgroundImage, opacity, filter, mixBlendMode, textShadow }: CSSStyleDeclaration): boolean =>
  backgroundImage === 'none' &&
  opacity === '1' &&
  filter === 'none' &&
  mixBlendMode === 'normal' &&
  textShadow === 'none'

/**
 * The colours of a text on the backgrounds of what it stands in, the page's own included: what is laid over them or under
 * from elsewhere is not seen. Null where there is more to it than colours.
 */
export function seenColours(element: Element): Seen | null {
  const layers: Colour[] = []
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const style = getComputedStyle(each)
    const layer = parsed(style.backgroundColor)
    if (layer === null || !isFlat(style)) return null
    layers.unshift(layer)
  }
  const own = parsed(getComputedStyle(element).color)
  if (own === null || layers[0]?.[3] !== 1) return null
  const background = layers.reduce((under, layer) => over(layer, under))
  const text = over(own, background)
  const [darker = 0, lighter = 0] = [luminance(text), luminance(background)].sort((one, other) => one - other)
  return { text: hex(text), background: hex(background), contrast: (lighter + 0.05) / (darker + 0.05) }
}
