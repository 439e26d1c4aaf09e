import { filesOfDocument } from '#components/papers/source-place.ts'
import type { OpenReader, ReaderWays } from '#components/store/services.ts'
import { layDownForReader, readerFileName } from '#utils/browser/reader-address.ts'
import { sha256 } from '#utils/database/names/hash.ts'

interface Given {
  readonly job: string
  readonly file: File
  readonly sum: Promise<string>
}

/**
 * PDFs that were given to this page. The copy that is read goes once it is: for the reader the file itself is kept at hand
 * as long as the page lives, and laid down when the reader is to show it.
 */
export function createGivenFiles(ways: ReaderWays) {
  const all: Given[] = []

  /** The file that lies, or is to lie, under a name for the reader. */
  async function under(name: string): Promise<Given | null> {
    for (const given of all) if (readerFileName(await given.sum.catch(() => '')) === name) return given
    return null
  }

  async function open(request: OpenReader): ReturnType<ReaderWays['open']> {
    if (!('file' in request)) return ways.open(request)
    try {
      const given = await under(request.file)
      if (given !== null) await layDownForReader(given.file, await given.sum)
    } catch (error) {
      console.error(error)
      return { ok: false, error: 'quota' }
    }
    return ways.open(request)
  }

  const reader: ReaderWays = {
    open,
    async fileOf(document) {
      for (const name of filesOfDocument(document).map(readerFileName)) if ((await under(name)) !== null) return name
      return ways.fileOf(document)
    },
  }

  return {
    reader,
    add(job: string, file: File): void {
      if (!isPdf(file)) return
      const sum = file.arrayBuffer().then((bytes) => sha256(new Uint8Array(bytes)))
      sum.catch(() => undefined)
      all.push({ job, file, sum })
    },
    /** Opens the file of a reading in the reader; null where there is none. */
    readerOf(job: string): (() => void) | null {
      const given = all.find((one) => one.job === job)
      if (given === undefined) return null
      return () =>
        void given.sum.then((sum) => open({ file: readerFileName(sum), name: given.file.name })).catch(console.error)
    },
  }
}

const isPdf = ({ type, name }: File): boolean => type === 'application/pdf' || /\.pdf$/i.test(name)
