import { useEffect, useState } from 'preact/hooks'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import { showError } from '../parts/failure-words.ts'
import { useServices } from '../store/services.ts'
import { officialPdf, sourcePlace } from './source-place.ts'

/** Opens a document in the reader; null where its PDF is not to be had. */
export function useReader(document: DocumentRow): (() => void) | null {
  const open = useOpen()
  const url = officialPdf(document)
  const file = useFileAtHand(document, url === null)
  if (url !== null) return () => void open({ url, title: document.title })
  return file === null ? null : () => void open({ file, name: document.title })
}

/** Opens the reader at a question that was read from a PDF; null where it was not, or the PDF is not to be had. */
export function useReaderAt(document: DocumentRow, row: QuestionRow): (() => void) | null {
  const open = useOpen()
  const place = sourcePlace(document, row)
  const file = useFileAtHand(document, place === null)
  const question = row.order
  if (place?.isPdf) return () => void open({ url: withoutFragment(place.url), title: document.title, question })
  return file === null ? null : () => void open({ file, name: document.title, question })
}

function useOpen() {
  const { reader } = useServices()
  return async (request: Parameters<typeof reader.open>[0]) => {
    const answer = await reader.open(request)
    if (!answer.ok) showError(answer.error)
  }
}

/** The name under which the bytes of a file of the user's own lie, as long as they do. */
function useFileAtHand(document: DocumentRow, isAsked: boolean): string | null {
  const { reader } = useServices()
  const [file, setFile] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    setFile(null)
    if (isAsked) {
      void reader.fileOf(document).then((name) => {
        if (isCurrent) setFile(name)
      })
    }
    return () => {
      isCurrent = false
    }
  }, [document, isAsked])
  return file
}
