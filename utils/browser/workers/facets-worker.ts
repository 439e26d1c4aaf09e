import { type FacetColumns, type FacetedQuestion, facetedQuestions } from '../../database/library/question-facets.ts'
import { startWorker } from './trusted-types.ts'

export type FromFacetsWorker = { readonly columns: FacetColumns } | { readonly error: string }

/** Milliseconds until a worker that says nothing is given up: not every browser tells that one was ended. */
const answerTimeout = 2 * 60_000

/** Ends the reading that goes on. */
let endLast = (): void => {}

/**
 * All questions as filters see them, read by a worker of its own, which is ended as soon as it has answered. One reads at a time:
 * each holds all of them in memory, and what an earlier one would tell is of before.
 */
export async function facetsInWorker(): Promise<readonly FacetedQuestion[]> {
  endLast()
  const worker = startWorker('/facets.js')
  const { promise, resolve, reject } = Promise.withResolvers<FromFacetsWorker>()
  const end = (why: string) => reject(new Error(why))
  endLast = () => end('The questions are read anew.')
  worker.addEventListener('message', ({ data }: MessageEvent<FromFacetsWorker>) => resolve(data))
  worker.addEventListener('messageerror', () => end('The answer could not be read.'))
  worker.addEventListener('error', ({ message }) => end(message))
  const timer = setTimeout(() => end('No answer came.'), answerTimeout)
  try {
    const answer = await promise
    if ('error' in answer) throw new Error(answer.error)
    return facetedQuestions(answer.columns)
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
