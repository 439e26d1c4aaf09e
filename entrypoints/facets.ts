import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { FromFacetsWorker } from '#utils/browser/workers/facets-worker.ts'
import { facetColumns } from '#utils/database/library/question-facets.ts'
import { openDatabase } from '#utils/database/open.ts'

/**
 * The worker of the library's filters: reads all questions once, then it is ended. In the page that would leave some
 * hundred megabytes to be cleared away while somebody scrolls.
 */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as { postMessage(message: FromFacetsWorker, transfer: ArrayBuffer[]): void }
  facetColumns(openDatabase()).then(
    (columns) => scope.postMessage({ columns }, [columns.orders.buffer, columns.kindOf.buffer]),
    (error: unknown) => scope.postMessage({ error: String(error) }, []),
  )
})
