import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** A link to a style sheet as a build writes it. */
const link = /<link rel="stylesheet"[^>]*? href="\/([^"]+)">/g

/** The style sheets of one page, put into the page itself. */
export interface InlineSheet {
  readonly plugin: Plugin
  /** Sources of a content security policy that let them be, and nothing else. Complete once all is built. */
  readonly sources: () => readonly string[]
}

/**
 * Puts the style sheet of a page into its HTML: the browser fetches each file on its own, and runs no script of the page before
 * its sheets are there. Later ones are loaded as before, and come after it.
 *
 * @param page end of its source's path: `popup/index.html`
 */
export function inlineSheet(page: string): InlineSheet {
  const hashes = new Set<string>()
  return {
    sources: () => [...hashes].map((hash) => `'sha256-${hash}'`),
    plugin: {
      name: 'kamerlens:inline-sheet',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle, filename }) {
          if (bundle === undefined || !filename.endsWith(page)) return html
          return html.replace(link, (whole, name: string) => {
            const sheet = bundle[name]
            if (sheet?.type !== 'asset') return whole
            const text = String(sheet.source)
            hashes.add(createHash('sha256').update(text).digest('base64'))
            // What loads later and needs it looks for such a link; one that is turned off loads nothing.
            return `<style>${text}</style><link rel="stylesheet" href="/${name}" disabled>`
          })
        },
      },
    },
  }
}
