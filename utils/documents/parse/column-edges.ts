/** Where columns stand: places of one column differ by half a point of rounding, or a blank in plain text. */
export const tolerance = 1.5

export const isAt = (x: number, edge: number): boolean => Math.abs(x - edge) <= tolerance

/** A page asked about, or a range of them, alone in its cell. */
export const pageCell = /^\d{1,4}(?:\s?[-–]\s?\d{1,4})?$/
