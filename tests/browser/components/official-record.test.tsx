import axe from 'axe-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import { locale } from '#locales/i18n.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { keepAnswers, keepLetter, type World } from './kept-world.ts'
import { button, knowing, opened, shown, text, textOf } from './official-world.tsx'
import { answers, known, motion, overdue, questions } from './officials.ts'
import { codesOf, library, officialSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

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
    expect(shown()).toContain('het antwoord op de vragen van 3 mei 2023 werd uiterlijk 24 mei 2023 verwacht')
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
    await expect.element(page.getByRole('option').getByText(/^Beantwoord · 19 november 2024 · 8 vragen/)).toBeVisible()
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
    await expect.element(text(/ · Gelijke kansen bij het zoeken van een stage \(Kamervragen/)).toBeVisible()
    await expect.element(text(/ · Vraag 2 · Gelijke kansen bij het zoeken van een stage \(2023D19158\)/)).toBeVisible()
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
    expect(focused()).toBe('Met titel')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(focused()).toBe('CSL-JSON (Zotero)')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('Officieel')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('CSL-JSON (Zotero)')
    await userEvent.keyboard('{Home}')
    expect(focused()).toBe('Officieel')
    await userEvent.keyboard('m')
    expect(focused()).toBe('Met titel')
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
    await userEvent.keyboard('l{Enter}')
    await expect.poll(copied).toMatch(/^https:/)
    await userEvent.click(more)
    await expect
      .element(page.getByRole('menuitemradio', { name: 'Link', exact: true }))
      .toHaveAttribute('aria-checked', 'true')
  })
})
