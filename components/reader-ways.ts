import { readIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import { readerFileName } from '#utils/browser/reader-address.ts'
import type { ReaderWays } from './services.ts'
import { filesOfDocument } from './source-place.ts'

/** The ways into the reader that every page of Kamerlens has. */
export const readerWays: ReaderWays = {
  open: (request) => ('file' in request ? ask('reader/open-file', request) : ask('reader/open', request)),
  async fileOf(document) {
    for (const name of filesOfDocument(document).map(readerFileName)) {
      if ((await readIncoming(name).catch(() => null)) !== null) return name
    }
    return null
  },
}
