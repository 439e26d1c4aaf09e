import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Detector } from './judge.ts'

/** What one state of the repository finds in a text: enough to compare by. */
export interface Sighting {
  readonly id: string
  readonly start: number
  readonly end: number
}

/**
 * `node detect.ts ROOT`: the detector of the checkout in ROOT over the texts on standard input (a JSON list), as a JSON
 * list of lists. A process of its own, so that two states of the same modules never meet.
 */
async function main(root: string): Promise<void> {
  const module: { findReferences: Detector } = await import(
    pathToFileURL(join(root, 'utils', 'references', 'find.ts')).href
  )
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  const texts: readonly string[] = JSON.parse(Buffer.concat(pieces).toString('utf8'))
  const sightings = texts.map((text) => module.findReferences(text).map(({ id, start, end }) => ({ id, start, end })))
  process.stdout.write(JSON.stringify(sightings))
}

const [root] = process.argv.slice(2)
if (root !== undefined) await main(root)
