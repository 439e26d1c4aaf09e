import { useState } from 'preact/hooks'
import { beforeEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { failing, noteRow } from './library-screens.tsx'
import { pageWith, show } from './popup-world.tsx'
import { documentRow } from './rows.ts'
import { asked, at, code, codesOf, goneTo, popup, withCodes } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const focused = () => (document.activeElement?.textContent ?? '').replaceAll('\u00a0', ' ')

const field = () => page.getByRole('searchbox', { name: 'Zoek een code, dossier of woord…' })

beforeEach(() => {
  goneTo.length = 0
  asked.length = 0
})

test('the field has the focus; arrow keys, Home and End walk the codes; up from the first leads back', async () => {
  await stage(show)
  await quiet()
  expect(document.activeElement).toBe(field().element())
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toContain('2023D19158')
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toContain('2023D19159')
  await userEvent.keyboard('{End}')
  expect(focused()).toContain('29 338')
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toContain('29 338')
  await userEvent.keyboard('{Home}{ArrowUp}')
  expect(document.activeElement).toBe(field().element())
})

test('Enter scrolls the page to the code and opens it; Escape goes back to the same row', async () => {
  await stage(show, { keep: ({ db }) => keepAnswers(db) })
  await quiet()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await quiet()
  expect(goneTo).toEqual(['2023D19159'])
  await expect.element(page.getByText('Gedrukt bij vraag 2')).toBeVisible()
  await expect.element(page.getByText('Antwoord loopt door na het einde van dit bestand.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await quiet()
  expect(focused()).toContain('2023D19159')
})

test.each(['2023d19158', '2023D19 158', 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158'])(
  'a pasted code opens at once: %s',
  async (text) => {
    await stage(show)
    await quiet()
    const data = new DataTransfer()
    data.setData('text/plain', text)
    field()
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await expect.element(page.getByRole('heading', { name: '2023D19158', exact: true })).toBeVisible()
  },
)

test('typed text that is no code searches what is kept', async () => {
  await stage(show, { keep: ({ db }) => keepAnswers(db) })
  await userEvent.fill(field(), 'stagevergoedingen')
  await expect.element(page.getByRole('button', { name: /onderzoek naar stagevergoedingen/ })).toBeVisible()
  await quiet()
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByRole('button', { name: /Vraag 1 Kunt u een stand van zaken/, expanded: true }))
    .toBeVisible()
})

test('of what is kept one list that can’t be read leaves the other one, and is read again', async () => {
  let fails = true
  await stage(
    (world) => {
      const noteIds = () => (fails ? Promise.reject(new Error('broken')) : world.kept.noteIds())
      return popup({ ...world, kept: { ...world.kept, noteIds } }, withCodes(world))
    },
    {
      keep: async ({ db }) => {
        await db.documents.put(documentRow('2023D20951', { title: 'Onderzoek naar stagevergoedingen' }))
        await db.notes.put(noteRow(1, { body: 'navragen' }))
      },
    },
  )
  await userEvent.click(page.getByRole('tab', { name: 'Bewaard' }))
  const row = (name: RegExp) => page.getByRole('main').getByRole('button', { name })
  await expect.element(page.getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
  await expect.element(row(/stagevergoedingen/)).toBeVisible()
  expect(page.getByRole('heading', { name: 'Notities' }).query()).not.toBeNull()
  fails = false
  await userEvent.click(row(/^Opnieuw$/))
  await expect.element(row(/navragen/)).toBeVisible()
  await expect.element(row(/^Onderzoek naar/)).toBeVisible()
  expect(page.getByRole('alert').query()).toBeNull()
})

test('what is kept of the codes is read again where that failed; so is a search, which never says then that nothing was found', async () => {
  let fails = true
  await stage(
    (world) =>
      popup(
        failing(
          failing(world, 'search', () => fails),
          'summaries',
          () => fails,
        ),
        withCodes(world),
      ),
    { keep: ({ db }) => keepAnswers(db) },
  )
  const again = page.getByRole('button', { name: 'Opnieuw', exact: true })
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Wat u van deze codes bewaart, kon niet worden gelezen.')
  // What could not be read is not known to be unknown.
  expect(page.getByText('Nog niet opgezocht').query()).toBeNull()
  fails = false
  await userEvent.click(again)
  await expect.element(page.getByRole('button', { name: /2023D19158.*bewaard/ })).toBeVisible()
  fails = true
  await userEvent.fill(field(), 'stagevergoedingen')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Kamerlens kon dit niet lezen.')
  expect(page.getByRole('heading', { name: 'Niets gevonden' }).query()).toBeNull()
  // The index is still being made, and the search is done anew with what it has got.
  await quiet()
  fails = false
  await userEvent.click(again)
  await expect.element(page.getByRole('button', { name: /onderzoek naar stagevergoedingen/ })).toBeVisible()
  expect(page.getByRole('alert').query()).toBeNull()
})

test('what is neither code nor kept says so, and its examples work', async () => {
  await stage(show)
  await userEvent.fill(field(), 'xyz 12')
  await expect.element(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: '36360-VIII-5' }))
  await expect.element(page.getByRole('button', { name: 'Kamerstuk 36 360 VIII, nr. 5 openen' })).toBeVisible()
})

test('every example is a code', async () => {
  const { exampleCodes } = await import('#components/search/search-results.tsx')
  const world = await stage(() => null)
  for (const example of exampleCodes) expect(world.codes.readTyped(example), example).not.toBeNull()
})

test('the question that a code is printed with and the document under that number stand apart', async () => {
  const world = await stage(
    (one) => popup(one, pageWith([{ ...code(one, '2023D19158'), count: 1, collapsed: false }])),
    {
      keep: async ({ db }) => {
        await keepAnswers(db)
        await db.documents.put({
          ...(await keepAnswers(db)),
          id: '2023D19158',
          aliases: ['2023D19158'],
          title: 'Verslag van een werkbezoek',
        })
      },
    },
  )
  await quiet()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByText('Gedrukt bij vraag 1')).toBeVisible()
  await expect.element(page.getByText('Het document met nummer 2023D19158')).toBeVisible()
  await expect.element(page.getByText(/van een ander document dan de lijst/)).toBeVisible()
  expect(world.addresses).toEqual([])
})

test('an unknown code is read only when asked', async () => {
  const world = await stage((one) => popup(one, pageWith([{ ...code(one, '2023D12345'), count: 1, collapsed: false }])))
  await quiet()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await quiet()
  expect(world.addresses).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Vragen van dit document bewaren' }))
  expect(world.addresses).toEqual(['https://www.tweedekamer.nl/downloads/document?id=2023D12345'])
  await expect.element(page.getByRole('progressbar')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: /^Stop/ }))
  await expect.element(page.getByText('Gestopt; er is niets bewaard.')).toBeVisible()
})

test('nothing is said of a code before it is known what is kept of it, and no row changes its height by that', async () => {
  let tell = () => {}
  const known = new Promise<void>((resolve) => {
    tell = resolve
  })
  await stage((world) => {
    const { summaries } = world.kept
    const kept = { ...world.kept, summaries: (codes: readonly PageCode[]) => known.then(() => summaries(codes)) }
    return show({ ...world, kept })
  })
  await quiet()
  const heights = () => [...document.querySelectorAll('.kl-code-row')].map((row) => row.clientHeight)
  const unknown = page.getByText('Nog niet opgezocht')
  const before = heights()
  expect(before).toHaveLength(6)
  expect(unknown.elements().map((each) => getComputedStyle(each).visibility)).not.toContain('visible')
  tell()
  await expect.element(unknown.first()).toBeVisible()
  expect(heights()).toEqual(before)
})

test('a page that grows: of what it named before nothing goes, of new codes nothing is said before it is known', async () => {
  let tell = () => {}
  const known = new Promise<void>((resolve) => {
    tell = resolve
  })
  let growing: readonly PageCode[] = []
  const world = await stage(
    (given) => {
      const { summaries } = given.kept
      const late = (codes: readonly PageCode[]) =>
        codes === growing ? known.then(() => summaries(codes)) : summaries(codes)
      const one = { ...given, kept: { ...given.kept, summaries: late } }
      return <Growing world={one} codes={codesOf(given, ['2023Z08012'])} />
    },
    { keep: ({ db }) => keepAnswers(db) },
  )
  await quiet()
  growing = codesOf(world, ['2023Z08012', '2023D19158', 'kst-29338-258'])
  grow(growing)
  await expect.poll(() => document.querySelectorAll('.kl-code-row')).toHaveLength(3)
  const said = () =>
    // biome-ignore lint/performance/useDomNodeTextContent: what is there unseen is not said.
    [...document.querySelectorAll<HTMLElement>('.kl-code-row__status')].map((each) => each.innerText.trim())
  expect(said()).toEqual(['Nog niet opgezocht', '', ''])
  tell()
  await expect.poll(said).toEqual(['Nog niet opgezocht', 'Beantwoord', 'Nog niet opgezocht'])
})

let grow: (codes: readonly PageCode[]) => void = () => {}

function Growing({ world, codes }: { world: World; codes: readonly PageCode[] }) {
  const [all, setAll] = useState(codes)
  grow = setAll
  return popup(world, pageWith(all))
}

test('a note in hand stays when the document of its code comes in: the caret, and what is typed on', async () => {
  const world = await stage((given) => popup(given, pageWith(codesOf(given)), at(given, '2023D20951')))
  await quiet()
  const note = page.getByRole('textbox', { name: /Notitie bij/ })
  await userEvent.click(note)
  await userEvent.keyboard('Terugvragen ')
  const before = document.activeElement
  await keepAnswers(world.db)
  await expect.element(page.getByRole('searchbox', { name: 'Filter op woord of nummer' })).toBeVisible()
  await quiet()
  expect(document.activeElement).toBe(before)
  await userEvent.keyboard('na het congres')
  await expect.element(note).toHaveValue('Terugvragen na het congres')
})

test('what had the focus and goes away when the document comes in leaves it in what is open', async () => {
  const world = await stage((given) => popup(given, pageWith(codesOf(given)), at(given, '2023D20951')))
  await quiet()
  // What sees to it comes a second after the first screen.
  await expect.poll(() => document.querySelector('.kl-undo-place')).not.toBeNull()
  const save = page.getByRole('button', { name: 'Vragen van dit document bewaren' })
  // Above what the services say, which may be long.
  expect(save.element().getBoundingClientRect().bottom).toBeLessThan(220)
  await userEvent.click(save)
  await expect.element(page.getByRole('list', { name: 'Lezen' })).toBeVisible()
  save.element().focus()
  await keepAnswers(world.db)
  await world.db.jobs.update('job-1', { state: 'done', document: '2023D20951' })
  await expect.element(page.getByRole('searchbox', { name: 'Filter op woord of nummer' })).toBeVisible()
  await expect.poll(() => document.activeElement?.id).toBe('kl-screen-main')
  // What came of it is seen: it is not offered to be opened too.
  await expect.element(page.getByRole('list', { name: 'Lezen' })).not.toBeInTheDocument()
})

/** Presses keys one upon the other, by the browser's clock: a key that waits for what came of the one before may be a second behind it. */
const typeAtOnce = (text: string) =>
  Promise.all(
    [...text].flatMap((key) => [
      cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }),
      cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
    ]),
  )

test('a list of 300 questions: typing a number jumps, words filter, a pointer opens its question', async () => {
  await stage(
    (one) =>
      popup(
        one,
        { type: 'loading' },
        { destination: { type: 'document', id: '2023D20951' }, focusNote: false, typed: '', job: null, error: null },
      ),
    {
      keep: ({ db }) => keepAnswers(db, 300),
    },
  )
  await expect.element(page.getByRole('button', { name: /Vraag 300 / })).toBeInTheDocument()
  const filter = page.getByRole('searchbox', { name: 'Filter op woord of nummer' })
  await userEvent.fill(filter, '155')
  await expect.element(page.getByText('1 van 300 vragen')).toBeVisible()
  // As on a machine that has no time for the rest of the list: what has the focus is drawn because it was jumped to.
  const idle = vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(0)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: /Vraag 155 /, expanded: true })).toBeInViewport()
  // The focus follows with the next frame.
  await expect.poll(focused).toContain('155')
  const left = document.activeElement
  await typeAtOnce('217')
  await expect.poll(focused).toContain('217')
  expect(left?.isConnected).toBe(true)
  idle.mockRestore()
  await userEvent.fill(filter, 'stagevergoedingen')
  await userEvent.click(page.getByRole('button', { name: /Vraag 1 Kunt u/ }))
  await userEvent.click(page.getByRole('button', { name: 'Vraag 4', exact: true }))
  await expect.element(page.getByRole('button', { name: /Vraag 4 Hoeveel/, expanded: true })).toBeInViewport()
})

test('a note is listed by its words, without the signs that lay it out', async () => {
  await stage(show, { keep: ({ db }) => db.notes.put(noteRow(1, { body: '# Kop\n\n**Vet** en `code`' })) })
  await userEvent.click(page.getByRole('tab', { name: 'Bewaard' }))
  await expect.element(page.getByText('Kop Vet en code', { exact: true })).toBeVisible()
})
