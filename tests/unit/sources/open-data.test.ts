import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#tests/site/answers.ts'
import { answer } from '#tests/site/routes.ts'
import { askerIn } from '#utils/sources/http/ask.ts'
import type { ServiceChoice } from '#utils/sources/odata/choose.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { documentOf } from '#utils/sources/odata/read.ts'
import { cases } from '../cases.ts'
import { type World, worldOf } from './network.ts'

const numbers = ['2023D19158']
const dataOf = (world: World) => openData(askerIn(world), world.now)
const pathsOf = (world: World) => world.asked.map(({ url }) => new URL(url).pathname)
const gone: Answer = { status: 404, headers: {}, body: '' }
const json = (value: string): Answer => ({ status: 200, headers: { 'content-type': 'application/json' }, body: value })

/** The stand-in, but for addresses that `other` answers. */
const but = (other: (url: URL) => Answer | null) => worldOf((url) => other(url) ?? answer(url))

describe('the version of the open data', () => {
  it('is the newest that has a schema, read once', async () => {
    const world = worldOf()
    const data = dataOf(world)
    const told = await world.run(data.documents(numbers))
    await world.run(data.zaken(['2023Z08012']))
    expect(told.service.name).toBe('v5')
    expect(pathsOf(world)).toEqual(['/OData/v5/$metadata', '/OData/v5/Document', '/OData/v5/Zaak'])
  })

  it.each([
    ['does not exist', gone],
    ['gives a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Storing</p>' }],
    ['gives a schema without documents', { ...gone, status: 200, body: '<Edmx><EntityType Name="Zaak"/></Edmx>' }],
    ['breaks off', { ...gone, status: 200, body: '<Edmx><EntityType Name="Docu' }],
    ['refuses', { ...gone, status: 403 }],
  ] satisfies [string, Answer][])('is the one before where the newest %s', async (_, fault) => {
    const world = but(({ pathname }) => (pathname === '/OData/v5/$metadata' ? fault : null))
    const told = await world.run(dataOf(world).documents(numbers))
    expect([told.service.name, told.rows[0]?.Nummer]).toEqual(['v4', '2023D19158'])
  })

  it('says the same in both', async () => {
    const withoutV5 = but(({ pathname }) => (pathname.startsWith('/OData/v5') ? gone : null))
    const recordOf = async (world: World, number: string) => {
      const told = await world.run(dataOf(world).documents([number]))
      const [row] = told.rows
      const { provenance, ...record } = row ? documentOf(row, told) : { provenance: [] }
      return record
    }
    for (const number of ['2023D19158', '2023D20951', '2023D20123']) {
      expect(await recordOf(withoutV5, number)).toEqual(await recordOf(worldOf(), number))
    }
  })

  it('is chosen anew when it ends, and when a day has gone by', async () => {
    let ended = false
    const world = but(({ pathname }) => (ended && pathname.startsWith('/OData/v5') ? gone : null))
    const data = dataOf(world)
    await world.run(data.documents(numbers))
    ended = true
    expect((await world.run(data.documents(numbers))).service.name).toBe('v4')
    ended = false
    world.pass(2 * 60 * 60_000)
    expect((await world.run(data.documents(numbers))).service.name).toBe('v5')
  })

  it('is remembered over the sleep of the background, its address never', async () => {
    const world = worldOf()
    let kept: unknown = null
    const memory = {
      read: async () => kept,
      write: async (choice: ServiceChoice) => {
        kept = JSON.parse(JSON.stringify({ ...choice, service: { ...choice.service, base: 'https://evil.example' } }))
      },
    }
    const ask = askerIn(world)
    await world.run(openData(ask, world.now, memory).documents(numbers))
    await world.run(openData(ask, world.now, memory).documents(numbers))
    expect(pathsOf(world)).toEqual(['/OData/v5/$metadata', '/OData/v5/Document', '/OData/v5/Document'])
    kept = { service: { name: 'v5', properties: 'x' }, until: 1e15 }
    await world.run(openData(ask, world.now, memory).documents(numbers))
    expect(pathsOf(world).slice(3)).toEqual(['/OData/v5/$metadata', '/OData/v5/Document'])
  })

  it('is not looked for while the host is busy', async () => {
    const busy: Answer = { status: 503, headers: { 'retry-after': '60' }, body: '' }
    const world = but(({ pathname }) => (pathname === '/OData/v5/$metadata' ? busy : null))
    await expect(world.run(dataOf(world).documents(numbers))).rejects.toMatchObject({ code: 'busy' })
    expect(world.asked).toHaveLength(1)
  })

  it('never makes a paper «not found» by its absence', async () => {
    const world = but(({ host }) => (host === 'gegevensmagazijn.tweedekamer.nl' ? gone : null))
    await expect(world.run(dataOf(world).documents(numbers))).rejects.toMatchObject({ code: 'broken-answer' })
    const halfway = but(({ pathname }) => (pathname.endsWith('/Document') ? gone : null))
    await expect(halfway.run(dataOf(halfway).documents(numbers))).rejects.toMatchObject({ code: 'broken-answer' })
  })
})

describe('the rows of the open data', () => {
  it('are asked for in batches of what one request takes', async () => {
    const world = worldOf()
    const many = Array.from({ length: 60 }, (_, index) => `2023D${19_120 + index}`)
    const told = await world.run(dataOf(world).documents(many))
    expect(told.rows.map(({ Nummer }) => Nummer)).toEqual(['2023D19158'])
    expect(pathsOf(world).filter((path) => path.endsWith('/Document'))).toHaveLength(4)
  })

  it('are none for no numbers, without asking', async () => {
    const world = worldOf()
    expect((await world.run(dataOf(world).documents([]))).rows).toEqual([])
    expect(pathsOf(world).filter((path) => path.endsWith('/Document'))).toEqual([])
  })

  const id = '5ca1ab1e-0001-4000-8000-000000000001'
  const told = (value: string) => {
    const world = but(({ pathname }) => (pathname.endsWith('/Document') ? json(value) : null))
    return world.run(dataOf(world).documents(numbers))
  }

  it('may lack any field, have new ones, and have the wrong kind of value in any', async () => {
    const rows = `[{"Id":"${id}"},{"Id":"${id.toUpperCase()}","Nummer":17,"Titel":{"a":1},"Datum":[],"Zaak":"x","Nieuw":{"b":2}}]`
    const { rows: read } = await told(`{"value":${rows}}`)
    expect(read).toHaveLength(2)
    expect(read[1]).toMatchObject({ Id: id, Nummer: null, Titel: null, Datum: null, Zaak: [], Ondernummer: null })
    expect(read[1]).not.toHaveProperty('Nieuw')
  })

  it('say −1 where there is no ondernummer', async () => {
    const { rows } = await told(`{"value":[{"Id":"${id}","Ondernummer":-1},{"Id":"${id}","Ondernummer":7}]}`)
    expect(rows.map(({ Ondernummer }) => Ondernummer)).toEqual([null, 7])
  })

  it('name the new ids of answers, whose old ones lead nowhere', async () => {
    const answers = await told(
      `{"value":[{"Id":"${id}","Aanhangselnummer":"252600007","HuidigeDocumentVersie":{"ExterneIdentifier":"ah-1251487"}}]}`,
    )
    const [record] = answers.rows.map((row) => documentOf(row, answers))
    expect(record?.aliases).toEqual(['ah-1251487', 'ah-tk-20252026-7', id])
    expect(record?.links).toEqual(['https://zoek.officielebekendmakingen.nl/ah-1251487.html'])
  })

  it('say who asked by who signed, where the zaak does not: members, not ministers', async () => {
    const signed = (name: string, office: string) =>
      `{"ActorNaam":"${name}","ActorFractie":null,"Functie":"${office}","Relatie":"Eerste ondertekenaar"}`
    const asked = await told(
      `{"value":[{"Id":"${id}","Soort":"Schriftelijke vragen","DocumentActor":[${signed('A', 'Tweede Kamerlid')},${signed('B', 'minister voor Klimaat')}]}]}`,
    )
    const [record] = asked.rows.map((row) => documentOf(row, asked))
    expect(record?.askedBy).toEqual([{ name: 'A', party: null }])
  })

  it('are left out when deleted, at any depth', async () => {
    const deleted = `{"Id":null,"Nummer":null,"Verwijderd":true}`
    const { rows } = await told(
      `{"value":[${deleted},{"Id":"${id}","Zaak":[${deleted},{"Id":"${id}","Document":[${deleted}]}]}]}`,
    )
    expect(rows).toHaveLength(1)
    expect([rows[0]?.Zaak.length, rows[0]?.Zaak[0]?.Document]).toEqual([1, []])
  })

  it.each([
    '',
    'null',
    '[]',
    '{"value":{}}',
    '{"value":[1]}',
    '{"value":[{"Id":"geen"}]}',
    '{"error":{"message":"x"}}',
    `{"value":[{"Id":"${id}"}`,
    `${'['.repeat(200_000)}`,
    `{"value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ])('are no answer in another shape: %#', async (text) => {
    await expect(told(text)).rejects.toMatchObject({ code: 'broken-answer' })
  })

  it('reach no prototype', async () => {
    const { rows } = await told(
      `{"__proto__":{"polluted":1},"value":[{"Id":"${id}","__proto__":{"Titel":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"Zaak":[{"Id":"${id}","__proto__":{"Nummer":"2023Z00001"}}]}]}`,
    )
    expect(rows[0]).toMatchObject({ Titel: null, Zaak: [{ Nummer: null }] })
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  it('have titles of four thousand characters at most', async () => {
    const { rows } = await told(`{"value":[{"Id":"${id}","Titel":"${'a'.repeat(1_000_000)}"}]}`)
    expect(rows[0]?.Titel).toHaveLength(4_000)
  })

  it('become a record or a failure, whatever comes', async () => {
    const world = worldOf()
    const told = await world.run(dataOf(world).documents(numbers))
    const fields =
      'Id Nummer Soort Titel Datum Kamer Ondernummer Aanhangselnummer Zaak DocumentActor Verwijderd __proto__'.split(
        ' ',
      )
    const row = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 3 }), fc.boolean(), async (rows, named) => {
        const value = rows.map((each) => (named ? { ...each, Id: id } : each))
        const other = but(({ pathname }) => (pathname.endsWith('/Document') ? json(JSON.stringify({ value })) : null))
        const outcome = await other.run(
          dataOf(other)
            .documents(numbers)
            .catch((error) => error),
        )
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'broken-answer' })
        else for (const each of outcome.rows) expect(documentOf(each, told).aliases.length).toBeGreaterThan(0)
      }),
      cases(20),
    )
  })
})

describe('an answer about something else', () => {
  /** A service that gives all that it has, whatever it is asked. */
  const unfiltered = () => {
    const world = worldOf(({ href }) => answer(new URL(href.replace(/(?<=[?&]\$filter=)[^&]*/, 'Verwijderd eq false'))))
    return { world, data: dataOf(world) }
  }
  const key = { number: 36360, toevoeging: 'VIII' }

  type Look = (data: ReturnType<typeof dataOf>) => Promise<unknown>
  const looks: readonly (readonly [string, Look])[] = [
    ['a document', (data) => data.documents(numbers)],
    ['a zaak', (data) => data.zaken(['2023Z08012'])],
    ['an activiteit', (data) => data.activiteiten(['2023A04321'])],
    ['a publication', (data) => data.documentsOfPublication('kst-36360-VIII-5')],
    ['an Aanhangsel', (data) => data.documentsOfAanhangsel('222302753')],
    ['a paper of a dossier', (data) => data.documentsInDossier(key, { ondernummer: 5 })],
    ['a dossier', (data) => data.dossiers(key)],
  ]
  it.each(looks)('is none: of %s', async (_, look) => {
    const { world, data } = unfiltered()
    await expect(world.run(look(data))).rejects.toMatchObject({ code: 'broken-answer' })
  })
})
