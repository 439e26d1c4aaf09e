import { describe, expect, it } from 'vitest'
import { answer } from '#tests/site/routes.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { mostDossierPapers } from '#utils/sources/official-document.ts'
import { lookUps } from './look-up.ts'
import { hosts, worldOf } from './network.ts'

async function found(id: string) {
  const { world, resolver } = lookUps()
  return { world, ...(await world.run(resolver.lookUp(id))) }
}

describe('looking a code up', () => {
  it('makes one record of written questions: who asked whom, the zaak, and the answer', async () => {
    const { document } = await found('2023D19158')
    expect(document).toMatchObject({
      is: 'document',
      id: '2023D19158',
      kind: 'Schriftelijke vragen',
      type: 'written-questions',
      chamber: 'Tweede Kamer',
      subject: 'Gelijke kansen bij het zoeken van een stage',
      date: '2023-05-03',
      session: '2022-2023',
      askedBy: [{ name: 'F. van Zuilen', party: 'LKP' }],
      askedOf: [{ name: 'J. van der Laken', function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
      zaken: [{ id: '2023Z08012', kind: 'Schriftelijke vragen', startedOn: '2023-05-03', term: null, settled: true }],
      file: { url: 'https://www.tweedekamer.nl/downloads/document?id=2023D19158', contentType: 'application/pdf' },
    })
    expect(document.aliases.slice(0, 2)).toEqual(['2023D19158', 'kv-tk-2023Z08012'])
    expect(document.aliases[2]).toMatch(/^5ca1ab1e-/)
    // The paper that was deleted is not among them.
    expect(document.related.map(({ aliases, by, type }) => [aliases.slice(0, 2), by, type])).toEqual([
      [['2023D21040', 'ah-tk-20222023-2345'], 'zaak', 'answers'],
    ])
  })

  it.each([
    ['ah-tk-20222023-2345', '2023D21040', 'answers'],
    ['222302345', '2023D21040', 'answers'],
    ['kv-tk-2023z08012', '2023D19158', 'written-questions'],
    ['kst-36360-viii-5', '2023D20123', 'question-and-answer-list'],
    // Its publication is not linked yet: by dossier and ondernummer.
    ['kst-36360-XVI-9', '2023D20777', 'question-and-answer-list'],
    ['nds-tk-2023D18002', '2023D18002', 'question-list'],
  ])('finds %s', async (written, id, type) => {
    const { document, failed } = await found(written)
    expect([document.id, document.type, failed]).toEqual([id, type, []])
  })

  it('says who answered, and with what the annexes are', async () => {
    const answer = await found('2023D21040')
    expect(answer.document.answeredBy).toEqual([
      { name: 'J. van der Laken', function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' },
    ])
    const letter = await found('2023D20951')
    expect(letter.document).toMatchObject({
      dossiers: [{ number: '36360-VIII' }],
      decisions: ['Agenderen.', 'Desgewenst betrekken bij het overleg.'],
    })
    expect(letter.document.related.map(({ aliases, by }) => [aliases[0], by])).toEqual([
      ['2023D20960', 'annex'],
      ['2023D18002', 'zaak'],
      ['2023D20123', 'zaak'],
    ])
  })

  it('finds the answers to a list of questions in their dossier where they share no zaak', async () => {
    const { document } = await found('2023D18100')
    expect(document.related.map(({ aliases, by, type }) => [aliases.slice(0, 2), by, type])).toEqual([
      [['2023D20777', 'kst-36360-XVI-9'], 'dossier', 'question-and-answer-list'],
    ])
    // Where they share one, nothing more is asked.
    expect((await found('2023D18002')).world.asked).toHaveLength(2)
  })

  it('knows zaken, activiteiten and dossiers as what they are', async () => {
    const zaak = (await found('2023Z08012')).document
    expect([zaak.is, zaak.kind, zaak.answeredBy[0]?.name]).toEqual(['zaak', 'Schriftelijke vragen', 'J. van der Laken'])
    // A zaak is not the papers in it: none of their names is a name of it.
    expect(zaak.aliases).toEqual(['2023Z08012', expect.stringMatching(/^5ca1ab1e-/)])
    const meeting = (await found('2023A01234')).document
    expect(meeting).toMatchObject({
      is: 'activiteit',
      date: '2023-06-14',
      title: 'vaste commissie voor Onderwijs, Cultuur en Wetenschap',
      zaken: [{ id: '2023Z08555' }],
    })
    const dossier = (await found('dossier-36410-A')).document
    expect(dossier).toMatchObject({ is: 'dossier', dossiers: [{ number: '36410-A' }] })
    const education = (await found('dossier-36360-viii')).document
    expect(education.id).toBe('dossier-36360-VIII')
    // Of one day those with an ondernummer first.
    expect(education.related.map(({ aliases }) => aliases[0])).toEqual(['2023D18002', '2023D20123', '2023D20951'])
    expect((await found('dossier-36360')).document.title).toBe('Financieel jaarverslag van het Rijk 2022')
  })

  it('takes all papers of a large dossier, page by page, each once, the oldest first', async () => {
    const { world, document } = await found('dossier-31293')
    expect(document.related).toHaveLength(230)
    expect(new Set(document.related.map(({ aliases }) => aliases[0])).size).toBe(230)
    const days = document.related.map(({ date }) => date ?? '')
    expect(days).toEqual(days.toSorted())
    const pages = world.asked.map(({ url }) => /[?&]\$skip=(\d+)/.exec(url)?.[1]).filter((skip) => skip !== undefined)
    expect(pages).toEqual(['100', '200'])
  })

  it('keeps no half of a large dossier where a page does not come', async () => {
    const broken = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"value":' }
    const world = worldOf((url) => (url.search.includes('$skip=200') ? broken : answer(url)))
    const { resolver } = lookUps(world)
    await expect(world.run(resolver.lookUp('dossier-31293'))).rejects.toMatchObject({ code: 'broken-answer' })
  })

  it('ends at a thousand papers of a dossier: the newest', async () => {
    const endless = worldOf((url) => {
      const isPage = url.search.includes('$skip=')
      if (!isPage && !url.pathname.endsWith('/Kamerstukdossier')) return answer(url)
      const from = Number(url.searchParams.get('$skip') ?? 0)
      const papers = Array.from({ length: 100 }, (_, index) => ({
        Id: `5ca1ab1e-0001-4000-8000-${String(from + index).padStart(12, '0')}`,
        Datum: new Date(Date.UTC(2023, 0, 1) - (from + index) * 86_400_000).toISOString(),
      }))
      const value = isPage ? papers : [{ Id: '5ca1ab1e-0007-4000-8000-000000000001', Nummer: 31293, Document: papers }]
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ value }) }
    })
    const { document } = await endless.run(lookUps(endless).resolver.lookUp('dossier-31293'))
    expect(document.related).toHaveLength(mostDossierPapers)
    expect(document.related.at(-1)?.date).toBe('2023-01-01')
    expect(endless.asked.filter(({ url }) => url.includes('$skip=')).length).toBe(9)
  })

  it('finds what only the publications have: the Senate, the gazettes', async () => {
    expect((await found('kst-36360-B')).document).toMatchObject({
      id: 'kst-36360-B',
      title: 'Financieel jaarverslag van het Rijk 2022; Brief van de minister',
      subject: 'Brief van de minister over de nationale schuld',
      chamber: 'Eerste Kamer',
      kind: 'Brief',
      dossiers: [{ number: '36360' }],
      date: '2023-06-20',
    })
    expect((await found('stcrt-2023-4711')).document.title).toBe('Besluit over de subsidie voor stageplaatsen')
  })

  it('finds a paper of a Rijkswet that is published without its number', async () => {
    expect((await found('kst-36360-R2184-B')).document.id).toBe('kst-36360-B')
    await expect(found('kst-36360-R2184-ZZ')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('makes one record of what both know, when the first does not know which question was answered', async () => {
    const { document, failed } = await found('ah-tk-20222023-2401')
    expect(document).toMatchObject({
      id: '2023D26000',
      subject: 'Antwoord op vragen over het onderhoud van schoolgebouwen',
      answeredBy: [{ name: 'J. van der Laken' }],
      zaken: [{ id: '2023Z07777' }],
      related: [{ aliases: ['kv-tk-2023Z07777'], by: 'publication' }],
    })
    expect(failed).toEqual([])
    const hostOf = (fact: string) =>
      document.provenance.filter((each) => each.fact === fact).map(({ from }) => new URL(from).host)
    expect([hostOf('answeredBy'), hostOf('zaken')]).toEqual([[hosts.openData], [hosts.metadata]])
  })

  it('finds a Senate paper whose id is in small letters, which the search heeds', async () => {
    const { document, world } = await found('kst-CXXIV-G')
    expect(document.title).toBe('Toezeggingen; Brief van de minister')
    expect(document.file?.url).toBe(
      'https://repository.overheid.nl/frbr/officielepublicaties/kst/kst-cxxiv-g/1/pdf/kst-cxxiv-g.pdf',
    )
    expect(new Set(world.asked.map(({ url }) => new URL(url).host))).toEqual(new Set([hosts.metadata, hosts.search]))
  })

  it('says of each fact where it came from and when', async () => {
    const { document } = await found('2023D19158')
    const facts = document.provenance.map(({ fact }) => fact)
    expect(facts).toEqual(expect.arrayContaining(['subject', 'kind', 'zaken', 'askedBy', 'related']))
    // Its title is null.
    expect(facts).not.toContain('title')
    for (const { from, at } of document.provenance) {
      expect(from).toMatch(/^https:\/\/gegevensmagazijn\.tweedekamer\.nl\/OData\/v5\/Document\(5ca1ab1e-/)
      expect(at).toBe(new Date(Date.parse(at)).toISOString())
    }
  })

  it('asks nobody for what nobody keeps', async () => {
    const { world, resolver } = lookUps()
    for (const id of ['ECLI:NL:HR:2001:AB1838', 'BWBR0005537', 'geen code', '']) {
      await expect(world.run(resolver.lookUp(id))).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(world.asked).toEqual([])
  })
})

describe('when one service fails', () => {
  it('takes the facts of the other, and says which one failed', async () => {
    const { world, resolver } = lookUps()
    world.fail(hosts.openData, 'unavailable')
    const { document, failed } = await world.run(resolver.lookUp('ah-tk-20222023-2345'))
    expect(document).toMatchObject({ id: 'ah-tk-20222023-2345', type: 'answers', date: '2023-05-22' })
    expect(document.related[0]?.aliases).toEqual(['kv-tk-2023Z08012'])
    expect(document.provenance[0]?.from).toBe(
      'https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345/metadata.xml',
    )
    expect(failed).toMatchObject([{ source: 'open-data', code: 'busy' }])
    expect(failed[0]?.retryAt).toBeGreaterThan(world.now())
  })

  it('searches when the metadata beside the publication do not come', async () => {
    const { world, resolver } = lookUps()
    world.fail(hosts.metadata, 'error page')
    const { document } = await world.run(resolver.lookUp('kst-36360-B'))
    expect(document.title).toContain('Brief van de minister')
  })

  it('never says «not found» when one of them could not say', async () => {
    const { world, resolver } = lookUps()
    await expect(world.run(resolver.lookUp('kst-36360-VIII-99'))).rejects.toMatchObject({ code: 'not-found' })
    world.pass(60_000)
    world.fail(hosts.search, 'unavailable')
    await expect(world.run(resolver.lookUp('kst-36360-VIII-99'))).rejects.toMatchObject({ code: 'busy' })
  })
})

it('asks the publications for a registration number only when the open data could not say', async () => {
  const { world, resolver } = lookUps()
  await expect(world.run(resolver.lookUp('2023D99999'))).rejects.toMatchObject({ code: 'not-found' })
  expect(new Set(world.asked.map(({ url }) => new URL(url).host))).toEqual(new Set([hosts.openData]))
  world.fail(hosts.openData, 'error page')
  const { document } = await world.run(resolver.lookUp('2023Z08012'))
  expect(document).toMatchObject({ id: 'kv-tk-2023Z08012', type: 'written-questions' })
})

describe('letters that may name two things', () => {
  it('are decided by which of them exists', async () => {
    const { world, resolver } = lookUps()
    const budget = await world.run(resolver.decide(['kst-36410-A', 'dossier-36410-A']))
    expect(budget.found.map(({ document }) => document.id)).toEqual(['dossier-36410-A'])
    const letter = await world.run(resolver.decide(['kst-36360-B', 'dossier-36360-B']))
    expect(letter.found.map(({ document }) => document.id)).toEqual(['kst-36360-B'])
  })

  it('stay undecided while a service could not say', async () => {
    const { world, resolver } = lookUps()
    world.fail(hosts.openData, 'too many requests, for long')
    const { found, unanswered } = await world.run(resolver.decide(['kst-36360-B', 'dossier-36360-B']))
    expect(found).toHaveLength(1)
    expect(unanswered).toMatchObject([{ id: 'dossier-36360-B', failure: { code: 'busy' } }])
  })
})

describe('many codes', () => {
  it('are asked for in batches, and each has its own outcome', async () => {
    const { world, resolver } = lookUps()
    const ids = ['2023D19158', '2023D20951', '2023Z08012', '2023Z10477', 'stcrt-2023-4711', '2023D20951']
    const outcomes = await world.run(resolver.lookUpAll([...ids, '2023D99999']))
    expect([...outcomes.keys()].toSorted()).toEqual([...new Set([...ids, '2023D99999'])].toSorted())
    for (const [id, outcome] of outcomes) {
      const expected = id === '2023D99999' ? 'not-found' : id
      expect(outcome instanceof SourceFailure ? outcome.code : outcome.document.id).toBe(expected)
    }
    const asked = world.asked.map(({ url }) => url).filter((url) => url.includes('$filter'))
    expect(asked).toHaveLength(2)
  })

  it('of the example are not found without anybody being asked', async () => {
    const { world, resolver } = lookUps()
    const ids = ['2099D00101', '2099D00102', '2099Z00001', '2099Z00002', 'kst-99999-5', 'dossier-99999']
    const outcomes = await world.run(resolver.lookUpAll(ids))
    expect([...outcomes.values()]).toMatchObject(ids.map(() => ({ code: 'not-found' })))
    expect(world.asked).toEqual([])
  })

  it('share the failure of their batch', async () => {
    const { world, resolver } = lookUps()
    world.fail(hosts.openData, 'error page')
    const outcomes = await world.run(resolver.lookUpAll(['2023D19158', '2023D20951']))
    expect([...outcomes.values()]).toMatchObject([{ code: 'broken-answer' }, { code: 'broken-answer' }])
  })
})

it('looks the same code up once at a time', async () => {
  const { world, resolver } = lookUps()
  await world.run(Promise.all([resolver.lookUp('2023D19158'), resolver.lookUp('2023d19158')]))
  expect(world.asked.map(({ url }) => url.replace(/\?.*/, ''))).toEqual([
    'https://gegevensmagazijn.tweedekamer.nl/OData/v5/$metadata',
    'https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document',
  ])
})

it('stops asking when nobody waits any more', async () => {
  const { world, resolver } = lookUps(worldOf())
  world.fail(hosts.openData, 'slow')
  const stop = new AbortController()
  const work = resolver.lookUp('2023D19158', stop.signal)
  work.catch(() => undefined)
  await new Promise((resolve) => setImmediate(resolve))
  stop.abort(new Error('closed'))
  await expect(world.run(work)).rejects.toThrow('closed')
  expect(world.asked[0]?.init.signal?.aborted).toBe(true)
})
