import type { JournalFiles } from '#utils/database/journal/files.ts'

/** The files of a journal in memory: a disk that tests cut, spoil and fill. */
export interface MemoryFiles extends JournalFiles {
  readonly content: Map<string, Uint8Array<ArrayBuffer>>
  /** Bytes that still fit; endless unless set. */
  room: number
}

export function memoryFiles(content = new Map<string, Uint8Array<ArrayBuffer>>()): MemoryFiles {
  const disk: MemoryFiles = {
    content,
    room: Number.POSITIVE_INFINITY,
    names: async () => [...content.keys()],
    read: async (name, last = Number.POSITIVE_INFINITY) => content.get(name)?.slice(-last) ?? null,
    async open(name) {
      if (!content.has(name)) content.set(name, new Uint8Array())
      const now = () => content.get(name) ?? new Uint8Array()
      return {
        get size() {
          return now().byteLength
        },
        append(bytes) {
          const part = bytes.slice(0, disk.room)
          disk.room -= part.byteLength
          const joined = new Uint8Array(now().byteLength + part.byteLength)
          joined.set(now())
          joined.set(part, now().byteLength)
          content.set(name, joined)
          if (part.byteLength < bytes.byteLength) throw new DOMException('no room', 'QuotaExceededError')
        },
        truncate: (size) => void content.set(name, now().slice(0, size)),
        close() {},
      }
    },
    remove: async (name) => void content.delete(name),
  }
  return disk
}
