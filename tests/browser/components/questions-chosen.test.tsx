import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { saveNote } from '#utils/database/notes/notes.ts'
import { button, caught, exportAs, group, said, textOf } from './chosen-questions-world.tsx'
import { keepAnswers, keepLetter, openWorld, type World } from './kept-world.ts'
import { failing } from './library-screens.tsx'
import { documentRow, questionRow } from './rows.ts'
import { library } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What screen readers were told last. */
const heard = () => document.querySelector('[aria-live]')?.textContent.replace('\u00a0', '')

/** A letter of which two questions of the VVD have no answer, the other answers, and a file of the user's own. */
async function keepAll(world: World) {
  await keepLetter(world.db)
  await world.db.questions.update(['ah-tk-20242025-512', 3], { answer: '' })
  await keepAnswers(world.db)
  await world.db.documents.put(documentRow('file:ab', { title: 'Eigen stuk', aliases: ['file:ab'] }))
  await world.db.questions.put(questionRow('file:ab', 0, { number: '1', answer: '' }))
}

describe('in the library', () => {
  const list = () => page.getByRole('listbox', { name: 'Vragen' })
  const rows = () => list().getByRole('option')
  const chosen = () =>
    list()
      .getByRole('option', { selected: true })
      .elements()
      .map((row) => /Vraag (\S+)/.exec(row.querySelector('.kl-row__facts')?.textContent ?? '')?.[1])

  async function show(world: World = openWorld(), keep: (world: World) => Promise<unknown> = keepAll) {
    await stage((one) => library(one), { world, keep, width: 1280, height: 900 })
    await userEvent.click(button(/^Vragen\s*\d/))
    await expect.element(rows().first()).toMatchTextContent(/Vraag \d/)
    await expect.element(page.getByRole('checkbox', { name: 'Alles kiezen' })).toBeVisible()
    return world
  }

  test('a filter, Ctrl+A and one press copy the citations of all that a party asked and nobody answered', async () => {
    const world = await show()
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Partij van de vragensteller' }), 'VVD')
    await userEvent.click(button(/^Zonder antwoord/))
    await expect.element(rows().first()).toHaveAttribute('aria-setsize', '2')
    list().element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(said('2 van 2 gekozen')).toBeVisible()
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect
      .poll(() => world.copied)
      .toEqual([
        'Aanhangsel Handelingen II 2024/25, nr. 512, vraag 3\nAanhangsel Handelingen II 2024/25, nr. 512, vraag 5',
      ])
    await expect.element(button('2 gekopieerd')).toBeVisible()
    await expect.poll(heard).toBe('2 verwijzingen gekopieerd')
  })

  test('they are copied in the form that was used last, for papers and questions alike', async () => {
    const world = await show()
    list().element().focus()
    await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}')
    await userEvent.click(button('Andere vorm kiezen'))
    await userEvent.click(page.getByRole('menuitemradio', { name: 'Kort' }))
    await expect.poll(() => world.copied.length).toBe(1)
    expect(world.copied[0]?.split('\n')).toHaveLength(2)
    expect(world.citation.form.value).toBe('short')
    await expect.element(group().getByTitle('Kopieer verwijzing: Kort')).toBeVisible()
  })

  test('Space, Shift with arrows and Escape choose as they do in other lists; there is nothing for Delete to do', async () => {
    const world = await show()
    const all = Number(rows().first().element().getAttribute('aria-setsize'))
    await expect.element(list()).toHaveAttribute('aria-multiselectable', 'true')
    await expect.element(list()).toHaveAccessibleDescription(/^Spatie kiest, .* Escape niets\.$/)
    list().element().focus()
    await userEvent.keyboard('{ArrowDown} {ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    await expect.poll(chosen).toHaveLength(3)
    await userEvent.keyboard('{Delete}')
    expect(await world.db.questions.count()).toBe(all)
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(said(`${all} van ${all} gekozen`)).toBeVisible()
    expect(
      group()
        .getByRole('button', { name: /Labels|Verwijderen/ })
        .elements(),
    ).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(chosen()).toEqual([])
    await expect.element(page.getByRole('checkbox', { name: 'Alles kiezen' })).not.toBeChecked()
  })

  test('what a filter hides stays chosen, and nothing is done with it', async () => {
    const world = await show()
    await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Partij van de vragensteller' }), 'VVD')
    await expect.element(said('8 van 8 gekozen')).toBeVisible()
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.poll(() => world.copied[0]?.split('\n').length).toBe(8)
    await userEvent.click(button('Alle vragen tonen'))
    await expect.element(said('21 van 21 gekozen')).toBeVisible()
  })

  test('questions that a search found are chosen and copied too', async () => {
    const world = await show()
    await userEvent.fill(page.getByRole('searchbox', { name: /Zoek in alles/ }), 'regio')
    await expect.element(list()).toBeVisible()
    await expect.element(rows().first()).toHaveAttribute('aria-setsize', '1')
    await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.poll(() => world.copied).toEqual(['Aanhangsel Handelingen II 2024/25, nr. 512, vraag 2'])
  })

  test('the chosen ones go out as a table, as a text, and as papers; what has no code is told', async () => {
    const files = caught()
    const world = await show()
    await saveNote(
      world.db,
      { id: 'n', target: 'file:ab#1', opened: '', body: 'Navragen.' },
      new Date('2024-11-21T10:00:00Z'),
    )
    await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
    await exportAs('Vragen als tabel (CSV)')
    await expect.element(said(/^Geëxporteerd: kamerlens-vragen-.*\.csv$/)).toBeVisible()
    const table = (await textOf(files, '.csv')) ?? ''
    expect(table).toContain('Titel;Verwijzing;Datum;Vraagnummer')
    expect(table).toMatch(/Eigen stuk;;.*Nog geen antwoord;;;Navragen\.;/)
    await exportAs('Vragen als tekst (Markdown)')
    await expect.element(said(/kamerlens-vragen-.*\.md$/)).toBeVisible()
    expect(await textOf(files, '.md')).toContain('Minister Agema (Volksgezondheid, Welzijn en Sport)')
    await exportAs('Stukken als RIS (Zotero, EndNote)')
    await expect.element(said(/\.ris\. 1 zonder code staat er niet in\.$/)).toBeVisible()
    expect((await textOf(files, '.ris'))?.match(/^TY {2}- /gmu)).toHaveLength(2)
    await expect.poll(heard).toMatch(/\.ris\. 1 zonder code/)
  })

  test('what cannot be cited, copied or read says so, and the choice stays', async () => {
    const world = await show(openWorld(), async (one) => {
      await one.db.documents.put(documentRow('file:ab', { title: 'Eigen stuk', aliases: ['file:ab'] }))
      await one.db.questions.put(questionRow('file:ab', 0, { number: '1' }))
    })
    await userEvent.click(page.getByRole('checkbox', { name: 'Alles kiezen' }))
    world.citation.choose('ris')
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.element(said('Geen van deze vragen heeft een code of adres om naar te verwijzen.')).toBeVisible()
    await exportAs('Stukken als CSL-JSON (pandoc)')
    await expect.element(said('Er zijn geen stukken met een code om te exporteren.')).toBeVisible()
    expect(chosen()).toHaveLength(1)
    world.citation.choose('official')
    vi.spyOn(world.actions, 'copy').mockResolvedValue(false)
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.element(said(/^Kopiëren mislukte/)).toBeVisible()
    vi.spyOn(world.kept, 'citableQuestions').mockRejectedValue(new DOMException('gone', 'UnknownError'))
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.element(said(/^De opslag van de browser kan niet worden geopend/)).toBeVisible()
    vi.spyOn(world.kept, 'exportedQuestions').mockRejectedValue(new Error('gone'))
    await exportAs('Vragen als tabel (CSV)')
    await expect.element(said(/^Er ging iets mis/)).toBeVisible()
  })

  /** The library before it is known which questions there are; the function ends that. */
  async function showUnread(base = openWorld()): Promise<() => void> {
    const asked: (() => void)[] = []
    const read = base.kept.questionFacets
    await show({
      ...base,
      kept: {
        ...base.kept,
        questionFacets: () => new Promise<void>((resolve) => asked.push(resolve)).then(() => read()),
      },
    })
    return () => {
      for (const answer of asked) answer()
    }
  }
  const status = page.getByRole('group', { name: 'Keuze' }).getByRole('status')

  test('a range can be wanted before it is known which they are, from what was chosen and as far as keys walk', async () => {
    const tell = await showUnread()
    list().element().focus()
    await userEvent.keyboard('{ArrowDown} ')
    await expect.element(said('1 van 21 gekozen')).toBeVisible()
    await userEvent.click(rows().nth(4), { modifiers: ['Shift'] })
    await expect.element(status).toHaveTextContent('De reeks wordt gekozen…')
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect.element(page.getByRole('checkbox', { name: 'Alles kiezen' })).not.toBeChecked()
    tell()
    await expect.element(said('6 van 21 gekozen')).toBeVisible()
    expect(
      rows()
        .elements()
        .slice(0, 8)
        .map((row) => row.ariaSelected),
    ).toEqual(['false', ...Array.from({ length: 6 }, () => 'true'), 'false'])
  })

  test('what is chosen or not after a range was wanted stays as it was seen, and is no end of that range', async () => {
    const tell = await showUnread()
    const places = () =>
      rows()
        .elements()
        .flatMap((row, at) => (row.ariaSelected === 'true' ? [at] : []))
    list().element().focus()
    await userEvent.keyboard('{ArrowDown} ')
    await userEvent.click(rows().nth(3), { modifiers: ['Shift'] })
    await userEvent.click(rows().nth(6), { modifiers: ['Control'] })
    await expect.poll(places).toEqual([1, 6])
    await userEvent.click(rows().nth(1), { modifiers: ['Control'] })
    await expect.poll(places).toEqual([6])
    tell()
    await expect.poll(places).toEqual([2, 3, 6])
  })

  test('all that is wanted leaves out what was taken back since', async () => {
    const tell = await showUnread()
    list().element().focus()
    await userEvent.keyboard(' {Control>}a{/Control} ')
    await expect.element(status).toHaveTextContent('Alles wordt gekozen…')
    tell()
    await expect.element(said('20 van 21 gekozen')).toBeVisible()
    await expect.element(rows().first()).toHaveAttribute('aria-selected', 'false')
  })

  test('a range that was wanted outlasts a change that moves no question', async () => {
    const world = openWorld()
    const tell = await showUnread(world)
    list().element().focus()
    await userEvent.keyboard(' ')
    await userEvent.click(rows().nth(3), { modifiers: ['Shift'] })
    for (const id of await world.db.documents.toCollection().primaryKeys())
      await world.db.documents.update(id, { title: 'Antwoorden die nu anders heten' })
    await expect.element(rows().first()).toMatchTextContent(/Antwoorden die nu anders heten/)
    await quiet()
    await expect.element(status).toHaveTextContent('De reeks wordt gekozen…')
    tell()
    await expect.element(said('4 van 21 gekozen')).toBeVisible()
  })

  test('all can be wanted before it is known which they are, and are chosen then; until then it can be taken back', async () => {
    const tell = await showUnread()
    const all = page.getByRole('checkbox', { name: 'Alles kiezen' })
    await userEvent.click(all)
    await expect.element(all).toBeChecked()
    await expect.element(status).toHaveTextContent('Alles wordt gekozen…')
    await userEvent.click(all)
    await expect.element(all).not.toBeChecked()
    expect(status.element().textContent).toBe('')
    list().element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(status).toHaveTextContent('Alles wordt gekozen…')
    expect(chosen()).toEqual([])
    tell()
    await expect.element(said('21 van 21 gekozen')).toBeVisible()
    await expect.element(all).toBeChecked()
  })

  test('where the filters can’t be read single questions are chosen all the same, but not all at once', async () => {
    const base = openWorld()
    await show(failing(base, 'questionFacets'))
    await expect.element(page.getByRole('checkbox', { name: 'Alles kiezen' })).toBeDisabled()
    list().element().focus()
    await userEvent.keyboard(' {ArrowDown} ')
    await expect.element(said('2 van 21 gekozen')).toBeVisible()
    await userEvent.click(button('Kopieer verwijzingen'))
    await expect.poll(() => base.copied[0]?.split('\n').length).toBe(2)
  })

  test('a document that comes, and one that goes, leave the choice on the same questions', async () => {
    const world = await show()
    list().element().focus()
    await userEvent.keyboard('{ArrowDown} ')
    const before = rows().nth(1).element().textContent
    await world.db.documents.put(documentRow('2026D00001', { updatedAt: '2030-01-01T00:00:00.000Z' }))
    await world.db.questions.bulkPut([questionRow('2026D00001', 0), questionRow('2026D00001', 1)])
    await expect.element(rows().first()).toHaveAttribute('aria-setsize', '23')
    await expect.poll(() => rows().nth(3).element().textContent).toBe(before)
    await expect.element(rows().nth(3)).toHaveAttribute('aria-selected', 'true')
    await expect.element(said('1 van 23 gekozen')).toBeVisible()
  })
})
