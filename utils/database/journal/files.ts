/** The folder of the journal in the origin private file system. */
const journalFolder = 'journal'

/** A file that is appended to; every write is on the disk when it returns. */
export interface Appender {
  /** Bytes. */
  readonly size: number
  append(bytes: Uint8Array<ArrayBuffer>): void
  /** Cuts what lies behind. */
  truncate(size: number): void
  close(): void
}

/** The files of a journal: a seam, so that tests bring their own disk and let it fail. */
export interface JournalFiles {
  names(): Promise<readonly string[]>
  /**
   * Null where there is none.
   *
   * @param last only so many bytes at its end
   */
  read(name: string, last?: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** Opens a file for writing at its end, and makes it where there is none. */
  open(name: string): Promise<Appender>
  remove(name: string): Promise<void>
}

/** Milliseconds between tries to open a file that a worker before this one still holds. */
const pauses = [0, 20, 50, 100, 200, 400, 800, 1600]

/** The real ones. `open` works in dedicated workers alone (DESIGN «Journal»). */
export const ownFiles: JournalFiles = {
  async names() {
    const names: string[] = []
    for await (const name of (await folder()).keys()) names.push(name)
    return names
  },
  async read(name, last = Number.POSITIVE_INFINITY) {
    try {
      const file = await (await (await folder()).getFileHandle(name)).getFile()
      return new Uint8Array(await file.slice(-Math.min(last, file.size)).arrayBuffer())
    } catch (error) {
      if (isNotFound(error)) return null
      throw error
    }
  },
  async open(name) {
    const handle = await (await folder()).getFileHandle(name, { create: true })
    const access = await withRetries(() => (handle as FileSystemFileHandle & SyncHandles).createSyncAccessHandle())
    return {
      get size() {
        return access.getSize()
      },
      append(bytes) {
        const at = access.getSize()
        const written = access.write(bytes, { at })
        access.flush()
        if (written !== bytes.byteLength) throw new DOMException('the line was not written whole', 'QuotaExceededError')
      },
      truncate(size) {
        access.truncate(size)
        access.flush()
      },
      close: () => access.close(),
    }
  },
  async remove(name) {
    try {
      await (await folder()).removeEntry(name)
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  },
}

/** What the types of a page do not tell of a worker. */
interface SyncHandles {
  createSyncAccessHandle(): Promise<{
    getSize(): number
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number
    truncate(size: number): void
    flush(): void
    close(): void
  }>
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(journalFolder, { create: true })
}

async function withRetries<Handle>(open: () => Promise<Handle>): Promise<Handle> {
  let last: unknown
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      return await open()
    } catch (error) {
      last = error
      if (!(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error
    }
  }
  throw last
}

const isNotFound = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'
