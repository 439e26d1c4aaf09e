import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#tests/site/answers.ts'
import { answer } from '#tests/site/routes.ts'
import { askerIn } from '#utils/sources/http/ask.ts'
import { publicationsOf, searchUrl } from '#utils/sources/koop/publications.ts'
import { cases } from '../cases.ts'
import { hosts, worldOf } from './network.ts'

const xml = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'text/xml' }, body })
const gone: Answer = { status: 404, headers: {}, body: '' }

/** A publication whose metadata, or search, are answered with this. */
function publication(id: string, { metadata = gone, search }: { metadata?: Answer; search?: Answer }) {
  const world = worldOf((url) => (url.host === hosts.metadata ? metadata : (search ?? answer(url))))
  return world.run(publicationsOf(askerIn(world)).publication(id))
}

const statement = (name: string, content: string, scheme = '') =>
  `<metadata name="${name}" scheme="${scheme}" content="${content}"/>`
const metadataOf = (id: string, ...statements: string[]) =>
  xml(`<metadata_gegevens>${statement('DC.identifier', id)}${statements.join('')}</metadata_gegevens>`)
const search = (inner: string) =>
  xml(`<sru:searchRetrieveResponse xmlns:sru="x"><sru:version>2.0</sru:version>${inner}</sru:searchRetrieveResponse>`)
const diagnostic = (uri: string) =>
  search(
    `<sru:numberOfRecords>0</sru:numberOfRecords><sru:diagnostics><d:diagnostic xmlns:d="y"><d:uri>${uri}</d:uri><d:message>Fout</d:message></d:diagnostic></sru:diagnostics>`,
  )

describe('the metadata of a publication', () => {
  it('say who asked whom, when, and which paper of the Aanhangsel goes with it', async () => {
    const world = worldOf()
    const record = await world.run(publicationsOf(askerIn(world)).publication('kv-tk-2023Z08012'))
    expect(record).toMatchObject({
      type: 'written-questions',
      chamber: 'Tweede Kamer',
      date: '2023-05-03',
      askedBy: [{ name: 'F. van Zuilen', party: null }],
      askedOf: [{ name: null, function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
      zaken: [{ id: '2023Z08012', startedOn: '2023-05-03' }],
    })
    expect(record.related.map(({ aliases }) => aliases[0])).toEqual(['ah-tk-20222023-2345'])
    expect(world.asked.map(({ url }) => new URL(url).host)).toEqual([hosts.metadata])
  })

  it('say the same when they come by a search', async () => {
    for (const id of ['kv-tk-2023Z08012', 'ah-tk-20222023-2345', 'kst-36360-VIII-5', 'stcrt-2023-4711']) {
      const world = worldOf()
      const direct = await world.run(publicationsOf(askerIn(world)).publication(id))
      const { provenance, file, ...found } = await publication(id, {})
      expect(found).toMatchObject(JSON.parse(JSON.stringify({ ...direct, provenance: undefined, file: undefined })))
      expect(file?.url).toContain('https://repository.overheid.nl/frbr/officielepublicaties/')
      expect(provenance[0]?.from).toMatch(/^https:\/\/repository\.overheid\.nl\/.*\/metadata\.xml$/)
    }
  })

  it('take the kind in its own vocabulary before the general one', async () => {
    const types = [
      statement('DC.type', 'Kamerstuk', 'OVERHEIDop.Parlementair'),
      statement('DC.type', 'Lijst van vragen en antwoorden', 'OVERHEIDop.KamerstukTypen'),
    ]
    const record = await publication('kst-36360-7', { metadata: metadataOf('kst-36360-7', ...types) })
    expect([record.kind, record.type]).toEqual(['Lijst van vragen en antwoorden', 'question-and-answer-list'])
  })

  it('tell a postponement from an answer, whose ids look alike', async () => {
    const id = 'ah-tk-20222023-7'
    const [postponed, answered] = await Promise.all([
      publication(id, { metadata: metadataOf(id, statement('DC.type', 'Mededeling')) }),
      publication(id, { metadata: metadataOf(id, statement('DC.type', 'Antwoord')) }),
    ])
    expect([postponed.type, answered.type]).toEqual(['postponement', 'answers'])
  })

  it('are not believed when they are another paper’s', async () => {
    const metadata = metadataOf('kst-36360-8', statement('DC.title', 'Iets anders'))
    const empty = search('<sru:numberOfRecords>0</sru:numberOfRecords>')
    await expect(publication('kst-36360-7', { metadata, search: empty })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lead to official addresses alone', async () => {
    const record = `<sru:records><sru:record><sru:recordData><gzd><originalData><meta><owmskern><identifier>kst-36360-7</identifier></owmskern></meta></originalData>
<enrichedData><itemUrl manifestation="pdf">https://voorbeeld.example/x.pdf</itemUrl></enrichedData></gzd></sru:recordData></sru:record></sru:records>`
    const { file } = await publication('kst-36360-7', { search: search(record) })
    expect(file?.url).toBe('https://zoek.officielebekendmakingen.nl/kst-36360-7.pdf')
  })
})

describe('a search that fails', () => {
  it.each([
    ['info:srw/diagnostic/1/10', 'refused'],
    ['info:srw/diagnostic/1/1', 'busy'],
    ['info:srw/diagnostic/1/2', 'busy'],
  ])('says so with status 200: %s is «%s»', async (uri, code) => {
    await expect(publication('kst-36360-7', { search: diagnostic(uri) })).rejects.toMatchObject({ code })
  })

  it('is not one that found nothing', async () => {
    await expect(publication('kst-36360-7', {})).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    '',
    'geen XML',
    '<html><body>Storing</body></html>',
    '<sru:searchRetrieveResponse xmlns:sru="x"><sru:rec',
    '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
    `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`,
  ])('is a broken answer: %#', async (body) => {
    await expect(publication('kst-36360-7', { search: xml(body) })).rejects.toMatchObject({ code: 'broken-answer' })
  })
})

it('makes a record or a failure of any statements', async () => {
  const names =
    'DC.type DC.title OVERHEIDop.vraagnummer OVERHEIDop.dossiernummer OVERHEIDop.indiener OVERHEIDop.ontvanger DCTERMS.issued OVERHEIDop.aanhangsel __proto__ constructor'
  const escaped = (text: string) =>
    text.replace(/[^\p{L}\p{N} ;,()-]/gu, (sign) => `&#${Math.max(32, sign.codePointAt(0) ?? 32) % 0xd800};`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names.split(' ')), fc.string()), { maxLength: 6 }),
      async (statements) => {
        const lines = statements.map(([name, content]) => statement(name, escaped(content)))
        const id = 'ah-tk-20222023-7'
        const record = await publication(id, { metadata: metadataOf(id, ...lines) })
        expect(record.aliases).toEqual([id])
        for (const { id: zaak } of record.zaken) expect(zaak).toMatch(/^\d{4}Z\d{5}$/)
      },
    ),
    cases(50),
  )
  expect(Object.prototype).not.toHaveProperty('content')
})

it('asks for both spellings of an id in small letters', () => {
  expect(decodeURIComponent(searchUrl('kst-CXXIV-G'))).toContain(
    '(dt.identifier=="kst-CXXIV-G" OR dt.identifier=="kst-cxxiv-g")',
  )
})
