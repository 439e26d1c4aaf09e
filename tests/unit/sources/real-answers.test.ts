import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answer } from '#tests/site/routes.ts'
import { parseTree } from '#utils/documents/xml/parse.ts'
import { nameOfWritten } from '#utils/references/ids/ids.ts'
import { counterpartOf } from '#utils/sources/counterpart.ts'
import { askerIn } from '#utils/sources/http/ask.ts'
import { factsOfRecord, firstOf, manifestationsOf } from '#utils/sources/koop/facts.ts'
import { publicationOf } from '#utils/sources/koop/read.ts'
import { serviceOf } from '#utils/sources/odata/metadata.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { documentOf, zaakRecordOf } from '#utils/sources/odata/read.ts'
import { nameIn, versions } from '#utils/sources/odata/versions.ts'
import { worldOf } from './network.ts'

const corpus = process.env.KAMERLENS_CORPUS
const folder = join(corpus ?? '', 'odata')
/** Files that a test has parsed. */
const parsed = new Set<string>()

function textOf(file: string): string {
  parsed.add(file)
  return readFileSync(join(corpus ?? '', file), 'utf8')
}

const filesIn = (name: string) => readdirSync(join(folder, name)).map((file) => textOf(join('odata', name, file)))

/** The open data, of v4 alone, that answer with these rows. */
function recorded(rows: readonly unknown[]) {
  const body = JSON.stringify({ value: rows })
  const world = worldOf((url) => {
    if (url.pathname.startsWith('/OData/v5')) return { status: 404, headers: {}, body: '' }
    if (url.pathname.endsWith('$metadata')) return answer(url)
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  })
  return { world, data: openData(askerIn(world), world.now) }
}

describe.skipIf(corpus === undefined)('recorded answers (needs KAMERLENS_CORPUS)', () => {
  it('the schema of v4 has every field that look-ups need', () => {
    const v4 = versions.find(({ name }) => name === 'v4')
    const schema = textOf(join('odata', 'metadata-v4-2.0-2025-10.xml'))
    const service = v4 && serviceOf(v4, schema)
    const fields = 'Nummer Ondernummer Aanhangselnummer HuidigeDocumentVersie Zaak BijlageDocument DocumentActor'
    for (const field of fields.split(' ')) expect(service && nameIn(service, 'Document', field)).not.toBeNull()
    expect(service && nameIn(service, 'Document', 'Nummer')).toBe('DocumentNummer')
    expect(service && nameIn(service, 'DocumentVersie', 'ExterneIdentifier')).toBe('ExterneIdentifier')
    expect(service && nameIn(service, 'Activiteit', 'VoortouwCommissieNaam')).toBe('Voortouwnaam')
  })

  it('documents become records with a kind, a day and canonical names; deleted ones none', async () => {
    for (const file of filesIn('document')) {
      const rows: { DocumentNummer: string; Verwijderd: boolean }[] = JSON.parse(file)
      for (const each of rows) {
        const { world, data } = recorded([each])
        const told = await world.run(data.documents([each.DocumentNummer]))
        expect(told.rows).toHaveLength(each.Verwijderd ? 0 : 1)
        const row = told.rows[0]
        if (row === undefined) continue
        const record = documentOf(row, told)
        expect(record.kind).toBe(row.Soort)
        expect(record.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(record.id).toMatch(/^\d{4}D\d{5}$/)
        for (const alias of record.aliases.slice(0, -1)) expect(nameOfWritten(alias)?.id).toBe(alias)
        if (record.type === 'answers' || record.type === 'postponement') {
          expect(record.aliases.filter((alias) => alias.startsWith('ah-tk-'))).toHaveLength(
            row.Aanhangselnummer ? 1 : 0,
          )
        }
      }
    }
  })

  it('zaken become records, with the publications of their papers', async () => {
    for (const file of filesIn('zaak_documents')) {
      const row = JSON.parse(file)
      const { world, data } = recorded([row])
      const told = await world.run(data.zaken([row.Nummer]))
      const record = told.rows[0] && zaakRecordOf(told.rows[0], told)
      expect(record?.id).toBe(row.Nummer)
      expect(record?.zaken[0]?.settled).toBe(row.Afgedaan)
      expect(record?.related.some(({ aliases }) => aliases.some((alias) => alias.startsWith('kst-')))).toBe(true)
    }
  })

  it('zaken without their papers become records too; deleted ones none', async () => {
    for (const file of filesIn('zaak')) {
      const rows: { Nummer: string; Verwijderd: boolean }[] = JSON.parse(file)
      for (const each of rows) {
        const { world, data } = recorded([each])
        const told = await world.run(data.zaken([each.Nummer]))
        expect(told.rows).toHaveLength(each.Verwijderd ? 0 : 1)
        const row = told.rows[0]
        if (row === undefined) continue
        const record = zaakRecordOf(row, told)
        expect(record).toMatchObject({ is: 'zaak', id: row.Nummer, kind: row.Soort, related: [] })
        expect(record.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(counterpartOf(record)).toBeNull()
      }
    }
  })

  it('a record of a search becomes a record of ours', () => {
    const record = parseTree(textOf(join('koop', 'searchrec.xml')), 'broken-xml')
    const facts = factsOfRecord(record)
    const id = firstOf(facts, 'identifier') ?? ''
    const read = publicationOf(id, facts, manifestationsOf(record), 'https://repository.overheid.nl/sru', '')
    expect(read.title).not.toBeNull()
    expect(read.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(read.file?.url).toMatch(/^https:\/\/repository\.overheid\.nl\/.*\.pdf$/)
  })

  it('no recorded file was left out', () => {
    const all = ['odata', 'koop'].flatMap((name) =>
      readdirSync(join(corpus ?? '', name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(corpus ?? '', join(entry.parentPath, entry.name))),
    )
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((file) => !parsed.has(file))).toEqual([])
  })
})
