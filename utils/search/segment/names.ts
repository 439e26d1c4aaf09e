import { DamagedIndex } from './bytes.ts'

/** A letter and a UUID in lower case. */
const withUuid = /^[ -~]([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{8})([\da-f]{4})$/
/** Set in `Names.letters` where a UUID follows the letter. */
const isUuid = 128
/** Numbers of a row. */
const ofRow = 4

/**
 * Names as they lie on the disk: to make each of them a text of its own takes longer than the first search of a page
 * may. Most are a letter and a UUID, which takes 17 bytes in place of 37.
 */
export class Names {
  /** The first letter of each name, 0 where that is none of ASCII; 128 more where a UUID follows it. */
  readonly letters: Uint8Array<ArrayBuffer>
  /** Four numbers for each: its UUID, or where in `text` it starts and ends. */
  readonly rows: Uint32Array<ArrayBuffer>
  /** All that are no UUIDs, one after the other. */
  readonly text: string
  #indexes: ReadonlyMap<string, number> | null = null

  /** Throws `DamagedIndex` where these are not of the same names. */
  constructor(letters: Uint8Array<ArrayBuffer>, rows: Uint32Array<ArrayBuffer>, text: string) {
    if (rows.length !== ofRow * letters.length) throw new DamagedIndex('names are missing')
    this.letters = letters
    this.rows = rows
    this.text = text
  }

  static of(names: readonly string[]): Names {
    const letters = new Uint8Array(names.length)
    const rows = new Uint32Array(ofRow * names.length)
    const texts: string[] = []
    let end = 0
    names.forEach((name, index) => {
      const first = name.charCodeAt(0)
      letters[index] = first < isUuid ? first : 0
      const [, ...groups] = withUuid.exec(name) ?? []
      if (groups.length > 0) {
        const [time = '', mid = '', version = '', variant = '', node = '', last = ''] = groups
        letters[index] = first + isUuid
        const numbers = [time, mid + version, variant + node.slice(0, 4), node.slice(4) + last]
        rows.set(
          numbers.map((digits) => Number.parseInt(digits, 16)),
          ofRow * index,
        )
        return
      }
      texts.push(name)
      rows.set([end, end + name.length], ofRow * index)
      end += name.length
    })
    return new Names(letters, rows, texts.join(''))
  }

  get length(): number {
    return this.letters.length
  }

  /** Throws `DamagedIndex` where its text is cut off. */
  at(index: number): string {
    const letter = this.letters[index]
    if (letter === undefined) return ''
    const [rows, from] = [this.rows, ofRow * index]
    const [one, two] = [rows[from] as number, rows[from + 1] as number]
    if (letter < isUuid) {
      if (one > two || two > this.text.length) throw new DamagedIndex('a name is cut off')
      return this.text.slice(one, two)
    }
    const [three, four] = [rows[from + 2] as number, rows[from + 3] as number]
    const groups = `${hex(one)}-${hex16(two >>> 16)}-${hex16(two)}-${hex16(three >>> 16)}-${hex16(three)}${hex(four)}`
    return String.fromCharCode(letter - isUuid) + groups
  }

  /** Whether one begins with a letter of ASCII. @param letter its UTF-16 unit */
  begins(index: number, letter: number): boolean {
    return ((this.letters[index] as number) & (isUuid - 1)) === letter
  }

  /** Index of a name; -1 where there is none. */
  indexOf(name: string): number {
    this.#indexes ??= new Map(this.all().map((own, index) => [own, index]))
    return this.#indexes.get(name) ?? -1
  }

  all(): readonly string[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index))
  }
}

/** Two digits of every byte. */
const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hex16 = (number: number): string => `${digits[(number >>> 8) & 255]}${digits[number & 255]}`
const hex = (number: number): string => hex16(number >>> 16) + hex16(number)
