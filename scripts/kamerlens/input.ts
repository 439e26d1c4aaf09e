import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { largestFile } from '#utils/documents/largest-file.ts'
import { ReadingFailure } from '#utils/documents/types.ts'

/**
 * The bytes of a file, or of standard input for `-`. npm runs scripts in the checkout, so a relative path counts from
 * where the user stood (`INIT_CWD`). Too large a file is refused before it is read.
 */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return readStandardInput()
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  const { size } = await stat(path)
  if (size > largestFile) throw new ReadingFailure('too-large', `${size} bytes`)
  return new Uint8Array(await readFile(path))
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of process.stdin) {
    const bytes: Uint8Array = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    size += bytes.length
    if (size > largestFile) throw new ReadingFailure('too-large')
    pieces.push(bytes)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
