import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { playedVersions, schemaOf } from '#tests/site/odata/schema.ts'
import { searchUrl } from '#utils/sources/koop/publications.ts'
import { aanhangselId, nineDigitsOf } from '#utils/sources/odata/aanhangsel.ts'
import { all, any, batches, equal, mostNodes, some } from '#utils/sources/odata/filter.ts'
import { serviceOf } from '#utils/sources/odata/metadata.ts'
import { queryUrl } from '#utils/sources/odata/query-url.ts'
import { documentShape, dossierPaperShape, dossierShape, newestFirst, zaakShape } from '#utils/sources/odata/shapes.ts'
import { type Service, versions } from '#utils/sources/odata/versions.ts'
import { cases } from '../cases.ts'

const services = versions.map((version): Service => {
  const played = playedVersions.find(({ base }) => version.base.endsWith(base))
  return serviceOf(version, played ? schemaOf(played) : '')
})
const [v5, v4] = services as [Service, Service]

/** Options of an address, decoded, as the service sees them. */
function optionsOf(url: string): ReadonlyMap<string, string> {
  const query = url.slice(url.indexOf('?') + 1)
  return new Map(
    query.split('&').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const
    }),
  )
}

describe('a question to the open data', () => {
  it('names the fields as each version does', () => {
    const select = (service: Service) => optionsOf(queryUrl(service, documentShape, equal('Id', ''))).get('$select')
    expect(select(v5)?.split(',')).toEqual(expect.arrayContaining(['Nummer', 'Ondernummer']))
    expect(select(v5)).not.toMatch(/DocumentNummer|Volgnummer/)
    expect(select(v4)?.split(',')).toEqual(expect.arrayContaining(['DocumentNummer', 'Volgnummer']))
    expect(select(v4)).not.toMatch(/(?<!Document)Nummer|Ondernummer/)
  })

  it('leaves out what a version does not know', () => {
    const poor: Service = {
      ...v5,
      properties: { ...v5.properties, Besluit: ['Id'], Zaak: ['Id', 'Nummer', 'Besluit'] },
    }
    const url = queryUrl(poor, zaakShape, equal('Nummer', '2023Z08012'))
    expect(optionsOf(url).get('$select')).toBe('Id,Nummer')
    expect(optionsOf(url).get('$expand')).toBe('Besluit($select=Id)')
  })

  it('asks for as many rows as the version gives, never for deleted ones, and keeps its dollar signs', () => {
    for (const [service, rows] of [
      [v5, '100'],
      [v4, '250'],
    ] as const) {
      const url = queryUrl(service, zaakShape, equal('Nummer', '2023Z08012'))
      expect(url).not.toMatch(/%24|[\s"<>']{2}|#/)
      expect(optionsOf(url).get('$top')).toBe(rows)
      expect(optionsOf(url).get('$expand')).toContain('Document($filter=Verwijderd eq false;')
      // A navigation to a single row can't be filtered.
      expect(optionsOf(url).get('$expand')).toContain('HuidigeDocumentVersie($select=')
    }
  })

  it('orders the papers of a dossier, so that a further page goes on where the first ended', () => {
    for (const service of [v5, v4]) {
      const first = optionsOf(queryUrl(service, dossierShape, equal('Nummer', 36_360))).get('$expand')
      expect(first).toContain('Document($filter=Verwijderd eq false;$orderby=Datum desc,Id desc;$top=100;')
      const url = queryUrl(service, dossierPaperShape, equal('Soort', 'Motie'), { order: newestFirst, skip: 100 })
      expect(url).not.toMatch(/%24|\s/)
      expect([...optionsOf(url)].slice(-3)).toEqual([
        ['$orderby', 'Datum desc,Id desc'],
        ['$skip', '100'],
        ['$top', String(service.mostRows)],
      ])
    }
  })

  it('holds a text as that text and as nothing else, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.integer({ min: 0xd700, max: 0xe000 })).map((units) => String.fromCharCode(...units)),
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...`' &=#%$+;,()/"\\`) }),
        ),
        (text) => {
          const url = queryUrl(v5, documentShape, equal('Nummer', text))
          expect(URL.canParse(url)).toBe(true)
          const options = optionsOf(url)
          expect([...options.keys()]).toEqual(['$filter', '$select', '$expand', '$top'])
          const [, literal = ''] = /^Nummer eq '((?:[^']|'')*)'$/s.exec(options.get('$filter') ?? '') ?? []
          expect(literal.replaceAll("''", "'")).toBe(text.toWellFormed())
        },
      ),
      cases(100),
    )
  })

  it('takes no text for the name of a field, and no fraction for a number', () => {
    for (const name of ["Nummer eq '' or Id", '', 'a/', '$it', 'Nummer '])
      expect(() => equal(name, 1)).toThrow(RangeError)
    for (const number of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
      expect(() => equal('Nummer', number)).toThrow(RangeError)
    }
  })

  it('counts its nodes, and is not asked with too many', () => {
    const one = equal('Nummer', 'x')
    expect(all(one, equal('Verwijderd', false)).nodes).toBe(9)
    expect(some('Kamerstukdossier', equal('d/Nummer', 1)).nodes).toBe(8)
    const many = any(...Array.from({ length: 40 }, () => one))
    expect(() => queryUrl(v5, documentShape, many)).toThrow(RangeError)
  })

  it('asks for any list of numbers in batches that fit, each number once', () => {
    const beside = equal('Verwijderd', false)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10_000, max: 10_200 }), { maxLength: 200 }), (numbers) => {
        const written = numbers.map((number) => `2023D${number}`)
        const parts = batches('Nummer', written, beside)
        expect(parts.flat()).toEqual([...new Set(written)])
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(25)
          expect(all(any(...part.map((number) => equal('Nummer', number))), beside).nodes).toBeLessThanOrEqual(
            mostNodes,
          )
        }
      }),
      cases(100),
    )
  })
})

describe('a question to the publications', () => {
  it('is for one identifier among the official publications', () => {
    const url = new URL(searchUrl('ah-tk-20222023-2345'))
    expect([url.host, url.pathname]).toEqual(['repository.overheid.nl', '/sru'])
    expect(url.searchParams.get('query')).toBe(
      '(c.product-area==officielepublicaties AND dt.identifier=="ah-tk-20222023-2345")',
    )
  })

  it('can hold no more than an identifier', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let url: string
        try {
          url = searchUrl(text)
        } catch (error) {
          return error instanceof RangeError
        }
        const query = new URL(url).searchParams.get('query') ?? ''
        return /^\(c\.product-area==officielepublicaties AND (?:\(?dt\.identifier=="[\w().:-]+"(?: OR )?)+\)?\)$/.test(
          query,
        )
      }),
      cases(100),
    )
  })
})

describe('the nine digits of an Aanhangsel', () => {
  it('are the two years and the number', () => {
    expect(aanhangselId('242502753')).toBe('ah-tk-20242025-2753')
    expect(aanhangselId('990000007')).toBe('ah-tk-19992000-7')
    expect(nineDigitsOf('ah-tk-20242025-2753')).toBe('242502753')
    expect(['242402753', '242500000', '24250275', '2425027531', ''].map(aanhangselId)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(['ah-ek-20242025-7', 'ah-1251487', 'ah-tk-20242025-7-n1'].map(nineDigitsOf)).toEqual([null, null, null])
  })

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1960, max: 2040 }), fc.integer({ min: 1, max: 99_999 }), (year, number) => {
        const id = `ah-tk-${year}${year + 1}-${number}`
        expect(aanhangselId(nineDigitsOf(id) ?? '')).toBe(id)
      }),
      cases(100),
    )
  })
})
