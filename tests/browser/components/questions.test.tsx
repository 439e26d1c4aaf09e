import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOpening } from '#components/opening.ts'
import { locale } from '#locales/i18n.ts'
import { saveNote } from '#utils/database/notes.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { keepAnswers, keepLetter, openWorld, type World } from './kept-world.ts'
import { documentRow, questionRow } from './rows.ts'
import { library, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const letter = 'ah-tk-20242025-512'
const show = (world: World, id = letter, question?: number) =>
  popup(world, { type: 'loading' }, { ...plainOpening, destination: { type: 'document', id, question } })
const tall = { width: 400, height: 1600 }

const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS
const shot = async (name: string) => {
  await quiet()
  if (shots) await page.screenshot({ path: `${shots}/questions-${name}.png` })
}

const filter = () => page.getByRole('searchbox', { name: 'Filter op woord of nummer' })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const head = (number: number) => page.getByRole('button', { name: new RegExp(`^Vraag ${number} `) })
const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)
const shownNumbers = () =>
  [...document.querySelectorAll('.kl-question__number')].map((each) => each.textContent?.replace(/\D+/g, ''))
const stored = async ({ db }: World, order: number) => db.questions.get([letter, order]) as Promise<QuestionRow>

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

describe('a question that is open', () => {
  test('tables are tables, lists are lists', async () => {
    await stage((world) => show(world, letter, 1), { keep: ({ db }) => keepLetter(db), ...tall })
    await expect.element(page.getByRole('columnheader', { name: 'Verschil' })).toBeVisible()
    await expect.element(page.getByRole('cell', { name: '+15,3%' })).toBeVisible()
    expect([...document.querySelectorAll('.kl-text-list li')].map((item) => item.textContent)).toEqual([
      '-een tekort aan coördinatoren en behandelaars;',
      '-een langere duur van de zorg, zie Kamerstuk 31 839, nr. 1005;',
      '-de sluiting van locaties.',
    ])
    await shot('open')
    await userEvent.click(button('Kamerstuk 31 839, nr. 1005'))
    await expect.element(page.getByText('Genoemd in 1 bewaarde vraag')).toBeVisible()
    await userEvent.click(button(/Hoeveel kinderen wachten/))
    await expect.element(page.getByRole('cell', { name: '+15,3%' })).toBeVisible()
  })

  test('is copied as a citation, with or without its answer; the form is remembered', async () => {
    const world = await stage((one) => show(one, letter, 0), { keep: ({ db }) => keepLetter(db), ...tall })
    const form = page.getByRole('checkbox', { name: 'met antwoord' })
    // The form outlives its screen, also that of a first try.
    await expect.element(form).toBeVisible()
    if ((form.element() as HTMLInputElement).checked) await userEvent.click(form)
    // «Gekopieerd» stands there for two seconds, which a busy machine may need for a press.
    const copy = () => userEvent.click(button(/^(?:Kopieer als citaat|Gekopieerd)$/))
    await copy()
    const where =
      'Vraag 1, Antwoord op vragen van de leden Jansen en De Vries over wachtlijsten in de jeugdzorg, Aanhangsel Handelingen II 2024/25, nr. 512, 19 november 2024'
    const asked = 'Kent u het bericht «Kinderen wachten langer dan de Jeugdzorgwachttijdenrichtlijn toestaat»?'
    await expect.poll(() => world.copied).toEqual([`${asked}\n\n${where}`])
    await userEvent.click(form)
    await copy()
    await expect.poll(() => world.copied[1]).toBe(`${asked}\n\nAntwoord: Ja.\n\n${where}`)
    await userEvent.click(head(2))
    expect(
      page
        .getByRole('checkbox', { name: 'met antwoord' })
        .elements()
        .map((box) => (box as HTMLInputElement).checked),
    ).toEqual([true, true])
    expect(localStorage.getItem('kamerlens.citation')).toBe('with-answer')
    await userEvent.click(page.getByRole('checkbox', { name: 'met antwoord' }).first())
  })

  test('leads to its place in the source', async () => {
    await stage((world) => show(world, letter, 0), { keep: ({ db }) => keepLetter(db), ...tall })
    const link = page.getByRole('link', { name: /Plaats in de bron/ })
    await expect.element(link).toBeVisible()
    expect(link.element().getAttribute('href')).toContain('ah-tk-20242025-512.html#:~:text=Kent%20u%20het%20bericht%20')
  })

  const sum = 'a'.repeat(64)
  async function keepPdf({ db }: World, url: string): Promise<void> {
    const { id } = await keepLetter(db)
    await db.documents.update(id, {
      aliases: [id, `file:${sum}`],
      links: /^https:/.test(url) ? [{ rel: 'file', url }] : [],
      provenance: [{ fact: 'questions', from: url, at: '2024-11-20T09:00:00.000Z' }],
    })
    await db.questions.update([id, 1], { top: 250 })
  }

  test('leads into the reader where it was read from an official PDF, as its document does', async () => {
    const url = 'https://www.tweedekamer.nl/downloads/document?id=2024D44001'
    const world = await stage((one) => show(one, letter, 1), { keep: (one) => keepPdf(one, url), ...tall })
    await userEvent.click(button('Bron, blz. 1'))
    await userEvent.click(button('Openen in de lezer'))
    const title = 'Antwoord op vragen van de leden Jansen en De Vries over wachtlijsten in de jeugdzorg'
    expect(world.opened).toEqual([
      { url, title, question: 1 },
      { url, title },
    ])
  })

  test('leads to the page of a PDF that the reader may not fetch', async () => {
    const url = 'https://www.ministerie.example/antwoorden.pdf'
    await stage((one) => show(one, letter, 1), { keep: (one) => keepPdf(one, url), ...tall })
    const link = page.getByRole('link', { name: /Bron, blz. 1/ })
    await expect.element(link).toHaveAttribute('href', `${url}#page=1`)
    expect(button('Openen in de lezer').elements()).toEqual([])
  })

  test('leads into the reader as long as the bytes of the user’s own file are at hand', async () => {
    const world = openWorld()
    world.files.add(sum)
    await stage((one) => show(one, letter, 1), { world, keep: (one) => keepPdf(one, 'antwoorden.pdf'), ...tall })
    await userEvent.click(button('Bron, blz. 1'))
    expect(world.opened).toMatchObject([{ file: sum, question: 1 }])
  })

  test('leads nowhere once they are gone', async () => {
    await stage((one) => show(one, letter, 1), { keep: (one) => keepPdf(one, 'antwoorden.pdf'), ...tall })
    await quiet()
    expect(button(/^Bron|^Openen in de lezer/).elements()).toEqual([])
  })
})

describe('correcting how a question was split', () => {
  test('joined with the next: undone at once, done again, and put back later', async () => {
    const world = await stage((one) => show(one, letter, 5), { keep: ({ db }) => keepLetter(db), ...tall })
    await userEvent.click(button('Splitsing verbeteren'))
    await shot('correcting')
    await userEvent.click(button('Voeg samen met vraag 7'))
    await expect.element(page.getByText('Vraag 6 en 7 samengevoegd')).toBeVisible()
    await expect.element(page.getByText('Met de hand samengevoegd met vraag 7')).toBeVisible()
    expect(shownNumbers()).toHaveLength(7)
    await shot('joined')
    await userEvent.click(button('Ongedaan maken'))
    await expect.element(head(7)).toBeVisible()
    await userEvent.click(button('Splitsing verbeteren'))
    await userEvent.click(button('Voeg samen met vraag 7'))
    await expect.element(page.getByText('Met de hand samengevoegd met vraag 7')).toBeVisible()
    await userEvent.click(button('Zoals gelezen'))
    await expect.element(head(7)).toBeVisible()
    expect(await stored(world, 5)).toEqual({ ...questionRow(letter, 5) })
  })

  test('the answer begins at the sentence that is chosen, by keyboard alone', async () => {
    const world = await stage((one) => show(one, letter, 1), { keep: ({ db }) => keepLetter(db), ...tall })
    await expect.element(button('Splitsing verbeteren')).toBeVisible()
    button('Splitsing verbeteren').element().focus()
    await userEvent.keyboard('{Enter}{Tab}')
    expect(document.activeElement?.textContent).toContain('De cijfers staan')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(page.getByText('Begin van het antwoord op vraag 2 verplaatst')).toBeVisible()
    await expect.element(page.getByText('Met de hand verbeterd').last()).toBeVisible()
    const moved = await stored(world, 1)
    expect(moved.answer.startsWith('Zij zijn van het CBS.')).toBe(true)
    expect(moved.question.endsWith('De cijfers staan in de onderstaande tabel.')).toBe(true)
    expect(moved.doubts).toEqual([])
    expect(document.activeElement?.textContent).toBe('Ongedaan maken')
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Nakijken (2)')).toBeVisible()
    expect((await stored(world, 1)).corrected).toBeUndefined()
  })

  test('a note on the question that was taken in shows at the one that took it in, and can be written on', async () => {
    const world = await stage((one) => show(one, letter, 5), {
      keep: async ({ db }) => {
        await keepLetter(db)
        await saveNote(db, { id: 'n', target: `${letter}#7`, opened: '', body: 'Van zeven' }, new Date())
      },
      ...tall,
    })
    await userEvent.click(button('Splitsing verbeteren'))
    await userEvent.click(button('Voeg samen met vraag 7'))
    const note = page.getByRole('textbox', { name: 'Notitie bij Vraag 6' })
    await expect.element(note).toHaveValue('Van zeven')
    await userEvent.type(note, '.')
    await expect.element(page.getByText(/^bewaard /).first()).toBeVisible()
    expect(await world.db.notes.get('n')).toMatchObject({ body: 'Van zeven.', target: `${letter}#7` })
  })

  test('a correction that fits nothing any more is told of', async () => {
    await stage((world) => show(world), {
      keep: async ({ db }) => {
        await keepLetter(db)
        const row = {
          list: letter,
          number: '8',
          occurrence: 1,
          kind: 'join',
          anchor: 'Stond er eerst.',
          place: 1,
        } as const
        await db.corrections.add({ ...row, updatedAt: new Date().toISOString() })
      },
      ...tall,
    })
    await expect.element(page.getByText(/^1 verbetering met de hand past niet op wat nu gelezen is/)).toBeVisible()
  })

  test('a failure says so and changes nothing', async () => {
    const world = await stage((one) => show(one, letter, 5), { keep: ({ db }) => keepLetter(db), ...tall })
    await userEvent.click(button('Splitsing verbeteren'))
    world.failWith('quota')
    await userEvent.click(button('Voeg samen met vraag 7'))
    await expect.element(page.getByRole('alert')).toMatchTextContent(/^Niet verbeterd: De browser kon niet opslaan/)
    expect(await world.db.corrections.count()).toBe(0)
    await userEvent.click(button('Sluiten'))
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
