import type { PDFPageProxy } from 'pdfjs-dist'
import { fontMet } from './text-states.ts'

/** How a font looks, as far as it tells parts of a document apart. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
}

const plain: Look = { bold: false, italic: false }

/**
 * What the fonts of a file look like. The text alone only names them `g_d0_f1`; their real names (`Verdana-Bold`) are known in pdf.js' worker
 * half, where most are met in passing. They also come with a page's drawing instructions, which are therefore asked for on pages that
 * bring a font we have not met, and on no other.
 */
export class FontBook {
  readonly #looks = new Map<string, Look>()

  async learn(page: PDFPageProxy, names: Iterable<string>): Promise<void> {
    const unknown = [...new Set(names)].filter((name) => !this.#looks.has(name))
    if (unknown.length === 0) return
    const { commonObjs } = page
    if (unknown.some((name) => !fontMet(name) && !commonObjs.has(name))) await page.getOperatorList()
    for (const name of unknown) {
      this.#looks.set(name, lookOf(fontMet(name) ?? (commonObjs.has(name) ? commonObjs.get(name) : null)))
      if (commonObjs.has(name)) letGo(commonObjs.get(name))
    }
  }

  lookOf(name: string): Look {
    return this.#looks.get(name) ?? plain
  }
}

/** The letters' shapes, which nobody draws, would be kept as long as the file is open. */
function letGo(font: unknown): void {
  if (typeof font === 'object' && font !== null && 'clearData' in font && typeof font.clearData === 'function')
    font.clearData()
}

function lookOf(font: unknown): Look {
  if (typeof font !== 'object' || font === null) return plain
  const { name, bold, italic } = font as { name?: unknown; bold?: unknown; italic?: unknown }
  const real = typeof name === 'string' ? name : ''
  return {
    bold: bold === true || /bold|black|heavy|demi/i.test(real),
    italic: italic === true || /italic|oblique|cursief/i.test(real),
  }
}
