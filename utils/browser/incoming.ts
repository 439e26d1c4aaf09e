/**
 * Files on their way in: bytes do not travel in messages (Chromium would make JSON of them), so the sender lays them
 * in the origin private file system under `incoming/<name>` and names them in the message. Extension pages, the
 * background and its workers share that file system.
 */
const folder = 'incoming'

/** Names are ids that the extension made; a name from outside may not walk the tree. */
export function isIncomingName(name: string): boolean {
  return /^[A-Za-z0-9_-]{1,80}$/.test(name)
}

async function incoming(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(folder, { create: true })
}

/** Held while a file is laid down: it has no content yet, and is no leftover. */
const lockOf = (name: string): string => `${folder}/${name}`

/** Lays bytes or text down under a name, whole or not at all: the file changes when the stream is closed. */
export function writeIncoming(name: string, content: string | Blob | BufferSource): Promise<void> {
  if (!isIncomingName(name)) return Promise.reject(new TypeError('not a name of an incoming file'))
  return navigator.locks.request(lockOf(name), () => write(name, content))
}

async function write(name: string, content: string | Blob | BufferSource): Promise<void> {
  const file = await (await incoming()).getFileHandle(name, { create: true })
  const stream = await file.createWritable()
  try {
    await stream.write(content)
  } catch (error) {
    await stream.abort()
    throw error
  }
  await stream.close()
}

/** The file under a name; null where there is none. */
export async function readIncoming(name: string): Promise<File | null> {
  if (!isIncomingName(name)) return null
  try {
    return await (await (await incoming()).getFileHandle(name)).getFile()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

/**
 * Removes everything but these names, half-written files included, that was laid down before a moment.
 *
 * @param before milliseconds since 1970
 */
export async function removeIncomingExcept(names: ReadonlySet<string>, before: number): Promise<void> {
  const all = await incoming()
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name))
  for await (const [name, entry] of all.entries()) {
    if (!(entry instanceof FileSystemFileHandle) || names.has(name)) continue
    const { size, lastModified } = await entry.getFile()
    // Of a file without content browsers tell no moment: only whoever lays it down now knows of it.
    if (size === 0 ? !held.has(lockOf(name)) : lastModified < before) await all.removeEntry(name)
  }
}

/** Removes what lies under a name, if anything. */
export async function removeIncoming(name: string): Promise<void> {
  if (!isIncomingName(name)) return
  try {
    await (await incoming()).removeEntry(name)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  }
}
