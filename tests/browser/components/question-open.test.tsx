import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { keepLetter, openWorld, type World } from './kept-world.ts'
import { button, head, letter, shot, show, shownNumbers, tall } from './questions-world.tsx'
import { questionRow } from './rows.ts'
import { quiet, stage } from './stage.tsx'

const stored = async ({ db }: World, order: number) => db.questions.get([letter, order]) as Promise<QuestionRow>

beforeEach(() => {
  localStorage.clear()
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
