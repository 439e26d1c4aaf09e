import axe from 'axe-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import type { CardLookup } from '#utils/browser/protocol/card.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { failedRow, notFoundRow, unknown } from '#utils/database/official/lookups.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { openAfter } from '../../../entrypoints/page.content/pointing.ts'
import { faintIn, prefer } from '../components/contrast.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { ok } from './card-answers.ts'
import { background, foundAgo, id, isAsked, lookUps, questions, shows, wanted } from './look-up-world.ts'
import { buttonNamed, pointAt, pointAtCode, text } from './pointing.ts'
import { card, cardRoot, known, list, noon, nothingKept, question, type Rig, start } from './rig.ts'

const asksNothing = async (rig: Rig): Promise<void> => {
  await aWhile(500)
  expect(lookUps(rig)).toEqual([])
}

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
    await aWhile(200)
    expect(lookUps(rig)).toHaveLength(1)
  })

  test('asks nothing where what is known is young; the user can', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const { rig } = background(foundAgo(3))
    await pointAtCode(root)
    await shows('Stand van 3 uur geleden')
    await asksNothing(rig)
    await userEvent.click(buttonNamed('Opnieuw opzoeken'))
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
      await aWhile(80)
    }
    await soon(() => expect(lookUps(rig)).toEqual([{ id: '2023D19160' }]))
    await aWhile(400)
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
    buttonNamed('Opnieuw opzoeken').focus()
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
    await aWhile(200)
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
    await aWhile(200)
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
      // Who asks the system for more contrast has it here too.
      await prefer('more')
      expect(faintIn(card() as HTMLElement)).toEqual([])
      await prefer('no-preference')
      stop()
    }
    expect(nothingKept(id).records).toHaveLength(1)
  })
})
