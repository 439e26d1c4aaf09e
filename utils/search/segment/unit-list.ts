import { Names } from './names.ts'

/** The units of a segment, as they lie on the disk: nothing is made of them before it is asked for. */
export interface UnitList {
  readonly units: Names
  readonly days: Uint16Array<ArrayBuffer>
  /** Number of the first findable of each unit, and at the end how many there are. */
  readonly starts: Uint32Array<ArrayBuffer>
  /**
   * The place of each findable is one more than that of the one before, of the first of a unit 0. Where it is not, here
   * are its number and its place, by rising number.
   */
  readonly jumps: Uint32Array<ArrayBuffer>
}

/** How many findables there are. */
export const sizeIn = ({ starts }: UnitList): number => starts.at(-1) ?? 0

/**
 * The unit of a findable: the last that starts no later.
 *
 * @param least no unit before this one: mostly it is not far, where what is looked up rises
 */
export function unitAt({ starts }: UnitList, number: number, least = 0): number {
  const last = starts.length - 1
  let unit = least
  let beyond = least + 1
  for (let step = 1; beyond < last && (starts[beyond] as number) <= number; step *= 2) {
    unit = beyond
    beyond += step
  }
  if (beyond > last) beyond = last
  while (beyond - unit > 1) {
    const middle = (unit + beyond) >> 1
    if ((starts[middle] as number) <= number) unit = middle
    else beyond = middle
  }
  return unit
}

/** The place of a findable. @param unit that it is of */
export function placeAt({ starts, jumps }: UnitList, unit: number, number: number): number {
  const start = starts[unit] as number
  let [jump, beyond] = [-1, jumps.length / 2]
  while (beyond - jump > 1) {
    const middle = (jump + beyond) >> 1
    if ((jumps[2 * middle] as number) <= number) jump = middle
    else beyond = middle
  }
  const from = jumps[2 * jump] ?? -1
  return from < start ? number - start : (jumps[2 * jump + 1] as number) + number - from
}

/** The units of a segment, as they are added. */
export class UnitTable {
  readonly #units: string[] = []
  readonly #days: number[] = []
  readonly #starts: number[] = []
  readonly #jumps: number[] = []
  #size = 0
  #next = 0

  unit(id: string, day: number): void {
    this.#units.push(id)
    this.#days.push(day)
    this.#starts.push(this.#size)
    this.#next = 0
  }

  /** Returns its number. */
  findable(place: number): number {
    if (place !== this.#next) this.#jumps.push(this.#size, place)
    this.#next = place + 1
    this.#size += 1
    return this.#size - 1
  }

  end(): UnitList {
    return {
      units: Names.of(this.#units),
      days: Uint16Array.from(this.#days),
      starts: Uint32Array.from([...this.#starts, this.#size]),
      jumps: Uint32Array.from(this.#jumps),
    }
  }
}
