import type { KamerlensDatabase } from '../open.ts'
import { hashOf, unitsIn } from './content.ts'
import { apply, type ChangedUnit, type Pause } from './segments.ts'
import type { IndexStore } from './store.ts'

/** Things to be found in a segment that is built at once. */
const segmentSize = 2_000
/** Units that are read at once. */
const batch = 50

export interface UpdateParts {
  readonly db: KamerlensDatabase
  readonly store: IndexStore
  readonly pause: Pause
}

/**
 * Brings these units of the index up to what is kept of them, a segment's worth at a time.
 *
 * @returns whether any was not
 */
export async function updateUnits({ db, store, pause }: UpdateParts, ids: readonly string[]): Promise<boolean> {
  let changed: ChangedUnit[] = []
  let size = 0
  let isChanged = false
  const flush = async () => {
    if (changed.length > 0) await apply(store, changed, pause)
    changed = []
    size = 0
  }
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch)
    const rows = await store.read(['units'], (reading) => reading.units(some))
    const units = await unitsIn(db, some)
    for (const [index, id] of some.entries()) {
      const unit = units[index] ?? null
      const hash = unit === null ? '' : hashOf(unit)
      if (hash === (rows[index]?.hash ?? '')) continue
      changed.push({ id, unit, hash })
      isChanged = true
      size += unit?.findables.length ?? 0
      if (size >= segmentSize) await flush()
    }
    await pause()
  }
  await flush()
  return isChanged
}
