import { type FacetColumns, type FacetedQuestion, facetedQuestions } from '../database/question-facets.ts'
import { startWorker } from './trusted-types.ts'

export type FromFacetsWorker = { readonly columns: FacetColumns } | { readonly error: string }

/** All questions as filters see them, read by a worker of its own, which is ended as soon as it has answered. */
export async function facetsInWorker(): Promise<readonly FacetedQuestion[]> {
  const worker = startWorker('/facets.js')
  try {
    const answer = await new Promise<FromFacetsWorker>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromFacetsWorker>) => resolve(data))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    })
    if ('error' in answer) throw new Error(answer.error)
    return facetedQuestions(answer.columns)
  } finally {
    worker.terminate()
  }
}
