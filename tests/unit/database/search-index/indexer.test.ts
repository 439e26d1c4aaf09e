import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { SegmentState } from '#utils/database/search-index/index-state.ts'
import { toMerge } from '#utils/database/search-index/segments.ts'
import { parseQuery } from '#utils/search/query/query.ts'
import { cases } from '../../cases.ts'
import { idleJournal } from '../idle-journal.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { fill, fillOften, profile } from './indexed.ts'

describe('the index of what is kept', () => {
  test('follows what is kept, changed, removed and put back', async () => {
    const { start, found } = profile()
    const { db, indexer, onChange } = await start()
    expect(await found('cafe')).toEqual([])
    await fill(db)
    await indexer.settled()
    expect(onChange).toHaveBeenCalled()
    expect(await found('discriminatie')).toEqual(['d2023D20951 1'])
    expect(await found('dossier:36360')).toEqual(['d2023D20951 0', 'd2023D20951 1', 'd2023D20951 2', 'nn1 0'])
    expect(await found('status:open')).toEqual(['d2023D20951 1'])
    expect(await found('tag:later')).toEqual(['nn1 0'])
    await saveNote(
      db,
      { id: 'n1', target: '2023D20951', opened: 'Navragen bij CAFÉ', body: 'Afgehandeld', tags: [] },
      at(1),
    )
    await db.write(['questions'], () => db.questions.update(['2023D20951', 1], { answer: 'Een miljoen.' }))
    await indexer.settled()
    expect(await found('cafe')).toEqual([])
    expect(await found('tag:later')).toEqual([])
    expect(await found('afgehandeld')).toEqual(['nn1 0'])
    expect(await found('miljoen')).toEqual(['d2023D20951 2'])
    await deleteNote(db, 'n1', at(2))
    await deleteDocument(db, '2023D20951', at(2))
    await indexer.settled()
    expect(await found('')).toEqual([])
    await restoreDocument(db, '2023D20951', at(3))
    await indexer.settled()
    expect(await found('jaarverslag')).toEqual(['d2023D20951 0'])
  })

  test('a note follows the document that it is on', async () => {
    const { start, found } = profile()
    const { db, indexer } = await start()
    await saveNote(
      db,
      { id: 'own', target: 'kst-36360-VIII-5', opened: '', body: 'Kanttekening lijst', tags: [] },
      at(0),
    )
    await saveNote(db, { id: 'at', target: '2023D20951#156', opened: '', body: 'Kanttekening vraag', tags: [] }, at(0))
    await indexer.settled()
    expect(await found('dossier:36360')).toEqual(['nown 0'])
    await fill(db)
    await db.write(['documents'], () =>
      db.documents.update('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'], dossier: '36410' }),
    )
    await indexer.settled()
    expect(await found('dossier:36410 kanttekening')).toEqual(['nat 0', 'nown 0'])
    expect(await found('status:beantwoord kanttekening')).toEqual(['nat 0'])
    await db.write(['questions'], () => db.questions.update(['2023D20951', 1], { answer: '' }))
    await indexer.settled()
    expect(await found('status:beantwoord kanttekening')).toEqual([])
    await deleteDocument(db, '2023D20951', at(1))
    await indexer.settled()
    expect(await found('dossier:36410')).toEqual([])
    expect(await found('dossier:36360')).toEqual(['nown 0'])
  })

  test('is empty at once when everything was erased, and follows what is kept from then on', async () => {
    const { start, found } = profile()
    const { db, indexer, store } = await start()
    await fill(db)
    await indexer.settled()
    expect(await found('cafe')).not.toEqual([])
    await db.erase()
    await indexer.empty()
    expect(await found('cafe')).toEqual([])
    const left = await store.read(['state', 'blocks', 'dictionaries', 'units'], async (reading) => ({
      segments: (await reading.state())?.segments,
      units: await reading.unitIds(),
    }))
    expect(left).toEqual({ segments: [], units: [] })
    await fill(db)
    await indexer.settled()
    expect(await found('cafe')).not.toEqual([])
  })

  test('has nothing of what was erased, also where the background ended before it was emptied', async () => {
    const { start, found } = profile()
    const { db, indexer, stop } = await start()
    await fill(db)
    await indexer.settled()
    expect(await found('cafe')).toEqual(['nn1 0'])
    await db.erase()
    await saveNote(db, { id: 'n2', target: '2023D20951', opened: '', body: 'Begonnen' }, at(5))
    await stop()
    await start()
    expect(await found('cafe')).toEqual([])
    expect(await found('begonnen')).toEqual(['nn2 0'])
  })

  test('outlives the background, and is not built anew', async () => {
    const { start, found } = profile()
    const first = await start()
    await fill(first.db)
    await first.stop()
    const state = await first.store.read(['state'], (reading) => reading.state())
    const second = await start()
    await second.indexer.settled()
    expect(await second.store.read(['state'], (reading) => reading.state())).toEqual(state)
    expect(await found('coordinatie')).toEqual(['d2023D20951 2'])
  })

  test('what was written while nothing followed it is made good at the next start', async () => {
    const { start, found, options } = profile()
    const first = await start()
    await fill(first.db)
    await first.stop()
    const unseen = openTestDatabase(options)
    unseen.useJournal(idleJournal)
    await saveNote(unseen, { id: 'n2', target: '2023D20951', opened: '', body: 'Onopgemerkt' }, at(5))
    await deleteNote(unseen, 'n1', at(6))
    unseen.close()
    expect(await found('onopgemerkt')).toEqual([])
    await start()
    expect(await found('onopgemerkt')).toEqual(['nn2 0'])
    expect(await found('cafe')).toEqual([])
  })

  test('the first search and all of it bear that segments are merged while they read', async () => {
    const { start, page, found, damaged } = profile()
    const { db, indexer } = await start()
    await fillOften(db)
    await indexer.settled()
    for (const { search, right } of [
      {
        search: async () => (await page.findFirst(parseQuery('overal'), 10))?.questions.length ?? null,
        right: [10, null],
      },
      { search: async () => (await found('overal'))?.length ?? null, right: [100] },
    ]) {
      // Each round a segment is added, and some are merged.
      for (let round = 0; round < 12; round += 1) {
        await saveNote(db, { id: `m${round}`, target: '2023D20951', opened: '', body: `ronde ${round}` }, at(round))
        const results = await Promise.all([search(), indexer.settled(), search()])
        for (const result of [results[0], results[2]]) expect(right).toContain(result)
      }
    }
    expect(await found('overal')).toHaveLength(100)
    expect(damaged).not.toHaveBeenCalled()
  })

  test('segments become one, without what is gone, and 500 new records touch none of the large ones', async () => {
    const { start, found } = profile()
    const { db, indexer, store } = await start()
    for (let round = 0; round < 9; round += 1) {
      await saveNote(db, { id: `n${round}`, target: '2023D20951', opened: '', body: `ronde ${round}` }, at(round))
      if (round % 2 === 1) await deleteNote(db, `n${round - 1}`, at(round))
      await indexer.settled()
    }
    const state = await store.read(['state'], (reading) => reading.state())
    expect(state?.segments.length).toBeLessThan(4)
    expect(await found('ronde')).toEqual(['nn1 0', 'nn3 0', 'nn5 0', 'nn7 0', 'nn8 0'])
  })
})

test('however much is added and merged, there are few segments, and each thing is merged few times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 300 }), (sizes) => {
      let segments: readonly SegmentState[] = []
      let moved = 0
      let total = 0
      for (const [id, size] of sizes.entries()) {
        total += size
        segments = [...segments, segmentOf(id, size)]
        for (let group = toMerge(segments); group.length > 0; group = toMerge(segments)) {
          const joined = group.reduce((sum, one) => sum + one.size, 0)
          moved += joined
          segments = [...segments.filter((one) => !group.includes(one)), segmentOf(id, joined)]
        }
      }
      expect(segments.length).toBeLessThanOrEqual(3 * 9)
      expect(moved).toBeLessThanOrEqual(total * 9)
    }),
    cases(100),
  )
})

const segmentOf = (id: number, size: number): SegmentState => ({
  id,
  size,
  units: size,
  firsts: [],
  ends: [],
  listed: 0,
  postings: 0,
  long: 0,
  dead: [],
})
