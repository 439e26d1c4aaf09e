import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { factsOf } from '#tests/fixtures/facts.ts'
import { tellAppearance } from '../../../entrypoints/page.content/script-exchange.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { ok, opened, printed } from './card-answers.ts'
import { buttonNamed, pointAt, pointAtCode, text } from './pointing.ts'
import { card, cardRoot, known, list, note, nothingKept, question, start } from './rig.ts'

beforeEach(async () => {
  await page.viewport(1000, 700)
  await pointAt(900, 690)
  scrollTo(0, 0)
})

afterEach(() => vi.restoreAllMocks())

describe('what the card says', () => {
  test('is in the language and the looks that the user chose, from the next card on', async () => {
    const root = show('<p>Zie 2023D19158 en 2023Z08012.</p>')
    start()
    tellAppearance({ language: 'en', looks: 'dark' })
    await pointAtCode(root, '2023D19158')
    await opened()
    expect(text()).toContain('Not looked up yet')
    expect(cardRoot()?.host.getAttribute('lang')).toBe('en')
    expect(getComputedStyle(card() as HTMLElement).backgroundColor).toBe('rgb(26, 29, 33)')
    tellAppearance({ language: 'nl', looks: 'light' })
    await pointAtCode(root, '2023Z08012')
    await soon(() => expect(text()).toContain('2023Z08012'))
    await opened()
    expect(text()).toContain('Nog niet opgezocht')
    expect(getComputedStyle(card() as HTMLElement).backgroundColor).toBe('rgb(255, 255, 255)')
    Reflect.deleteProperty(globalThis, Symbol.for('kamerlens.appearance'))
  })

  test('of a number that only the page’s one dossier explains: that it is inferred', async () => {
    const root = show('<p>Kamerstuk 36 360, nr. 5</p><p>Ik kom bij de motie op stuk nr. 28.</p>')
    start()
    await pointAtCode(root, 'stuk nr. 28')
    await opened()
    expect(text()).toContain('Kamerstuk 36 360, nr. 28')
    expect(text()).toContain('Afgeleid: de tekst noemt alleen een nummer')
    await pointAtCode(root, '36 360, nr. 5')
    await soon(() => expect(text()).toContain('Kamerstuk 36 360, nr. 5'))
    expect(text()).not.toContain('Afgeleid')
  })

  test('of letters that may name something else as well: what, with its address', async () => {
    const root = show('<p>Onder kenmerk 36410-A, en 31 293 en 31 289, nr. 273.</p>')
    start()
    await pointAtCode(root, '36410-A')
    await opened()
    expect(text()).toContain('Kamerstuk 36 410, A')
    expect(text()).toContain('Kan ook zijn: Dossier 36 410 A')
    const others = () => [...(card()?.querySelectorAll<HTMLAnchorElement>('.aside a') ?? [])].map(({ href }) => href)
    expect(others()).toEqual(['https://zoek.officielebekendmakingen.nl/dossier/36410-A'])
    await pointAtCode(root, '31 293')
    await soon(() => expect(text()).toContain('Kan ook zijn: Kamerstuk 31 289, nr. 273'))
  })

  test('of a printed code: list, number, question, answer, note', async () => {
    const root = show('<p>Zie vraag 2023D19158 in de lijst.</p>')
    start({ lookup: () => ok(printed([note('Terugvragen na het congres van november.'), note('ouder')])) })
    await pointAtCode(root)
    await opened()
    expect(text()).toContain('Kamerstuk · 23 mei 2023')
    expect(text()).toContain('Jaarverslag Onderwijs, Cultuur en Wetenschap 2022, vraag 41')
    expect(text()).toContain('Beantwoord')
    expect(text()).toContain('Hoeveel scholen hebben in 2022')
    expect(text()).toContain('In 2022 namen 1.204 scholen')
    expect(text()).not.toContain('per regio gepubliceerd')
    expect(text()).toContain('Terugvragen na het congres')
    expect(text()).toContain('en nog 1 notitie')
    const dutch = [...(card()?.querySelectorAll('[lang=nl]') ?? [])].map(({ textContent }) => textContent)
    expect(dutch).toEqual([expect.stringMatching(/^Hoeveel scholen/), expect.stringMatching(/^In 2022/)])
    const links = [...(card()?.querySelectorAll('a') ?? [])]
    expect(links.map(({ href }) => href)).toEqual([expect.stringMatching(/^https:\/\/www\.tweedekamer\.nl\//)])
    expect(links.every(({ rel }) => rel === 'noopener noreferrer')).toBe(true)
    await userEvent.click(buttonNamed('meer'))
    expect(text()).toContain('per regio gepubliceerd')
  })

  test('leads to the place of a question that was read from a PDF', async () => {
    const root = show('<p>Zie vraag 2023D19158 in de lijst.</p>')
    const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const read = { question: { ...question, top: 210 }, list: { ...list, links: [{ rel: 'file' as const, url }] } }
    const rig = start({ lookup: () => ok({ ...printed(), printed: [read] }) })
    await pointAtCode(root)
    await opened()
    await userEvent.click(buttonNamed('Plaats in de bron, blz. 12'))
    expect(rig.sent.at(-1)).toEqual({ type: 'reader/open', payload: { url, title: '', question: 3 } })
  })

  test('says of a notice of delay that there is no answer yet, and offers not to read it again', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const facts = factsOf({
      type: 'postponement',
    })
    start({ lookup: () => ok({ ...nothingKept('2023D19158'), document: { ...list, facts } }) })
    await pointAtCode(root)
    await opened()
    expect(text()).toContain('Uitstel: nog geen antwoord')
    expect(text()).not.toContain('Lees de vragen')
  })

  test('a printed code that is another document’s number: both, apart', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const other = { ...list, id: '2023D19158', title: 'Brief over visserij', kind: 'document' as const }
    start({ lookup: () => ok({ ...printed(), document: other }) })
    await pointAtCode(root)
    await opened()
    expect(text()).toContain('vraag 41')
    expect(text()).toMatch(/Document met dit nummer.*Brief over visserij/)
    expect(card()?.querySelector('h2[lang=nl]')?.textContent).toBe('Brief over visserij')
  })

  test('of a kind that no service keeps: that nothing is kept, and what can be done; nothing is asked', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const root = show('<p>Zie ECLI:NL:HR:2021:1523.</p>')
    const { sent } = start({ lookup: (id) => ok(known(null, id, { asksFirst: false })) })
    await pointAtCode(root, 'ECLI:NL:HR:2021:1523')
    await opened()
    expect(text()).toContain('Nog niet bewaard')
    expect(text()).toContain('maak er een notitie bij')
    expect(text()).not.toMatch(/[Oo]pzoeken|Nog niet opgezocht|Lees de vragen/)
    await aWhile(100)
    expect(sent.map(({ type }) => type)).toEqual(['page/report', 'card/states', 'card/lookup'])
    expect(fetched).not.toHaveBeenCalled()
  })

  test('a link to a document can be read; the card shows how that goes, and why not', async () => {
    const href = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const root = show(`<p><a href="${href}">Beantwoording vragen</a></p>`)
    const rig = start()
    await pointAtCode(root, 'Beantwoording')
    await opened()
    await userEvent.click(buttonNamed('Lees de vragen'))
    await soon(() => expect(text()).toContain('wordt gelezen'))
    expect(rig.sent.at(-1)).toEqual({ type: 'card/read', payload: { url: href, title: 'Beantwoording vragen' } })
    const progress = { phase: 'reading', done: 12, total: 68, questions: 30 } as const
    await soon(() => {
      rig.page['page/reading']({ job: 'job-1', state: 'running', progress })
      expect(text()).toContain('12 van 68 bladzijden')
    })
    rig.page['page/reading']({
      job: 'job-1',
      state: 'failed',
      progress,
      error: 'no-questions',
      sentence: 'In dit document staan geen genummerde vragen; er is niets bewaard.',
    })
    expect(text()).toContain('In dit document staan geen genummerde vragen')
  })

  test('a reading can be stopped, and the card says so', async () => {
    const href = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const root = show(`<p><a href="${href}">Beantwoording vragen</a></p>`)
    const rig = start()
    await pointAtCode(root, 'Beantwoording')
    await opened()
    await userEvent.click(buttonNamed('Lees de vragen'))
    await soon(() => expect(buttonNamed('Stop')).toBeDefined())
    await userEvent.click(buttonNamed('Stop'))
    expect(rig.sent.at(-1)).toEqual({ type: 'card/stop', payload: { job: 'job-1' } })
    const progress = { phase: 'fetching', done: 0, total: 0, questions: 0 } as const
    const sentence = 'Gestopt; er is niets bewaard.'
    rig.page['page/reading']({ job: 'job-1', state: 'cancelled', progress, error: 'cancelled', sentence })
    expect(text()).toContain(sentence)
    expect(buttonNamed('Lees de vragen')).toBeDefined()
  })

  test('a code can be followed and followed no more, where somebody can be asked about it', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    let followed: boolean | null = false
    const rig = start({
      lookup: () => ok(followed === null ? printed() : { ...printed(), followed }),
      follow: (on) => {
        followed = on
        return { ok: true, value: true }
      },
    })
    await pointAtCode(root)
    await opened()
    await userEvent.click(buttonNamed('Volgen'))
    expect(rig.sent).toContainEqual({ type: 'card/follow', payload: { id: '2023D19158', on: true } })
    await soon(() => expect(buttonNamed('Wordt gevolgd').title).toBe('Niet meer volgen'))
    // Who pressed it by keyboard can undo it there.
    expect(cardRoot()?.activeElement).toBe(buttonNamed('Wordt gevolgd'))
    expect(cardRoot()?.querySelector('[role=status]')?.textContent).toContain('Wordt gevolgd')
    await userEvent.click(buttonNamed('Wordt gevolgd'))
    expect(rig.sent).toContainEqual({ type: 'card/follow', payload: { id: '2023D19158', on: false } })
    await soon(() => expect(buttonNamed('Volgen')).toBeDefined())
    followed = null
    rig.page['page/refresh']()
    await soon(() => expect(text()).not.toContain('Volgen'))
  })

  test('following that fails says so, and the card stays', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    start({
      lookup: () => ok({ ...printed(), followed: false }),
      follow: () => ({ ok: false, error: 'database-unavailable' }),
    })
    await pointAtCode(root)
    await opened()
    await userEvent.click(buttonNamed('Volgen'))
    await soon(() => expect(text()).toContain('Kamerlens antwoordt niet'))
    expect(buttonNamed('Volgen').title).toBe('')
  })

  test('a background that fails: a sentence and a way to try again', async () => {
    let answers = 0
    const root = show('<p>Zie 2023D19158.</p>')
    start({
      lookup: async () => {
        answers += 1
        if (answers === 1) throw new Error('gone')
        return ok(printed())
      },
    })
    await pointAtCode(root)
    await opened()
    expect(text()).toContain('Kamerlens antwoordt niet')
    await userEvent.click(buttonNamed('Opnieuw'))
    await soon(() => expect(text()).toContain('vraag 41'))
  })

  test('a card whose script did not come is asked for again the next time', async () => {
    let tries = 0
    const root = show('<p>Zie 2023D19158.</p>')
    start({ loads: () => ++tries > 1 })
    await pointAtCode(root)
    await soon(() => expect(tries).toBe(1))
    await pointAt(900, 690)
    await pointAtCode(root)
    await opened()
    expect(tries).toBe(2)
  })

  test('hostile texts are text', async () => {
    const root = show('<p>Zie 2023D19158.</p>')
    const evil = '<img src=x onerror="document.title=1"><b>vet</b>'
    const links = [{ rel: 'page' as const, url: 'javascript:alert(1)' }]
    start({ lookup: () => ok({ ...printed([note(evil)]), document: { ...list, id: 'x', title: evil, links } }) })
    await pointAtCode(root)
    await opened()
    expect(text()).toContain('<b>vet</b>')
    expect(card()?.querySelector('img, b')).toBeNull()
    expect([...(card()?.querySelectorAll('a') ?? [])].every(({ protocol }) => protocol === 'https:')).toBe(true)
  })
})
