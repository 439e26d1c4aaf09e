import axe from 'axe-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CardLookup } from '#utils/browser/protocol/card.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { failedRow, foundRow, notFoundRow, unknown } from '#utils/database/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { openAfter } from '../../../entrypoints/page.content/pointing.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { buttonNamed, pointAt, pointAtCode, text } from './pointing.ts'
import { card, cardRoot, known, list, noon, note, nothingKept, question, type Rig, start } from './rig.ts'

const id = '2023D19158'
const ok = (value: CardLookup): Result<CardLookup> => ({ ok: true, value })

const questions: OfficialDocument = {
  ...nothingOf('document', id),
  kind: 'Schriftelijke vragen',
  type: 'written-questions',
  subject: 'Gelijke kansen bij het zoeken van een stage',
  date: '2023-06-01',
  askedBy: [{ name: 'F. van Zuilen', party: 'LKP' }],
  askedOf: [{ name: null, function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }],
  zaken: [
    {
      id: '2023Z08012',
      kind: 'Schriftelijke vragen',
      subject: null,
      status: 'Vrijgegeven',
      startedOn: '2023-06-01',
      term: null,
      settled: false,
    },
  ],
  links: ['https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html'],
}

const hoursAgo = (hours: number): Date => new Date(noon.getTime() - hours * 60 * 60_000)
const foundAgo = (hours: number, document = questions): LookupRow =>
  foundRow(document.id, document.aliases, { document, failed: [] }, hoursAgo(hours))
const wanted = (row: LookupRow = unknown(id)): LookupRow => ({ ...row, wanted: noon.toISOString() })

/** A background whose row of the code the test changes. */
function background(first: LookupRow | null = null, asksFirst = false) {
  const state: { row: LookupRow | null } = { row: first }
  const rig = start({
    lookup: (asked) => ok(known(asked === id ? state.row : null, asked, { asksFirst })),
    lookUp: async () => {
      state.row = wanted(state.row ?? undefined)
      return { ok: true, value: true }
    },
  })
  /** What is written down changes, and the pages hear of it. */
  const becomes = (row: LookupRow | null): void => {
    state.row = row
    rig.page['page/refresh']()
  }
  return { rig, becomes }
}

const lookUps = ({ sent }: Rig) => sent.filter(({ type }) => type === 'card/look-up').map(({ payload }) => payload)
const isAsked = async (rig: Rig): Promise<void> => {
  await soon(() => expect(lookUps(rig)).not.toEqual([]))
  await shows('opzoeken bij')
}
const asksNothing = async (rig: Rig): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(lookUps(rig)).toEqual([])
}
const shows = (words: string | RegExp): Promise<void> => soon(() => expect(text()).toMatch(words))
const spoken = (): string => cardRoot()?.querySelector('[role=status]')?.textContent ?? ''

beforeEach(async () => {
  await page.viewport(1000, 700)
  await pointAt(900, 690)
  scrollTo(0, 0)
})

describe('a card that is opened', () => {
  test('has the code looked up once, and shows what is asked of whom, and then what was found', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background()
    await pointAtCode(root)
    await shows('2023D19158 opzoeken bij Tweede Kamer (open data), zo nodig ook bij Officiële bekendmakingen…')
    expect(buttonNamed('Stop')).toBeDefined()
    await expect.poll(() => lookUps(rig)).toEqual([{ id }])
    becomes(foundAgo(0))
    await shows('Gelijke kansen bij het zoeken van een stage')
    expect(text()).toContain('Schriftelijke vragen · 1 juni 2023')
    expect(text()).toContain('Onbeantwoord sinds 1 juni 2023, antwoord verwacht uiterlijk 22 juni 2023')
    expect(text()).toMatch(/Gevraagd door F\. van Zuilen \(LKP\).*Aan Minister \(Onderwijs, Cultuur en Wetenschap\)/)
    expect(text()).toContain('Zojuist opgezocht')
    expect(text()).not.toMatch(/opzoeken bij|Nog niet/)
    const links = [...(card()?.querySelectorAll('footer a') ?? [])].map((link) => (link as HTMLAnchorElement).hostname)
    expect(links).toEqual(['www.tweedekamer.nl', 'zoek.officielebekendmakingen.nl'])
    rig.page['page/refresh']()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(lookUps(rig)).toHaveLength(1)
  })

  test('asks nothing where what is known is young; the user can', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig } = background(foundAgo(3))
    await pointAtCode(root)
    await shows('Stand van 3 uur geleden')
    await asksNothing(rig)
    await userEvent.click(buttonNamed('Vraag opnieuw'))
    await shows('opzoeken bij')
    expect(lookUps(rig)).toEqual([{ id, fresh: true }])
    expect(text()).toContain('Gelijke kansen')
  })

  test('shows at once what is known, however old, while it is asked anew', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig } = background(foundAgo(40))
    await pointAtCode(root)
    await shows('opzoeken bij')
    expect(text()).toContain('Gelijke kansen')
    await soon(() => expect(lookUps(rig)).toEqual([{ id }]))
  })

  test('joins an answer that is on its way already', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig } = background(wanted())
    await pointAtCode(root)
    await shows('opzoeken bij')
    await asksNothing(rig)
  })

  test('asks nothing where the user wants to be asked first, until told to', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig, becomes } = background(null, true)
    await pointAtCode(root)
    await shows('Nog niet opgezocht')
    await asksNothing(rig)
    await userEvent.click(buttonNamed('Opzoeken'))
    await isAsked(rig)
    becomes(foundAgo(0))
    await shows('Gelijke kansen')
  })

  test('asks nothing of a code that the pointer only crosses', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig } = background()
    const before = ['page/report', 'card/states']
    await soon(() => expect(rig.sent.map(({ type }) => type)).toEqual(before))
    // The test's own way from the code may take longer than a pause on it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      // On its way over the code it rests nowhere: each step begins the pause anew.
      for (const step of [0, 1, 2]) {
        await pointAtCode(root, '2023D19158', step)
        expect(vi.getTimerCount()).toBeGreaterThan(0)
        vi.advanceTimersByTime(openAfter - 1)
        expect(card()).toBeNull()
      }
      await pointAt(900, 690)
      await vi.advanceTimersByTimeAsync(10 * openAfter)
    } finally {
      vi.useRealTimers()
    }
    expect(card()).toBeNull()
    expect(rig.sent.map(({ type }) => type)).toEqual(before)
  })

  test('asks nothing of a code that is only stepped over', async () => {
    show('<p>2023D19158, 2023D19159, 2023D19160</p>')
    const { rig } = background()
    for (let step = 0; step < 3; step += 1) {
      rig.page['page/step']({ direction: 1 })
      await new Promise((resolve) => setTimeout(resolve, 80))
    }
    await soon(() => expect(lookUps(rig)).toEqual([{ id: '2023D19160' }]))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(lookUps(rig)).toHaveLength(1)
  })

  test('closed before the background answered, asks nothing', async () => {
    show('<p>Zie 2023D19158.</p>')
    let answer = (_: Result<CardLookup>): void => {}
    const rig = start({
      lookup: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    rig.page['page/step']({ direction: 1 })
    await soon(() => expect(card()).not.toBeNull())
    await userEvent.keyboard('{Escape}')
    answer(ok(known(null, id, { asksFirst: false })))
    await asksNothing(rig)
  })

  test('left for another before the background answered, asks nothing of that one by its answer', async () => {
    show('<p>2023D19158, 2023D19159</p>')
    const other = '2023D19159'
    const answers = new Map<string, (answer: Result<CardLookup>) => void>()
    const rig = start({ lookup: (asked) => new Promise((resolve) => answers.set(asked, resolve)) })
    for (const each of [id, other]) {
      rig.page['page/step']({ direction: 1 })
      await soon(() => expect(answers.has(each)).toBe(true))
    }
    answers.get(id)?.(ok(known(null, id, { asksFirst: false })))
    await asksNothing(rig)
    const young = foundAgo(3, { ...questions, id: other, aliases: [other] })
    answers.get(other)?.(ok(known(young, other, { asksFirst: false })))
    await shows('Stand van 3 uur geleden')
    await asksNothing(rig)
  })
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
    await new Promise((resolve) => setTimeout(resolve, 200))
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
      ['2023-05-03', 'Te laat sinds 3 mei 2023'],
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

test.each([320, 1000])('long Dutch words stay within the card in a window of %i px', async (width) => {
  await page.viewport(width, 700)
  const word = 'Arbeidsmarktdiscriminatievoorlichtingscampagnecoördinator'
  const long: OfficialDocument = {
    ...questions,
    kind: word,
    subject: `${word} en ${word.toLowerCase()}en`,
    askedBy: [{ name: `Van ${word}-Hottentottententententoonstelling`, party: 'GroenLinks-PvdA' }],
    askedOf: [{ name: null, function: 'minister', ministry: word }],
    dossiers: [{ number: '36360-VIII', title: word }],
    decisions: [word],
  }
  show('<p>Zie 2023D19158.</p>')
  const row = failedRow(wanted(foundAgo(40, long)), new SourceFailure('offline'), noon)
  const rig = start({ lookup: () => ok(known(row, id)) })
  rig.page['page/step']({ direction: 1 })
  await shows('Stand van 40 uur geleden')
  const dialog = card() as HTMLElement
  expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth)
  const right = dialog.getBoundingClientRect().right
  for (const part of dialog.querySelectorAll('h2, p, dt, dd, button, a')) {
    expect(part.getBoundingClientRect().right, part.textContent).toBeLessThanOrEqual(right)
  }
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

  test('where neither exists, that', async () => {
    await opened(none('kst-36410-A'), none('dossier-36410-A'))
    expect(text()).toMatch(/kennen geen Kamerstuk 36 410, A.*kent geen Dossier 36 410 A/)
  })
})

describe('focus and speech', () => {
  test('the focus stays on its control when the card is made anew, and unfolded texts stay unfolded', async () => {
    show('<p>2023D19158</p>')
    let row: LookupRow = wanted()
    const { page: handlers } = start({ lookup: () => ok({ ...known(row, id), printed: [{ question, list }] }) })
    handlers['page/step']({ direction: 1 })
    await shows('meer')
    await userEvent.click(buttonNamed('meer'))
    buttonNamed('Notitie').focus()
    row = foundAgo(0)
    handlers['page/refresh']()
    await shows('Gelijke kansen')
    expect(cardRoot()?.activeElement?.textContent).toBe('Notitie')
    expect(text()).toContain('per regio gepubliceerd')
    buttonNamed('Vraag opnieuw').focus()
    row = failedRow(wanted(row), new SourceFailure('offline'), noon)
    handlers['page/refresh']()
    await shows('niet te bereiken')
    expect(cardRoot()?.activeElement).toBe(card())
  })

  test('what looks the same is left as it is, with a selection in it', async () => {
    show('<p>2023D19158</p>')
    const { page: handlers } = start({ lookup: () => ok(known(foundAgo(3), id)) })
    handlers['page/step']({ direction: 1 })
    await shows('Gelijke kansen')
    const title = card()?.querySelector('h2')
    handlers['page/refresh']()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(card()?.querySelector('h2')).toBe(title)
  })

  test('a screen reader is told that it is asked, and once what came of it', async () => {
    show('<p>2023D19158</p>')
    const { rig, becomes } = background()
    rig.page['page/step']({ direction: 1 })
    await soon(() => expect(spoken()).toMatch(/^2023D19158\. 2023D19158 opzoeken bij Tweede Kamer/))
    const region = cardRoot()?.querySelector('[role=status]') as HTMLElement
    const told: string[] = []
    const watch = new MutationObserver(() => region.textContent && told.push(region.textContent))
    watch.observe(region, { childList: true, characterData: true, subtree: true })
    await soon(() => expect(lookUps(rig)).toHaveLength(1))
    becomes(foundAgo(0))
    await soon(() => expect(told).toHaveLength(1))
    rig.page['page/refresh']()
    await new Promise((resolve) => setTimeout(resolve, 200))
    watch.disconnect()
    expect(told).toEqual([expect.stringMatching(/^2023D19158\. Gelijke kansen.*Onbeantwoord sinds 1 juni 2023/)])
  })

  test('no fault is found in any state', async () => {
    const offline = failedRow(wanted(foundAgo(40)), new SourceFailure('offline'), noon)
    for (const row of [foundAgo(0), wanted(), notFoundRow(unknown(id), noon), offline, null]) {
      show('<p>2023D19158</p>')
      const { page: handlers, stop } = start({ lookup: () => ok(known(row, id)) })
      handlers['page/step']({ direction: 1 })
      await soon(() => expect(card()?.getAttribute('aria-busy')).toBe('false'))
      const result = await axe.run({ include: [['#kamerlens-card']] } as axe.ElementContext)
      expect(result.violations.map((fault) => [fault.id, fault.nodes[0]?.html])).toEqual([])
      stop()
    }
    expect(nothingKept(id).records).toHaveLength(1)
  })
})
