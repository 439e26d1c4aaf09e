import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { locale } from '#locales/i18n.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { keepAnswers, keepLetter, openWorld } from './kept-world.ts'
import { button, head, letter, shot, show, shownNumbers, tall } from './questions-world.tsx'
import { documentRow, questionRow } from './rows.ts'
import { library } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const filter = () => page.getByRole('searchbox', { name: 'Filter op woord of nummer' })

const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)

beforeEach(() => {
  localStorage.clear()
})

describe('searching and filtering the questions of a document', () => {
  test('words are found without accents and case, and marked, also where only the answer has them', async () => {
    await stage((world) => show(world), { keep: ({ db }) => keepLetter(db), ...tall })
    await userEvent.fill(filter(), 'COORDINATOREN tekort')
    await expect.element(page.getByText('1 van 8 vragen')).toBeVisible()
    await expect.element(page.getByText(/een tekort aan coördinatoren/)).toBeVisible()
    expect(marked()).toEqual(['tekort', 'coördinatoren'])
    await shot('found')
    await userEvent.click(head(2))
    await quiet()
    expect(marked()).toEqual(['tekort', 'coördinatoren'])
    expect(document.querySelector('.kl-answer mark')?.textContent).toBe('tekort')
    await shot('found-open')
  })

  test('filters that make a difference are offered with what they leave, and work together', async () => {
    await stage((world) => show(world), {
      keep: async ({ db }) => {
        await keepLetter(db)
        await saveNote(
          db,
          { id: 'n', target: `${letter}#3`, opened: '', body: 'Terugvragen.' },
          new Date('2024-11-21T10:00:00Z'),
        )
      },
      ...tall,
    })
    await userEvent.click(button('Nakijken (2)'))
    expect(shownNumbers()).toEqual(['2', '5'])
    await expect.element(page.getByText('2 van 8 vragen')).toBeVisible()
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Partij van de vragensteller' }), 'VVD')
    await userEvent.click(button('Nakijken (2)'))
    expect(
      button(/^Nakijken/)
        .element()
        .getAttribute('aria-pressed'),
    ).toBe('false')
    expect(shownNumbers()).toHaveLength(8)
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'Partij van de vragensteller' }),
      'Nieuw Sociaal Contract',
    )
    expect(shownNumbers()).toHaveLength(6)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Partij van de vragensteller' }), '')
    await userEvent.click(button('Zonder antwoord (1)'))
    await userEvent.click(button('Met notitie (1)'))
    expect(shownNumbers()).toEqual(['3'])
    await shot('filters')
    await userEvent.click(button('Alle vragen tonen'))
    expect(shownNumbers()).toHaveLength(8)
    expect(document.activeElement?.textContent).toMatch(/^Zonder antwoord/)
    expect(page.getByRole('combobox', { name: 'Ministerie dat antwoordt' }).elements()).toEqual([])
  })

  test('what a document says is told to be Dutch, on an English screen too', async () => {
    await stage((world) => show(world), { keep: ({ db }) => keepLetter(db), ...tall })
    locale.set('en')
    document.documentElement.lang = 'en'
    await userEvent.click(page.getByRole('button', { name: /^Question 2 / }))
    await quiet()
    const languageOf = (selector: string) =>
      document.querySelector(selector)?.closest<HTMLElement>('[lang]')?.getAttribute('lang')
    expect(languageOf('.kl-question__line')).toBe('nl')
    expect(languageOf('.kl-answer p')).toBe('nl')
    expect(languageOf('.kl-question__number')).toBe('en')
  })

  test('where no question fits, it is said, with the way back', async () => {
    await stage((world) => show(world), { keep: ({ db }) => keepLetter(db), ...tall })
    await userEvent.click(button('Zonder antwoord (1)'))
    await userEvent.fill(filter(), 'fietspad')
    await expect.element(page.getByText('Geen vraag met «fietspad».')).toBeVisible()
    await userEvent.click(button('Filter wissen'))
    expect(shownNumbers()).toHaveLength(8)
    expect(document.activeElement).toBe(filter().element())
  })

  test('a document in which nothing differs offers no filters', async () => {
    await stage((world) => show(world, 'x'), {
      keep: async ({ db }) => {
        await db.documents.put(documentRow('x'))
        await db.questions.bulkPut([questionRow('x', 0), questionRow('x', 1)])
      },
    })
    await expect.element(head(2)).toBeVisible()
    expect(document.querySelector('.kl-filters')).toBeNull()
  })

  test('1,000 questions: a key is answered with those in view, the rest follows bit by bit', async () => {
    await stage((world) => show(world, '2023D20951'), { keep: ({ db }) => keepAnswers(db, 1000) })
    const drawn = () => document.querySelectorAll('.kl-question').length
    // By role each look takes longer than what is drawn between two.
    await expect.poll(drawn).toBe(1000)
    const field = filter().element() as HTMLInputElement
    const type = async (text: string) => {
      field.value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
    for (const text of ['v', 'verzoek', 'verzoeken 2017']) await type(text)
    expect(drawn()).toBe(1)
    await type('')
    expect(drawn()).toBeLessThan(400)
    await expect.poll(drawn).toBe(1000)
  })
})

describe('what a document says of itself', () => {
  test('who asked, who answered, when and in which dossier stand at its head; its printed codes open', async () => {
    await stage((world) => show(world), { keep: ({ db }) => keepLetter(db), ...tall })
    await expect
      .element(page.getByText(/Daniëlle Jansen \(Nieuw Sociaal Contract\), De Vries \(VVD\)/).last())
      .toBeVisible()
    expect(page.getByText(/^ingezonden/).elements()).toEqual([])
    await userEvent.click(button('Meer over dit document'))
    await expect.element(page.getByText(/^Minister Agema \(Volksgezondheid, Welzijn en Sport\); Staats/)).toBeVisible()
    await expect.element(page.getByText('ingezonden 30 oktober 2024, antwoord van 19 november 2024')).toBeVisible()
    await expect.element(page.getByText('Antwoorden op schriftelijke vragen').first()).toBeVisible()
    await expect.element(page.getByRole('button', { name: '36 600 XVI' })).toBeVisible()
    const official = page.getByRole('link', { name: /^Officiële bekendmaking/ }).elements()
    expect(official.map((link) => link.getAttribute('href'))).toContain(
      'https://zoek.officielebekendmakingen.nl/dossier/36600-XVI',
    )
    await userEvent.click(button('2024Z18775'))
    await expect.element(page.getByRole('heading', { name: '2024Z18775' })).toBeVisible()
  })

  test('what stands in no record is counted and can be seen, running heads apart and told once', async () => {
    await stage((world) => show(world), { keep: ({ db }) => keepLetter(db), ...tall })
    expect(page.getByText(/Geachte voorzitter/).elements()).toEqual([])
    const folded = page.getByText('3 stukken tekst staan bij geen vraag')
    // The sign that something needs checking is said as well, while it is all that there is of it.
    await expect.element(folded).toBeVisible()
    expect(folded.element().closest('summary')?.textContent).toContain('1 stuk staat tussen de vragen')
    await userEvent.click(folded)
    await expect.element(page.getByText(/Geachte voorzitter/)).toBeVisible()
    await expect.element(page.getByText(/^1 stuk staat tussen de vragen/)).toBeVisible()
    await userEvent.click(page.getByText('5 kop- en voetteksten'))
    await expect.element(page.getByText('Blz. 1–4, 6')).toBeVisible()
    expect(page.getByText(/^Tweede Kamer, vergaderjaar/).elements()).toHaveLength(1)
    await shot('rest')
  })

  test('a document of an earlier Kamerlens, without any of this, shows what there is', async () => {
    await stage((world) => show(world, '2023D20951'), { keep: ({ db }) => keepAnswers(db) })
    await expect.element(head(1)).toBeVisible()
    expect(document.querySelector('.kl-fact-list')).toBeNull()
    expect(document.querySelector('.kl-rest')).toBeNull()
  })
})

describe('the questions of all documents', () => {
  const wide = { width: 1280, height: 800 }
  const rows = () => page.getByRole('listbox', { name: 'Vragen' }).getByRole('option')

  test('are filtered by party and ministry over documents, with what is left', async () => {
    await stage((world) => library(world), {
      keep: async ({ db }) => {
        await keepAnswers(db)
        await keepLetter(db)
      },
      ...wide,
    })
    await userEvent.click(button(/^Vragen/))
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'Ministerie dat antwoordt' }),
      'Volksgezondheid, Welzijn en Sport',
    )
    await expect.element(page.getByText('8 van 20 vragen')).toBeVisible()
    await expect.element(rows().first()).toMatchTextContent(/Kent u het bericht/)
    await userEvent.click(button('Nakijken (2)'))
    await expect.element(page.getByText('2 van 20 vragen')).toBeVisible()
    await expect.element(rows().first()).toMatchTextContent(/Hoeveel kinderen/)
    await shot('library')
    await userEvent.click(rows().first())
    await expect.element(page.getByRole('cell', { name: '+15,3%' })).toBeVisible()
    await userEvent.fill(page.getByRole('searchbox', { name: /^Zoek in alles/ }), 'verzoek')
    const list = page.getByRole('region', { name: /^Vragen, / })
    await expect.element(list.getByText(/^\d van \d+ vragen$/).last()).toBeVisible()
    await userEvent.click(list.getByRole('button', { name: 'Alle vragen tonen' }))
    await userEvent.click(list.getByRole('button', { name: /^Zonder antwoord/ }))
    await expect.element(rows().first()).toMatchTextContent(/verzoek/)
    await expect.poll(() => marked().length).toBeGreaterThan(0)
    await shot('library-search')
  })

  test('2,000 questions: the filters come, and what is filtered is read as it comes into view', async () => {
    const world = openWorld()
    const lists = Array.from({ length: 50 }, (_, index) => documentRow(`2023D${10_000 + index}`))
    await world.db.documents.bulkPut(lists)
    await world.db.questions.bulkPut(
      Array.from({ length: 2_000 }, (_, index) =>
        questionRow(lists[index % 50]?.id ?? '', index, index % 2 === 0 ? { answer: '' } : {}),
      ),
    )
    await stage((one) => library(one), { world, ...wide })
    await userEvent.click(button(/^Vragen/))
    await userEvent.click(button('Zonder antwoord (1.000)'))
    await expect.element(rows().first()).toMatchTextContent(/Nog geen antwoord/)
    const list = page.getByRole('listbox', { name: 'Vragen' }).element()
    list.scrollTop = 30_000
    await expect.element(rows().nth(4)).toMatchTextContent(/Nog geen antwoord/)
    expect(rows().elements().length).toBeLessThan(60)
  })
})
