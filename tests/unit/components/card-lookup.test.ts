import { beforeEach, describe, expect, test } from 'vitest'
import { cardRecord } from '#components/official/card-lookup.ts'
import { agoInWords } from '#components/parts/moments.ts'
import { locale } from '#locales/i18n.ts'
import { failedRow, foundRow, notFoundRow, unknown } from '#utils/database/official/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { LookedUp } from '#utils/sources/resolve.ts'
import { lookUps } from '../sources/look-up.ts'
import { worldOf } from '../sources/network.ts'

beforeEach(() => locale.set('nl'))

/** A moment of the afternoon, in whatever zone the tests run. */
const now = new Date(2023, 5, 20, 12)
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

const recordOf = (id: string, row: LookupRow | null, asksFirst = false) => {
  const code = codeOf(id)
  if (code === null) throw new Error(id)
  return cardRecord(code, row, asksFirst, now)
}

/** What the stand-in's services say of a code. */
function lookedUp(id: string): Promise<LookedUp> {
  const world = worldOf()
  return world.run(lookUps(world).resolver.lookUp(id))
}

const foundAgo = async (id: string, minutes: number) => {
  const found = await lookedUp(id)
  return foundRow(id, found.document.aliases, found, ago(minutes))
}

test('a service that is asked for two ids is named once', () => {
  expect(recordOf('kst-36360-R2184-B', null).asking).toMatch(/officiële.*, zo nodig ook bij (?!.*officiële)/i)
  expect(recordOf('kv-tk-20062007-KVR27039', null).asking).not.toContain('zo nodig')
})

describe('what is known, in words', () => {
  test('of written questions: kind and date, subject, who asked of whom, that they are answered, where the answer is', async () => {
    const { known, state, isFresh } = recordOf('2023D19158', await foundAgo('2023D19158', 185))
    expect({ state, isFresh }).toEqual({ state: 'found', isFresh: true })
    expect(known).toMatchObject({
      kind: 'Schriftelijke vragen · 3 mei 2023',
      title: 'Gelijke kansen bij het zoeken van een stage',
      status: { word: 'Beantwoord', detail: 'op 22 mei 2023', tone: 'good' },
      age: 'Stand van 3 uur geleden',
    })
    expect(known?.facts).toContainEqual({ name: 'Gevraagd door', text: 'F. van Zuilen (LKP)' })
    expect(known?.facts.find(({ name }) => name === 'Antwoord')?.url).toMatch(/^https:\/\/www\.tweedekamer\.nl\//)
    expect(known?.links.every((url) => url.startsWith('https://'))).toBe(true)
  })

  test('of their answer: who answered, in which office, and where the questions are', async () => {
    const { known } = recordOf('ah-tk-20222023-2345', await foundAgo('ah-tk-20222023-2345', 0))
    expect(known?.kind).toBe('Antwoord schriftelijke vragen · 22 mei 2023')
    expect(known?.age).toBe('Zojuist opgezocht')
    const names = known?.facts.map(({ name }) => name)
    expect(names).toContain('Beantwoord door')
    expect(names).toContain('Vragen')
    expect(names).not.toContain('Antwoord')
  })

  test('the kind is in the language of the interface, as in popup and library', async () => {
    const row = await foundAgo('2023D19158', 0)
    const zaak = await foundAgo('2023Z08012', 0)
    locale.set('en')
    expect(recordOf('2023D19158', row).known?.kind).toBe('Written questions · 3 May 2023')
    expect(recordOf('2023Z08012', zaak).known?.kind).toBe('Case · Written questions · 3 May 2023')
    const activity = await foundAgo('2023A01234', 0)
    expect(recordOf('2023A01234', activity).known?.kind).toBe('Activity · Committee debate · 14 June 2023')
  })

  test('of a delay: that and until when; late and open ones differ in tone', async () => {
    const statusOf = async (id: string) => recordOf(id, await foundAgo(id, 0)).known?.status
    expect(await statusOf('2023D22500')).toMatchObject({ word: 'Uitgesteld', tone: 'open' })
    expect((await statusOf('2023D22500'))?.detail).toContain('tot 28 juni 2023')
    expect(await statusOf('2023D24876')).toMatchObject({ word: 'Onbeantwoord', tone: 'open' })
    expect(await statusOf('2023D24990')).toMatchObject({ word: 'Ingetrokken', tone: 'neutral' })
  })

  test('of a paper: its dossier with the way there, and the last decision', async () => {
    const { known } = recordOf('kst-36360-VIII-5', await foundAgo('kst-36360-VIII-5', 0))
    expect(known?.status).toBeNull()
    expect(known?.facts).toContainEqual(
      expect.objectContaining({
        name: 'Dossier',
        text: expect.stringMatching(/^36\u00a0360\u00a0VIII Jaarverslag/),
        url: 'https://zoek.officielebekendmakingen.nl/dossier/36360-VIII',
      }),
    )
    expect(known?.facts).toContainEqual({ name: 'Besluit', text: 'Desgewenst betrekken bij het overleg.' })
  })

  test('of a zaak, an activiteit and a dossier: that it is one', async () => {
    const kindOf = async (id: string) => recordOf(id, await foundAgo(id, 0)).known?.kind
    expect(await kindOf('2023Z08012')).toBe('Zaak · Schriftelijke vragen · 3 mei 2023')
    expect(await kindOf('2023A01234')).toBe('Activiteit · Commissiedebat · 14 juni 2023')
    expect(await kindOf('dossier-36410-A')).toBe('Dossier')
  })

  test('says what may be missing where a service gave no answer', async () => {
    const row = await foundAgo('ah-tk-20222023-2345', 0)
    const failed = [{ source: 'publications', code: 'broken-answer', retryAt: null }] as const
    const { notice, known } = recordOf('ah-tk-20222023-2345', { ...row, failed })
    expect(known).not.toBeNull()
    expect(notice).toBe('Officiële bekendmakingen gaf geen antwoord: er kan iets ontbreken.')
  })
})

describe('what is asked, and what came of it', () => {
  test('names the services in the order in which they are asked', () => {
    expect(recordOf('2023Z08012', null).asking).toBe(
      '2023Z08012 opzoeken bij Tweede Kamer (open data), zo nodig ook bij Officiële bekendmakingen…',
    )
    expect(recordOf('2023A01234', null).asking).toBe('2023A01234 opzoeken bij Tweede Kamer (open data)…')
    expect(recordOf('stb-2021-549', null).asking).toBe('Stb. 2021, 549 opzoeken bij Officiële bekendmakingen…')
    expect(recordOf('BWBR0001840', null)).toMatchObject({ state: 'unkept', asking: '' })
  })

  test('not found: by whom, how long ago, and from when on it is asked again', () => {
    const row = (id: string, minutes: number) => notFoundRow(unknown(id), ago(minutes))
    expect(recordOf('2023D99999', row('2023D99999', 0))).toMatchObject({
      state: 'not-found',
      isFresh: true,
      notice:
        'Tweede Kamer kent geen document 2023D99999 (zojuist gevraagd). Vanaf 13:00 vraagt Kamerlens het opnieuw als u deze code opent.',
    })
    expect(recordOf('2023D99999', row('2023D99999', 20), true).notice).toBe(
      'Tweede Kamer kent geen document 2023D99999 (20 minuten geleden gevraagd).',
    )
    expect(recordOf('2023D99999', row('2023D99999', 60 * 26))).toMatchObject({
      isFresh: false,
      notice: 'Tweede Kamer kent geen document 2023D99999 (26 uur geleden gevraagd).',
    })
    expect(recordOf('stb-2021-549', row('stb-2021-549', 0)).notice).toMatch(
      /^In de officiële bekendmakingen staat geen Stb\. 2021, 549 \(zojuist gevraagd\)\./,
    )
    expect(recordOf('kst-36360-99', row('kst-36360-99', 0)).notice).toMatch(
      /^Tweede Kamer en officiële bekendmakingen kennen geen Kamerstuk 36 360, nr\. 99/,
    )
  })

  test('failed: why in one sentence, what was known and its age, and whether it is tried again by itself', async () => {
    const known = { ...(await foundAgo('2023D19158', 60 * 72)), wanted: now.toISOString() }
    const offline = recordOf('2023D19158', failedRow(known, new SourceFailure('offline'), now))
    expect(offline).toMatchObject({ state: 'failed', isFresh: false, known: { age: 'Stand van 3 dagen geleden' } })
    expect(offline.notice).toMatch(
      /^De officiële dienst is niet te bereiken: .*\. Kamerlens vraagt het vanzelf opnieuw\.$/,
    )
    const broken = recordOf('2023D19158', failedRow(known, new SourceFailure('broken-answer'), now))
    expect(broken.notice).toMatch(/onbruikbaar antwoord/)
    expect(broken.notice).not.toContain('vanzelf')
    const busy = new SourceFailure('busy', '', new Date(2023, 5, 20, 12, 5).getTime())
    expect(recordOf('2023D19158', failedRow(known, busy, now)).notice).toContain('na 12:05')
  })

  test('asked, or not', () => {
    expect(recordOf('2023D19158', null)).toMatchObject({ state: 'unasked', isFresh: false, known: null, notice: '' })
    const wanted = { ...unknown('2023D19158'), wanted: now.toISOString() }
    expect(recordOf('2023D19158', wanted)).toMatchObject({ state: 'asking', isFresh: false })
  })

  test('of the example nobody is asked, and what it is is said', () => {
    expect(recordOf('2099D00101', null)).toMatchObject({
      state: 'unkept',
      asking: '',
      notice: 'Een code uit het voorbeeld van Kamerlens: dit stuk bestaat niet.',
    })
  })

  test('in English too', () => {
    locale.set('en')
    expect(recordOf('2023D99999', notFoundRow(unknown('2023D99999'), ago(120)), true).notice).toBe(
      'The House of Representatives has no document 2023D99999 (asked 2 hours ago).',
    )
  })
})

test('an age is told in the largest unit that says enough', () => {
  expect(agoInWords(ago(0.5), now)).toBeNull()
  expect(agoInWords(ago(1), now)).toBe('1 minuut geleden')
  expect(agoInWords(ago(59.9), now)).toBe('59 minuten geleden')
  expect(agoInWords(ago(60 * 47), now)).toBe('47 uur geleden')
  expect(agoInWords(ago(60 * 48), now)).toBe('2 dagen geleden')
})
