import { describe, expect, test } from 'vitest'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { exportText } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { ImportFailure } from '#utils/database/import/read-export.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { isFresh, lookedUp } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRecord } from '#utils/database/records/official-shapes.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { lookUps } from '../../sources/look-up.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'
import { exported } from './imported.ts'
import { readExport } from './read-export.ts'

const leaning = (db: KamerlensDatabase, id: string) =>
  saveNote(db, { id: `on-${id.replace(/\W/g, '-')}`, target: id, opened: '', body: 'x' }, at(1))

/** A file with these rows alone, its counts and hash right. */
async function fileWith(lookups: readonly unknown[]): Promise<Blob> {
  const records = await exported(openTestDatabase())
  return new Blob([await exportText({ ...records, lookups: lookups as readonly LookupRecord[] }, at(0))])
}

const failure = async (row: unknown): Promise<string> => {
  const error: unknown = await readExport(await fileWith([row])).catch((thrown: unknown) => thrown)
  return error instanceof ImportFailure ? error.code : 'no failure'
}

describe('what the official services said, in exports', () => {
  test('goes along where a note, a watch or a kept document leans on it, as it is and with nothing of this machine', async () => {
    const db = openTestDatabase()
    await db.lookups.bulkAdd([
      lookupRow(
        '2023D00001',
        { aliases: ['2023D00001', 'kst-36360-1'] },
        { wanted: at(0).toISOString(), follow: 'counterpart' },
      ),
      lookupRow('2023D00002', { aliases: ['2023D00002', 'kst-36360-2'] }),
      lookupRow('2023D00003', { aliases: ['2023D00003', 'kst-36360-3'] }),
      lookupRow('2023D00004'),
      lookupRow('2023D00005', null),
    ])
    await leaning(db, 'kst-36360-1#4')
    await leaning(db, '2023D00005')
    await db.documents.add(documentRow('kst-36360-2'))
    await db.watches.add({ target: 'kst-36360-3', nextCheck: at(9).toISOString() })
    const { lookups } = await exported(db)
    expect(lookups.map(({ id }) => id)).toEqual(['2023D00001', '2023D00002', '2023D00003'])
    expect(lookups[0]).not.toHaveProperty('wanted')
    expect(lookups[0]).not.toHaveProperty('follow')
    const other = openTestDatabase()
    await applyImport(other, await exported(db))
    expect(await other.lookups.toArray()).toEqual(lookups)
  })

  test('whatever the services say fits into the file', async () => {
    const ids =
      '2023D19158 2023Z08012 ah-tk-20222023-2345 2023Z09100 kv-tk-2023Z10477 2023D24990 2023D20951 kst-36360-B kst-CXXIV-G stcrt-2023-4711 2023A01234 dossier-36360-VIII'.split(
        ' ',
      )
    const { world, resolver } = lookUps()
    const db = openTestDatabase()
    const found = await world.run(resolver.lookUpAll(ids))
    for (const [id, outcome] of found) {
      if (outcome instanceof SourceFailure) throw new Error(`${id}: ${outcome.message}`)
      await keepFound(db, id, outcome, at(0))
      await leaning(db, id)
    }
    const { lookups } = await exported(db)
    expect(lookups).toEqual(await db.lookups.toArray())
    expect(lookups.length).toBeGreaterThan(8)
  })

  test('of two machines the later answer stays, under the names of both; the same import again changes nothing', async () => {
    const [here, there] = [openTestDatabase(), openTestDatabase()]
    await here.lookups.bulkAdd([
      lookupRow('2023D00001', { subject: 'Eerst' }, { askedAt: at(1).toISOString(), wanted: at(8).toISOString() }),
      lookupRow('kst-36360-1', { id: 'kst-36360-1', subject: 'Ook' }, { askedAt: at(2).toISOString() }),
      lookupRow('2023D00002', { subject: 'Later' }, { askedAt: at(9).toISOString() }),
      lookupRow('2023D00003', null, { askedAt: at(9).toISOString() }),
    ])
    await there.lookups.bulkAdd([
      lookupRow(
        'kst-36360-1',
        { subject: 'Toen', aliases: ['kst-36360-1', '2023D00001'] },
        { askedAt: at(5).toISOString() },
      ),
      lookupRow('2023D00002', { subject: 'Eerder' }, { askedAt: at(3).toISOString() }),
      lookupRow('2023D00003', { subject: 'Bekend' }, { askedAt: at(3).toISOString() }),
    ])
    for (const id of ['kst-36360-1', '2023D00002', '2023D00003']) await leaning(there, id)
    const records = await exported(there)
    await applyImport(here, records)
    const joined = await lookedUp(here, 'kst-36360-1')
    expect(joined).toMatchObject({ id: '2023D00001', askedAt: at(5).toISOString(), wanted: at(8).toISOString() })
    expect(joined?.document?.subject).toBe('Toen')
    expect(joined?.aliases).toEqual(expect.arrayContaining(['2023D00001', 'kst-36360-1']))
    expect(await here.lookups.count()).toBe(3)
    expect((await lookedUp(here, '2023D00002'))?.document?.subject).toBe('Later')
    expect((await lookedUp(here, '2023D00003'))?.document?.subject).toBe('Bekend')
    const before = await here.lookups.toArray()
    await applyImport(here, records)
    expect(await here.lookups.toArray()).toEqual(before)
  })

  test('a zaak and its questions stay two, also where both go by one name', async () => {
    const [here, there] = [openTestDatabase(), openTestDatabase()]
    await here.lookups.add(lookupRow('2023Z00001', { is: 'zaak' }))
    await there.lookups.add(
      lookupRow('kv-tk-2023Z00001', { aliases: ['kv-tk-2023Z00001', '2023Z00001'] }, { aliases: ['kv-tk-2023Z00001'] }),
    )
    await leaning(there, 'kv-tk-2023Z00001')
    await applyImport(here, await exported(there))
    expect((await here.lookups.toArray()).map(({ document }) => document?.is)).toEqual(['zaak', 'document'])
    const row = await lookedUp(here, 'kv-tk-2023Z00001')
    expect(row && isFresh(row, at(0))).toBe(true)
  })

  test('a record that no service could have said refuses the file', async () => {
    const row = lookupRow('2023D00001', { links: ['https://www.tweedekamer.nl/'] })
    expect(await failure(row)).toBe('no failure')
    const { document } = row
    for (const bad of [
      { ...row, document: null },
      { ...row, wanted: row.askedAt },
      { ...row, aliases: ['2023D00002'] },
      { ...row, expiresAt: 'ooit' },
      { ...row, document: { ...document, links: ['javascript:alert(1)'] } },
      { ...row, document: { ...document, file: { url: 'http://www.tweedekamer.nl/', contentType: null, size: 1 } } },
      { ...row, document: { ...document, date: '22-05-2023' } },
      { ...row, document: { ...document, is: 'motie' } },
      { ...row, document: { ...document, extra: 1 } },
      {
        ...row,
        document: { ...document, related: [{ aliases: [], by: 'zaak', kind: null, type: null, title: null }] },
      },
      { ...row, document: { ...document, subject: 'x'.repeat(20_001) } },
      { ...row, document: { ...document, provenance: [{ fact: 'alles', from: 'https://x.nl/', at: row.askedAt }] } },
    ]) {
      expect(await failure(bad), JSON.stringify(bad).slice(0, 300)).toBe('damaged')
    }
  })
})
