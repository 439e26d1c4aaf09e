import { describe, expect, test } from 'vitest'
import { exportAll } from '#utils/database/export/export.ts'
import { ImportFailure } from '#utils/database/import/read-export.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { recordTables } from '#utils/database/records/records.ts'
import { at } from '../open-test-database.ts'
import { exported } from './imported.ts'
import { filled } from './transferred.ts'

describe('what is whole in a file that is not', () => {
  const text = async () => (await exportAll(await filled(), at(60)))[0].text()

  test('of a whole file everything is read', async () => {
    const { records, lost } = await salvageExport(new Blob([await text()]))
    expect(records).toEqual(await exported(await filled()))
    expect(lost).toBe(0)
  })

  test('cut off anywhere, every record before the cut is read, and nothing that is half', async () => {
    const whole = await text()
    const all = (await salvageExport(new Blob([whole]))).records
    let most = 0
    for (let cut = 0; cut < whole.length; cut += 97) {
      const salvaged = await salvageExport(new Blob([whole.slice(0, cut)])).catch((error: unknown) => error)
      if (salvaged instanceof ImportFailure) {
        expect(['not-an-export', 'cut-off']).toContain(salvaged.code)
        continue
      }
      const { records } = salvaged as Awaited<ReturnType<typeof salvageExport>>
      for (const table of recordTables) for (const row of records[table]) expect(all[table]).toContainEqual(row)
      const count = recordTables.reduce((sum, table) => sum + records[table].length, 0)
      expect(count).toBeGreaterThanOrEqual(most)
      most = count
    }
    expect(most).toBeGreaterThan(4)
  })

  test('line ends that another program or the mail made its own are line ends', async () => {
    const whole = await text()
    const { records } = await salvageExport(new Blob([whole]))
    const cut = whole.replaceAll('\n', '\r\n').slice(0, -100)
    expect((await salvageExport(new Blob([cut]))).records).toEqual(records)
  })

  test('a damaged line costs that record, and what says something of it alone', async () => {
    const damaged = (await text()).replace('{"id":"n1"', '{"id":n1"')
    const { records, lost } = await salvageExport(new Blob([damaged]))
    expect(lost).toBe(1)
    expect(records.notes.map(({ id }) => id)).toEqual(['n2'])
    expect(records.noteTags).toEqual([])
    expect(records.questions).toHaveLength(2)
  })

  test('foreign keys are no part of it, nor is a record that is none of ours', async () => {
    for (const begin of ['{"__proto__":{"x":1},"id":"n1"', '{"id":1']) {
      const hostile = (await text()).replace('{"id":"n1"', begin)
      expect((await salvageExport(new Blob([hostile]))).records.notes.map(({ id }) => id)).toEqual(['n2'])
    }
  })

  test('questions of a document that is lost are lost with it, and a file in which nothing is whole is refused', async () => {
    const whole = await text()
    const records = (await salvageExport(new Blob([whole]))).records
    const broken = records.documents.reduce((all, { id }) => all.replace(`{"id":"${id}"`, `{"id":${id}"`), whole)
    expect((await salvageExport(new Blob([broken]))).records.questions).toEqual([])
    const nothing = new Blob([whole.replaceAll(/^\{"/gm, '{')])
    await expect(salvageExport(nothing)).rejects.toMatchObject({ code: 'cut-off' })
  })

  test('a file of lines without end that are no records is given up soon', async () => {
    const begin = '{"format": "kamerlens-export"\n"notes": [\n'
    // Each line that is read in vain costs some microseconds, and a file may have fifty million.
    await expect(salvageExport(new Blob([begin, '1\n'.repeat(200_001)]))).rejects.toMatchObject({ code: 'damaged' })
    await expect(salvageExport(new Blob([begin, '\n'.repeat(1_000)]))).rejects.toMatchObject({ code: 'cut-off' })
  })
})
