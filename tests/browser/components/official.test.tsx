import axe from 'axe-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/opening.ts'
import { locale } from '#locales/i18n.ts'
import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import { keepFound } from '#utils/database/keep-found.ts'
import { keepFailure } from '#utils/database/lookups.ts'
import { saveNote } from '#utils/database/notes.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { keepAnswers, keepLetter, openWorld, unknowing, type World } from './kept-world.ts'
import { answers, known, motion, overdue, questions } from './officials.ts'
import { code, codesOf, library, officialSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const opened = (id: string) => (world: World) =>
  popup(
    world,
    { type: 'codes', codes: codesOf(world), site: officialSite },
    { ...plainOpening, destination: { type: 'code', code: code(world, id) } },
  )
const knowing =
  (...documents: readonly OfficialDocument[]) =>
  async (world: World) =>
    known(world, ...documents)
const text = (words: string | RegExp) => page.getByText(words)
const button = (name: string | RegExp, exact = false) => page.getByRole('button', { name, exact })
const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00a0', ' ')
const shown = () => textOf(document.body)

describe('opening a code', () => {
  test('looks it up, and shows what it is, who asked of whom, and what came of it', async () => {
    const world = await stage(opened('2023D19158'), { keep: knowing(questions) })
    await expect
      .element(page.getByRole('heading', { name: 'Gelijke kansen bij het zoeken van een stage' }))
      .toBeVisible()
    expect(world.lookedUp).toEqual([{ id: '2023D19158' }])
    for (const words of [
      'Schriftelijke vragen3 mei 2023',
      'Beantwoord',
      'op 22 mei 2023',
      'F. van Zuilen (LKP), Daniëlle Hogewoning-Brouwer (Nieuw Sociaal Contract)',
      'Minister J. van der Laken (Onderwijs, Cultuur en Wetenschap)',
      'Uitstelbericht · 16 mei 2023 · 2023D20100',
      'Opgezocht: zojuist',
    ]) {
      expect(shown()).toContain(words)
    }
    const links = [...document.querySelectorAll('a')].map(({ href }) => href)
    expect(links).toEqual([
      'https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158&did=2023D19158',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.pdf',
      'https://www.tweedekamer.nl/downloads/document?id=2023D19158',
      'https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document(5ca1ab1e-0001-4000-8000-000000000001)',
    ])
  })

  test('what was looked up is heard, as that it is being looked up was', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', 'no answer yet'),
    })
    await expect.element(page.getByRole('status').filter({ hasText: 'Wordt opgezocht bij' })).toBeVisible()
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    const heard = page.getByRole('status').filter({ hasText: 'Opgezocht: Gelijke kansen bij het zoeken van een stage' })
    await expect.element(heard).toBeInTheDocument()
  })

  test('what was asked again by itself is heard once it is there', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', 'no answer yet'),
    })
    await expect.element(page.getByRole('status').filter({ hasText: 'Wordt opgezocht bij' })).toBeVisible()
    await keepFailure(world.db, '2023D19158', new SourceFailure('offline', ''), new Date())
    await expect.element(page.getByRole('status').filter({ hasText: 'niet te bereiken' })).toBeVisible()
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    await expect.element(page.getByRole('status').filter({ hasText: /^Opgezocht: / })).toBeInTheDocument()
  })

  test('what was known is not said to be looked up where asking it again was stopped', async () => {
    const before = new Date(Date.now() - 3 * 3_600_000)
    await stage(opened('2023D19158'), {
      keep: async (one) => {
        await keepFound(one.db, '2023D19158', { document: questions, failed: [] }, before)
        one.officials.set('2023D19158', 'no answer yet')
      },
    })
    await userEvent.click(button('Opnieuw opzoeken'))
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.poll(() => page.getByRole('progressbar').elements()).toEqual([])
    await quiet()
    expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Opgezocht: / })
        .elements(),
    ).toEqual([])
  })

  test('asks nobody again while what is known is young, and does when asked to', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => {
        await keepFound(one.db, '2023D19158', { document: questions, failed: [] }, new Date(Date.now() - 3 * 3_600_000))
        known(one, { ...questions, subject: 'Nieuw onderwerp' })
      },
    })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    await expect.element(text('Opgezocht: zojuist')).toBeVisible()
    expect(world.lookedUp).toEqual([{ id: '2023D19158' }, { id: '2023D19158', fresh: true }])
  })

  test('says that it takes long once it does, beside the way to stop it, and is quiet before', async () => {
    await stage(opened('2023D12345'), { keep: async (world) => world.officials.set('2023D12345', 'no answer yet') })
    await expect.element(button(/^Stop met opzoeken van/)).toBeVisible()
    const status = () => textOf(document.querySelector('.kl-look-up [role=status]'))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(status()).not.toContain('Dit duurt lang')
    await expect.poll(status, { timeout: 8_000 }).toMatch(/^Wordt opgezocht bij .+… Dit duurt lang\. U kunt wachten/)
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.poll(shown).not.toContain('Dit duurt lang')
  })

  test('while it is under way says what is asked of whom, and can be stopped and begun again', async () => {
    const world = await stage(opened('kst-36360-VIII-5'), {
      keep: async (one) => one.officials.set('kst-36360-VIII-5', 'no answer yet'),
    })
    await expect
      .element(text('Wordt opgezocht bij de open data van de Tweede Kamer en officielebekendmakingen.nl…'))
      .toBeVisible()
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.element(text('Nog niet opgezocht')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
    expect(await world.db.lookups.count()).toBe(0)
    known(world, motion)
    await userEvent.click(button('Opzoeken', true))
    await expect.element(text('Aangenomen met 76 stemmen voor')).toBeVisible()
  })

  test('what the services do not know says when that was asked and when it is worth asking again', async () => {
    const world = await stage(opened('2023D99999'))
    await expect.element(text(/kennen dit stuk niet, of nog niet: een nieuw stuk/)).toBeVisible()
    expect(shown()).toMatch(/Gevraagd: zojuist\. Opent u dit na (?:\d+ \S+ )?\d\d:\d\d, dan/)
    known(world, { ...questions, id: '2023D99999', aliases: ['2023D99999'] })
    await userEvent.click(button('Nu opnieuw vragen'))
    await expect.element(text('op 22 mei 2023')).toBeVisible()
  })

  test.each([
    ['offline', null, /niet te bereiken.*vanzelf opnieuw/],
    ['busy', Date.now() + 60_000, /heeft het druk\. Kamerlens vraagt het na .* vanzelf opnieuw/],
    ['broken-answer', null, /onbruikbaar antwoord/],
    ['too-large', null, /veel te groot antwoord/],
    ['elsewhere', null, /verwijst naar een andere site/],
    ['refused', null, /geeft hierop geen antwoord/],
  ] as const)(
    '%s is one plain sentence, with what was known and how old that is',
    async (failure, retryAt, sentence) => {
      await stage(opened('2023D19158'), {
        keep: async (one) => {
          await keepFound(
            one.db,
            '2023D19158',
            { document: questions, failed: [] },
            new Date(Date.now() - 60 * 3_600_000 * 24),
          )
          one.officials.set('2023D19158', new SourceFailure(failure, '', retryAt))
        },
      })
      await expect.element(text(sentence)).toBeVisible()
      expect(shown()).toMatch(/Hieronder staat wat er bekend was \(\d+ \w+ \d{4}\)/)
      expect(shown()).toContain('op 22 mei 2023')
      await expect.element(button('Opnieuw opzoeken')).toBeVisible()
    },
  )

  test('where the user took the sites back it is asked for the right, and asked again once that is given', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', new SourceFailure('withheld')),
    })
    await expect.element(text(/staat het Kamerlens niet toe/)).toBeVisible()
    expect(button('Opnieuw opzoeken').elements()).toEqual([])
    known(world, questions)
    await userEvent.click(button('Toestaan'))
    await expect.element(text('op 22 mei 2023')).toBeVisible()
  })

  test('offline comes to its end by itself once the answer is written', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', new SourceFailure('offline')),
    })
    await expect.element(text(/niet te bereiken/)).toBeVisible()
    expect(shown()).not.toContain('Hieronder staat')
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    expect(text(/niet te bereiken/).elements()).toEqual([])
  })

  test('a service that could add nothing is named', async () => {
    const failed = [{ source: 'open-data', code: 'busy', retryAt: null } as const]
    await stage(opened('2023D19158'), {
      keep: ({ db }) => keepFound(db, '2023D19158', { document: questions, failed }, new Date()),
    })
    await expect.poll(shown).toContain('De open data van de Tweede Kamer kon hier niets aan toevoegen')
    expect(shown()).toContain('Opgezocht: zojuist')
  })

  test('a store that can’t be written says so, and nothing is said to be under way', async () => {
    const world = openWorld()
    world.failWith('newer-database')
    await stage(opened('2023D12345'), { world })
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
  })

  test('what no service keeps is not asked for', async () => {
    const world = await stage(opened('ECLI:NL:HR:2001:AB1838'))
    await quiet()
    expect(world.lookedUp).toEqual([])
    expect(shown()).not.toContain('opgezocht')
  })

  test('in a private window shows what came of it, and writes nothing', async () => {
    const world = openWorld({ isPrivate: true })
    await stage(opened('2023D19158'), { world, keep: knowing(questions) })
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    expect(await world.db.lookups.count()).toBe(0)
    known(world, { ...questions, subject: 'Nieuw onderwerp' })
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    expect(world.lookedUp.at(-1)).toEqual({ id: '2023D19158', fresh: true })
  })

  test('over a private window of which the screen did not know shows it too, and asks again', async () => {
    const world = unknowing(openWorld({ isPrivate: true }))
    await stage(opened('2023D19158'), { world, keep: knowing(questions) })
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    known(world, { ...questions, subject: 'Nieuw onderwerp' })
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    expect(world.lookedUp.at(-1)).toEqual({ id: '2023D19158', fresh: true })
    expect(await world.db.lookups.count()).toBe(0)
  })

  test('asked anew, a failure that comes at once ends the asking', async () => {
    const world = openWorld()
    const before = new Date(Date.now() - 3 * 3_600_000)
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, before)
    const failure = new SourceFailure('broken-answer')
    const lookUps = {
      ...world.lookUps,
      start: async (request: LookUpRequest) => {
        if (!request.fresh) return world.lookUps.start(request)
        await keepFailure(world.db, request.id, failure, new Date())
        return { ok: true, value: true } as const
      },
    }
    await stage(opened('2023D19158'), { world: { ...world, lookUps } })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(text(/onbruikbaar antwoord/)).toBeVisible()
    await expect.poll(() => page.getByRole('progressbar').elements()).toEqual([])
  })

  test('over a private window says that it is asked anew also where something of it was known, and can be stopped', async () => {
    const world = unknowing(openWorld({ isPrivate: true }))
    const before = new Date(Date.now() - 3 * 3_600_000)
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, before)
    world.officials.set('2023D19158', 'no answer yet')
    await stage(opened('2023D19158'), { world })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await userEvent.click(button(/^Stop met opzoeken/))
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
  })

  test('in a private window can be stopped, and an answer that comes after that is nobody’s', async () => {
    const world = openWorld({ isPrivate: true })
    world.officials.set('2023D19158', 'no answer yet')
    await stage(opened('2023D19158'), { world })
    await userEvent.click(button(/^Stop met opzoeken/))
    await expect.element(text('Nog niet opgezocht')).toBeVisible()
  })
})

describe('what the services say', () => {
  test('leads from the questions to the answer in place, and back', async () => {
    const answer = { ...answers, id: '2023D21040', aliases: ['2023D21040', 'ah-tk-20222023-2345'] }
    const world = await stage(opened('2023D19158'), { keep: knowing(questions, answer) })
    await userEvent.click(button(/^Antwoord op vragen van de leden Van Zuilen/))
    await expect.element(page.getByRole('heading', { name: 'Wachtlijsten in de jeugdzorg' })).toBeVisible()
    expect(world.lookedUp.map(({ id }) => id)).toEqual(['2023D19158', '2023D21040'])
    await userEvent.click(button('Terug'))
    await expect
      .element(page.getByRole('heading', { name: 'Gelijke kansen bij het zoeken van een stage' }))
      .toBeVisible()
    await userEvent.click(button('2023Z08012', true))
    await expect.element(page.getByRole('heading', { name: '2023Z08012', exact: true })).toBeVisible()
  })

  test('tells which fact came from where and when', async () => {
    await stage(opened('2023D19158'), { keep: knowing(questions) })
    await userEvent.click(text('Waar komt dit vandaan?'))
    await expect.element(page.getByRole('link', { name: /gegevensmagazijn\.tweedekamer\.nl/ })).toBeVisible()
    expect(shown()).toMatch(/opgevraagd 23 mei 2023,? \d\d:\d\d/)
    expect(shown()).toContain('wie vroeg, aan wie, zaken')
  })

  test('an answer that is late stands out; many papers are shown when asked for', async () => {
    await stage(opened('kv-tk-2023Z08012'), { keep: knowing(overdue) })
    await expect.element(text('Te laat')).toHaveAttribute('data-tone', 'late')
    expect(shown()).toContain('sinds 3 mei 2023, het antwoord werd uiterlijk 24 mei 2023 verwacht')
    await stage(opened('kst-36360-VIII-5'), { keep: knowing(motion) })
    await userEvent.click(button('Nog 8 stukken tonen'))
    await expect.element(button(/^Brief 14 over/)).toBeVisible()
  })

  test('joins what a kept document says of itself', async () => {
    await stage(
      (world) => library(world, { ...plainOpening, destination: { type: 'document', id: 'ah-tk-20242025-512' } }),
      {
        width: 1280,
        height: 800,
        keep: async (world) => {
          await keepLetter(world.db)
          known(world, answers)
        },
      },
    )
    await expect.element(page.getByRole('main').getByText('op 19 november 2024')).toBeVisible()
    const main = textOf(document.querySelector('main'))
    for (const words of [
      'Antwoord op vragen van de leden Jansen en De Vries over wachtlijsten in de jeugdzorg',
      'D. Jansen (Nieuw Sociaal Contract)',
      'Minister A. Agema (Volksgezondheid, Welzijn en Sport)',
      'ingezonden 30 oktober 2024',
      'Officiële titelWachtlijsten in de jeugdzorg',
      'Schriftelijke vragen · 30 oktober 2024 · 2024D40001',
      'Kent u het bericht',
    ]) {
      expect(main).toContain(words)
    }
    expect(main.match(/2024Z18775/g)).toHaveLength(1)
    // The row of the list knows the status too.
    await expect.element(page.getByRole('option').getByText(/Antwoord schriftelijke vragen · Beantwoord/)).toBeVisible()
  })

  test('of a kept document that nobody knows is a small matter, and is not said twice', async () => {
    await stage(
      (world) => library(world, { ...plainOpening, destination: { type: 'document', id: 'ah-tk-20242025-512' } }),
      {
        width: 1280,
        height: 800,
        keep: ({ db }) => keepLetter(db),
      },
    )
    await expect.element(text(/kennen dit stuk niet, of nog niet \(gevraagd: zojuist\)/)).toBeVisible()
    expect(document.querySelectorAll('.kl-notice')).toHaveLength(0)
  })

  test('of a number stands apart from the question that is printed with it', async () => {
    await stage(opened('2023D19158'), {
      keep: async (world) => {
        await keepAnswers(world.db)
        known(world, questions)
      },
    })
    await expect.element(text('Gedrukt bij vraag 1')).toBeVisible()
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    const parts = [...document.querySelectorAll('.kl-part')].map(textOf)
    expect(parts).toHaveLength(2)
    expect(parts[0]).toContain('Antwoorden op feitelijke vragen over het jaarverslag 2022')
    expect(parts[0]).not.toContain('Gelijke kansen')
    expect(parts[1]).toMatch(/^Het document met nummer 2023D19158[\s\S]*Gelijke kansen bij het zoeken van een stage/)
    expect(parts[1]).not.toContain('jaarverslag')
  })

  test('is told in English to who reads English, with the papers’ own words', async () => {
    await stage(opened('2023D19158'), { keep: knowing(questions) })
    locale.set('en')
    await expect.element(text('Looked up: just now')).toBeVisible()
    expect(shown()).toContain('Written questions')
    expect(shown()).toContain('on 22 May 2023')
    expect(shown()).toContain('Gelijke kansen bij het zoeken van een stage')
    expect(shown()).not.toMatch(/Gevraagd|Hoort|Opgezocht|Beantwoord/)
  })
})

describe('lists', () => {
  const rows = (world: World) => popup(world, { type: 'codes', codes: codesOf(world), site: officialSite })

  test('of a page show kind, title and status of what was looked up, and how it went for the others', async () => {
    const world = await stage(rows, {
      keep: async ({ db }) => {
        await keepFound(db, '2023D19158', { document: questions, failed: [] }, new Date())
        await keepFound(
          db,
          'ah-tk-20222023-2345',
          { document: { ...overdue, aliases: ['ah-tk-20222023-2345'] }, failed: [] },
          new Date(),
        )
      },
    })
    await quiet()
    const row = (name: string) =>
      [...document.querySelectorAll('.kl-choice')].map(textOf).find((one) => one.startsWith(name))
    expect(row('2023D19158')).toMatch(/, opgezochtBeantwoordSchriftelijke vragen · Gelijke kansen/)
    expect(row('Aanhangsel')).toMatch(/Te laat/)
    expect(row('2023D19159')).toMatch(/Nog niet opgezocht/)
    world.officials.set('2023D19159', 'no answer yet')
    await world.lookUps.start({ id: '2023D19159' })
    await expect.poll(() => row('2023D19159')).toMatch(/Wordt opgezocht…/)
    await world.lookUps.start({ id: 'kst-29338-258' })
    await expect.poll(() => row('Kamerstuk 29 338')).toMatch(/Niet gevonden/)
  })

  test('of notes show the title of what was looked up', async () => {
    await stage((world) => library(world), {
      width: 1280,
      height: 800,
      keep: async ({ db }) => {
        await saveNote(db, { id: 'n1', target: 'kv-tk-2023Z08012', opened: '', body: 'Terugvragen.' }, new Date())
        await saveNote(db, { id: 'n2', target: '2023D19158#2', opened: '', body: 'Bij twee.' }, new Date())
        await keepFound(db, '2023D19158', { document: questions, failed: [] }, new Date())
      },
    })
    await userEvent.click(button(/^Notities/))
    await expect.element(text(/^Gelijke kansen bij het zoeken van een stage \(Kamervragen/)).toBeVisible()
    await expect.element(text(/^Vraag 2 · Gelijke kansen bij het zoeken van een stage \(2023D19158\)/)).toBeVisible()
  })
})

describe('copying the reference', () => {
  let world: World
  const copied = () => world.copied.at(-1)
  const menu = () => page.getByRole('menu', { name: 'Vorm van de verwijzing' })
  const focused = () => document.activeElement?.textContent

  beforeEach(async () => {
    world = await stage(opened('kst-36360-VIII-5'), { keep: knowing(motion) })
    await expect.element(text('Aangenomen met 76 stemmen voor')).toBeVisible()
  })

  test('takes the official form first, then the one that was chosen last', async () => {
    await userEvent.click(button('Kopieer verwijzing', true))
    expect(copied()).toBe('Kamerstukken II 2022/23, 36 360 VIII, nr. 5')
    await userEvent.click(button('Andere vorm kiezen'))
    await userEvent.click(page.getByRole('menuitemradio', { name: 'Kort' }))
    await expect.poll(copied).toBe('Kamerstuk 36 360 VIII, nr. 5')
    await expect.element(button('Gekopieerd')).toBeVisible()
    await expect.element(button('Kopieer verwijzing', true)).toBeVisible()
    await userEvent.click(button('Kopieer verwijzing', true))
    await expect.poll(() => world.copied).toHaveLength(3)
    expect(copied()).toBe('Kamerstuk 36 360 VIII, nr. 5')
  })

  test.each([
    ['Officieel', /^Kamerstukken II 2022\/23, 36 360 VIII, nr\. 5$/],
    ['Link', /^https:\/\/zoek\.officielebekendmakingen\.nl\/kv-tk-2023Z08012\.html$/],
    ['Markdown-link', /^\[Motie over .*\(Kamerstukken II .*\)\]\(https:/],
    ['RIS (EndNote, Zotero)', /^TY {2}- RPRT\r\n[\s\S]*\r\nER {2}- \r\n$/],
    ['CSL-JSON (Zotero)', /^\[\n {2}\{\n {4}"id": "kst-36360-VIII-5"/],
  ])('%s', async (name, form) => {
    await userEvent.click(button('Andere vorm kiezen'))
    await userEvent.click(page.getByRole('menuitemradio', { name }))
    await expect.poll(copied).toMatch(form)
    expect(menu().elements()).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'its menu breaks no rule of WCAG 2.2 AA while it is open (%s)',
    async (theme) => {
      document.documentElement.style.colorScheme = theme
      await userEvent.click(button('Andere vorm kiezen'))
      await expect.element(menu()).toBeVisible()
      const { violations } = await axe.run(document.body, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      })
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
      const { left, right, top, bottom } = menu().element().getBoundingClientRect()
      expect(left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight).toBe(true)
    },
  )

  test('its menu works by the keyboard as a menu button does', async () => {
    const more = button('Andere vorm kiezen')
    more.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Officieel')
    expect(more.element().getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('Kort')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(focused()).toBe('CSL-JSON (Zotero)')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('Officieel')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('CSL-JSON (Zotero)')
    await userEvent.keyboard('{Home}')
    expect(focused()).toBe('Officieel')
    await userEvent.keyboard('m')
    expect(focused()).toBe('Markdown-link')
    // Escape closes the menu, and not what is open below it.
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(more.element())
    expect(more.element().getAttribute('aria-expanded')).toBe('false')
    await expect.element(text('Aangenomen met 76 stemmen voor')).toBeVisible()
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focused).toBe('CSL-JSON (Zotero)')
    await userEvent.keyboard('{Tab}')
    expect(menu().elements()).toEqual([])
    more.element().focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focused).toBe('Officieel')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect.poll(copied).toMatch(/^https:/)
    await userEvent.click(more)
    await expect
      .element(page.getByRole('menuitemradio', { name: 'Link', exact: true }))
      .toHaveAttribute('aria-checked', 'true')
  })
})
