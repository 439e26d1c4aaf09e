import { madeDocuments } from '#tests/fixtures/documents/prints.ts'
import { readDocument } from '#utils/documents/read.ts'
import { type QuestionDocument, ReadingFailure } from '#utils/documents/types.ts'
import { type Judged, judge } from './compare.ts'

/** What a document gives, or why it can't be read. */
export async function readOrFailure(bytes: Uint8Array): Promise<QuestionDocument | { readonly failure: string }> {
  try {
    return await readDocument(bytes)
  } catch (error) {
    if (error instanceof ReadingFailure) return { failure: error.code }
    throw error
  }
}

/** The made-up papers in every layout and format, a group a format. */
export async function judgeGenerated(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const made of madeDocuments()) {
    judged.push(judge({ ...made, group: `generated ${made.format}` }, await readOrFailure(await made.bytes())))
  }
  return judged
}
