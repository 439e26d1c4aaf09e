import { readIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import { isOverPrivate } from '#utils/browser/private-window.ts'
import { readerFileName } from '#utils/browser/reader-address.ts'
import type { ReaderWays } from '../store/services.ts'
import { filesOfDocument } from './source-place.ts'

/** @param isPrivate whether what is opened is of a private window */
const waysWhere = (isPrivate: () => Promise<boolean>): ReaderWays => ({
  async open(request) {
    if ('file' in request) return ask('reader/open-file', request)
    return ask('reader/open', (await isPrivate()) ? { ...request, isPrivate: true } : request)
  },
  async fileOf(document) {
    for (const name of filesOfDocument(document).map(readerFileName)) {
      if ((await readIncoming(name).catch(() => null)) !== null) return name
    }
    return null
  },
})

/** The ways into the reader that every page of Kamerlens has. */
export const readerWays = waysWhere(isOverPrivate)

/** The same of what a private window shows, in an ordinary page of ours. */
export const privateReaderWays = waysWhere(async () => true)
