import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { failedRow, notFoundRow, unknown } from '#utils/database/official/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { ok } from './card-answers.ts'
import { background, foundAgo, id, isAsked, lookUps, questions, shows, wanted } from './look-up-world.ts'
import { buttonNamed, pointAt, pointAtCode, text } from './pointing.ts'
import { card, known, list, noon, note, question, type Rig, start } from './rig.ts'

beforeEach(async () => {
  await page.viewport(1000, 700)
  await pointAt(900, 690)
  scrollTo(0, 0)
})

describe('what comes of it', () => {
  test('that takes long says so, until the answer comes', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background()
    await pointAtCode(root)
    await isAsked(rig)
    expect(text()).not.toContain('Dit duurt lang')
    const asked = Date.now()
    await expect.poll(text, { timeout: 10_000 }).toContain('Dit duurt lang. U kunt verder lezen')
    expect(Date.now() - asked).toBeGreaterThan(3_000)
    expect(buttonNamed('Stop')).toBeDefined()
    rig.page['page/refresh']()
    await aWhile(200)
    expect(text()).toContain('Dit duurt lang')
    becomes(foundAgo(0))
    await shows('Gelijke kansen bij het zoeken van een stage')
    expect(text()).not.toContain('Dit duurt lang')
  })

  test('stopped: the answer is not waited for any more, and it can be asked for again', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background()
    await pointAtCode(root)
    await isAsked(rig)
    await userEvent.click(buttonNamed('Stop'))
    expect(rig.sent.filter(({ type }) => type === 'card/look-up-stop')).toEqual([
      { type: 'card/look-up-stop', payload: { id } },
    ])
    becomes(null)
    await shows('Nog niet opgezocht')
    expect(buttonNamed('Opzoeken')).toBeDefined()
    expect(lookUps(rig)).toHaveLength(1)
  })

  test('not found: by whom, when it is asked again, and a way to do so now', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background()
    await pointAtCode(root)
    await isAsked(rig)
    becomes(notFoundRow(wanted(), noon))
    await shows('Tweede Kamer kent geen document 2023D19158 (zojuist gevraagd). Vanaf 13:00 vraagt Kamerlens')
    await userEvent.click(buttonNamed('Nu opnieuw vragen'))
    await shows('opzoeken bij')
    expect(lookUps(rig)).toEqual([{ id }, { id, fresh: true }])
  })

  test('offline: why, what is known and how old; and it is shown by itself once it came', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background(foundAgo(40))
    await pointAtCode(root)
    await isAsked(rig)
    becomes(failedRow(wanted(foundAgo(40)), new SourceFailure('offline'), noon))
    await shows('De officiële dienst is niet te bereiken')
    expect(text()).toContain('Kamerlens vraagt het vanzelf opnieuw')
    expect(text()).toContain('Stand van 40 uur geleden')
    expect(text()).toContain('Gelijke kansen')
    expect(buttonNamed('Opnieuw')).toBeDefined()
    becomes(foundAgo(0))
    await shows('Zojuist opgezocht')
    expect(text()).not.toContain('niet te bereiken')
    expect(lookUps(rig)).toHaveLength(1)
  })

  test('a background that does not take it in: what is known stays, and a sentence', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    start({
      lookup: () => ok(known(foundAgo(40), id, { asksFirst: false })),
      lookUp: () => Promise.reject(new Error('gone')),
    })
    await pointAtCode(root)
    await shows('Kamerlens antwoordt niet')
    expect(text()).toContain('Gelijke kansen')
    expect(text()).not.toContain('opzoeken bij')
  })

  test('in a private window: the answer is waited for, and nothing else tells of it', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    let answered = false
    let answer = (): void => {}
    const rig = start({
      lookup: () => ok(known(answered ? foundAgo(0) : null, id, { asksFirst: false })),
      lookUp: () =>
        new Promise((resolve) => {
          answer = () => {
            answered = true
            resolve({ ok: true, value: true })
          }
        }),
    })
    await pointAtCode(root)
    await isAsked(rig)
    answer()
    await shows('Gelijke kansen')
    expect(text()).not.toContain('opzoeken bij')
  })

  test('a status is told from another by its word and its mark, not by colour alone', async () => {
    const startedOn = (day: string): OfficialDocument => ({
      ...questions,
      zaken: questions.zaken.map((zaak) => ({ ...zaak, startedOn: day })),
    })
    const marks: (string | null | undefined)[] = []
    for (const [day, words] of [
      ['2023-05-03', 'Te laat het antwoord op de vragen van 3 mei 2023 werd uiterlijk 24 mei 2023 verwacht'],
      ['2023-06-01', 'Onbeantwoord sinds 1 juni 2023'],
    ] as const) {
      show('<p>Zie 2023D19158.</p>')
      const rig = start({ lookup: () => ok(known(foundAgo(0, startedOn(day)), id)) })
      rig.page['page/step']({ direction: 1 })
      await shows(words)
      marks.push(card()?.querySelector('.standing path')?.getAttribute('d'))
      rig.stop()
    }
    expect(marks[0]).toBeTruthy()
    expect(marks[0]).not.toBe(marks[1])
  })
})

describe('beside what is kept', () => {
  test('a printed code whose number belongs to another document shows both, clearly apart', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const notes = [note('Terugvragen na het congres.')]
    start({ lookup: () => ok({ ...known(foundAgo(0), id), printed: [{ question, list }], notes }) })
    await pointAtCode(root)
    await shows(/vraag 41.*Hoeveel scholen.*Terugvragen.*Document met dit nummer.*Schriftelijke vragen.*Gelijke kansen/)
    const titles = [...(card()?.querySelectorAll('h2') ?? [])].map(({ textContent }) => textContent)
    expect(titles).toHaveLength(2)
  })

  test('the questions of a document that was read are counted under what the services say of it', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const kept = { ...list, id, title: 'Zoals het op de bladzijde heette' }
    start({ lookup: () => ok({ ...known(foundAgo(0), id), document: kept, questionCount: 3 }) })
    await pointAtCode(root)
    await shows(/Gelijke kansen.*3 vragen bewaard/)
    expect(text()).not.toContain('Zoals het op de bladzijde heette')
  })
})

test('a paper of the Senate is the same by the session in which it was published', async () => {
  const root = show('<p>Zie Kamerstukken I 2003/04, 28 867, C.</p>')
  start({ lookup: () => ok(known(null, 'kst-28867-C', { others: { 'kst-20032004-28867-C': null } })) })
  await pointAtCode(root, 'Kamerstukken I')
  await shows('Te vinden als: Kamerstukken I 2003/04, 28 867, C')
  expect(text()).not.toContain('Kan ook zijn')
})

describe('letters that may name two things', () => {
  const letter: OfficialDocument = {
    ...nothingOf('document', 'kst-36410-A'),
    kind: 'Brief',
    subject: 'Brief van de minister',
  }
  const chapter: OfficialDocument = {
    ...nothingOf('dossier', 'dossier-36410-A'),
    title: 'Begroting Infrastructuurfonds',
  }
  const none = (of: string): LookupRow => notFoundRow(unknown(of), noon)

  async function opened(own: LookupRow | null, other: LookupRow | null, asksFirst = true): Promise<Rig> {
    const root = show('<p>Onder kenmerk 36410-A staat het.</p>')
    const others = { 'dossier-36410-A': other }
    const rig = start({ lookup: () => ok(known(own, 'kst-36410-A', { others, asksFirst })) })
    await pointAtCode(root, '36410-A')
    await soon(() => expect(card()?.getAttribute('aria-busy')).toBe('false'))
    return rig
  }

  test('are looked up both', async () => {
    const rig = await opened(null, null, false)
    const both = { id: 'kst-36410-A', alternatives: ['dossier-36410-A'] }
    await soon(() => expect(lookUps(rig)).toEqual([both]))
    expect(rig.sent.find(({ type }) => type === 'card/lookup')?.payload).toEqual(both)
  })

  test('are what exists of the two', async () => {
    await opened(none('kst-36410-A'), foundAgo(0, chapter))
    expect(text()).toMatch(/Dossier 36 410 A.*Begroting Infrastructuurfonds/)
    expect(text()).not.toMatch(/Kan ook zijn|kent geen|Kamerstuk 36 410, A/)
    expect([...(card()?.querySelectorAll('footer a') ?? [])].map((link) => (link as HTMLAnchorElement).href)).toEqual([
      'https://zoek.officielebekendmakingen.nl/dossier/36410-A',
    ])
  })

  test('are both where both exist, and the card says so', async () => {
    await opened(foundAgo(0, letter), foundAgo(0, chapter))
    expect(text()).toContain('«Kamerstuk 36 410, A» kan meer dan één stuk zijn; deze bestaan.')
    expect(text()).toMatch(/Brief van de minister.*Dossier 36 410 A.*Begroting Infrastructuurfonds/)
  })

  test('stay undecided while a service could not say', async () => {
    await opened(failedRow(unknown('kst-36410-A'), new SourceFailure('broken-answer'), noon), foundAgo(0, chapter))
    expect(text()).toMatch(/Begroting Infrastructuurfonds.*onbruikbaar antwoord/)
  })

  test('where neither exists, that, with one way to ask again', async () => {
    await opened(none('kst-36410-A'), none('dossier-36410-A'))
    expect(text()).toMatch(/kennen geen Kamerstuk 36 410, A.*kent geen Dossier 36 410 A/)
    expect(text().match(/Nu opnieuw vragen/g)).toHaveLength(1)
  })
})
