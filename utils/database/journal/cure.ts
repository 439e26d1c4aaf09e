import { done } from '../rows/done.ts'

const scratchName = 'kamerlens-scratch'
/** Bytes after which LevelDB begins a new log, with room to spare. */
const enough = 6 * 1024 * 1024
const piece = 512 * 1024

/**
 * Has Chromium's LevelDB begin a new log, by writing a database that nobody needs and removing it. After a crash its log
 * may end in torn bytes; what is written behind them is acknowledged, and lost at the next start but one (SAFETY §1).
 */
export async function beginNewLog(): Promise<void> {
  const opening = indexedDB.open(scratchName)
  opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true })
  const database = await done(opening)
  for (let written = 0; written < enough; written += piece) {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' })
      transaction.objectStore('bytes').add(randomBytes(piece))
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
  database.close()
  await done(indexedDB.deleteDatabase(scratchName))
}

/** What can be compressed would be. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}
