import { fillNoteMentions, type KamerlensDatabase } from '../open.ts'
import { writeTransaction } from '../opening/write-transaction.ts'
import { numberIn } from '../rows/number-in.ts'
import { applyChanges } from './changes.ts'
import { emptyAll, erasedKey, sequenceKey, type Upgraded, upgradedKey } from './everything.ts'
import type { JournalFiles } from './files.ts'
import type { JournalLink } from './journal.ts'
import { erasedBy, journalState, lackingIn } from './reading.ts'
import type { SecuredUpgrade } from './secured-upgrade.ts'

/** What was put right at a start; told to the user in one sentence until that is closed. */
export interface Recovered {
  /** `all`: the database was empty, and was made anew; `some`: its last changes were missing. */
  readonly what: 'all' | 'some'
  /** Notes that are there now. */
  readonly notes: number
  readonly at: string
}

const recoveredKey = 'recovered'

export interface RecoveryParts {
  readonly db: KamerlensDatabase
  readonly files: JournalFiles
  readonly link: Pick<JournalLink, 'snapshot' | 'erasing'>
  /** Makes the browser begin a new log of its own after an unclean end (`cure.ts`); nothing where it needs none. */
  readonly cure: () => Promise<void>
  readonly now: () => Date
  /** What the database asks before it is opened, which upgrades it. */
  readonly upgrade: Pick<SecuredUpgrade, 'isTaken'>
  /** Called when what a crash has done to the disk was looked after. */
  readonly prepared: () => void
}

/** Clean starts after an upgrade for which the snapshot of before it stays (SAFETY §2). */
const heldStarts = 3

/**
 * Makes sure, at the first start in a browser's session, that the database holds all that was ever shown as saved, and puts
 * it right from the journal where it does not (SAFETY §1). Nobody may write before it has resolved.
 *
 * @returns whether the second copy has all of it too. Where a snapshot could not be taken it has not; what is written then is written
 * down all the same, and a later start looks once more
 */
export async function recover(parts: RecoveryParts): Promise<boolean> {
  const { db, files, link, cure, now, upgrade, prepared } = parts
  const journal = await journalState(files)
  // Before anything is written behind what a crash may have torn. Where there is no room for that, there is still the second copy.
  if (!journal.isClean) await cure().catch((error: unknown) => console.error(error))
  prepared()
  // A try before this one may have failed.
  await db.open()
  const sequence = await sequenceOf(db)
  let isSecured = true
  const isErased = (await db.meta.get(erasedKey)) !== undefined
  const erased = isErased ? sequence : await erasedBy(files, sequence)
  // The browser has emptied it before the second copy was erased too, or a crash took from it what came after that.
  if (isErased ? sequence < journal.lastSeq : sequence === 0 && erased > 0)
    await restore(db, files, { sequence, lastSeq: journal.lastSeq, erased }, now)
  // What the user erased must not come back, nor lie about.
  if ((await db.meta.get(erasedKey)) !== undefined) {
    isSecured = await isTaken(link.snapshot({ alone: true }))
    if (isSecured) await db.meta.delete(erasedKey)
  } else if (sequence < journal.lastSeq) await restore(db, files, { sequence, lastSeq: journal.lastSeq, erased }, now)
  else if (sequence === 0) {
    // The first start with a journal: from now on an empty database is one that lost something.
    await db.transaction('rw', db.meta, () => db.meta.put({ key: sequenceKey, value: 1 }))
    isSecured = await isTaken(link.snapshot())
  }
  // One of the same moment would be written over that of before the upgrade.
  else if (!upgrade.isTaken() && (sequence > journal.lastSeq || journal.hasGap)) {
    isSecured = await isTaken(link.snapshot())
  }
  // An erasure that came to nothing, which nobody could note any more: what is there counts again.
  if ((await erasedBy(files, 0)) > 0 && (await db.meta.get(erasedKey)) === undefined)
    await link.erasing(null).catch((error: unknown) => console.error(error))
  if (!upgrade.isTaken() && journal.isClean && sequence >= journal.lastSeq) await countStart(db)
  return isSecured
}

function isTaken(snapshot: Promise<boolean>): Promise<boolean> {
  return snapshot.catch((error: unknown) => {
    console.error(error)
    return false
  })
}

/** After enough clean starts the snapshot of before the last upgrade is one like the others. */
async function countStart(db: KamerlensDatabase): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const upgraded = (await db.meta.get(upgradedKey))?.value as Upgraded | undefined
    if (upgraded === undefined) return
    const starts = upgraded.starts + 1
    if (starts < heldStarts) await db.meta.put({ key: upgradedKey, value: { ...upgraded, starts } })
    else await db.meta.delete(upgradedKey)
  })
}

/** What was put right, as long as the user has not read it. */
export async function recoveredIn(db: KamerlensDatabase): Promise<Recovered | null> {
  return ((await db.meta.get(recoveredKey))?.value as Recovered | undefined) ?? null
}

/** The user has read it. */
export async function forgetRecovered(db: KamerlensDatabase): Promise<true> {
  await db.write([], () => db.meta.delete(recoveredKey))
  return true
}

/** Whether a transaction was ever counted here: in a database that was looked after one always was. */
export const isCounted = async (db: KamerlensDatabase): Promise<boolean> => (await sequenceOf(db)) > 0

const sequenceOf = async (db: KamerlensDatabase): Promise<number> => numberIn(await db.meta.get(sequenceKey), 0)

/** How far both copies go. */
interface Extent {
  /** The last transaction that the database knows of. */
  readonly sequence: number
  /** The last one that the journal holds. */
  readonly lastSeq: number
  /** The one that erased everything (`erasedBy`). */
  readonly erased: number
}

async function restore(
  db: KamerlensDatabase,
  files: JournalFiles,
  { sequence, lastSeq, erased }: Extent,
  now: () => Date,
): Promise<void> {
  const { isOfBefore, before, snapshot, entries } = await lackingIn(files, sequence, erased)
  const tables = db.tables.map(({ name }) => name)
  await writeTransaction(db, tables, async () => {
    // Somebody was here before, and may have written since.
    if ((await sequenceOf(db)) !== sequence) return
    if (isOfBefore) await emptyAll(db)
    for (const { changes } of before) await applyChanges(db, changes)
    await applyChanges(db, snapshot?.changes ?? [])
    for (const { changes } of entries) await applyChanges(db, changes)
    if (snapshot !== null && !snapshot.changes.some(({ table }) => table === 'noteMentions')) await fillNoteMentions(db)
    const notes = (await db.notes.count()) - (await db.notes.where('deletedAt').above('').count())
    const recovered: Recovered = { what: sequence === 0 ? 'all' : 'some', notes, at: now().toISOString() }
    const isTold = erased === 0 || snapshot !== null || entries.length > 0
    await db.meta.bulkPut([
      { key: sequenceKey, value: Math.max(lastSeq, erased) },
      ...(isTold ? [{ key: recoveredKey, value: recovered }] : []),
      // Until the second copy holds nothing of before it.
      ...(erased > sequence ? [{ key: erasedKey, value: true }] : []),
    ])
  })
}
