import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { follow } from '#utils/database/following/watches.ts'
import { keepFailure, keepNotFound, want } from '#utils/database/official/lookups.ts'
import { isLive } from '#utils/database/rows/live.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import { openWorld, unknowing, type World } from './kept-world.ts'
import { noteRow } from './library-screens.tsx'
import { documentRow, questionRow } from './rows.ts'
import { codesOf, library, officialSite, popup, withCodes } from './screens.tsx'
import { withoutIndex } from './search-screens.tsx'
import { field, keep, size } from './search-world.tsx'
import { quiet, stage } from './stage.tsx'

const options = () => page.getByRole('listbox').getByRole('option')

test('a field is completed from what is kept, and the search goes on from there', async () => {
  await stage((world) => library(world), { keep, ...size })
  await userEvent.fill(field(), 'toeslag par')
  await userEvent.click(page.getByRole('button', { name: 'partij:', exact: true }))
  await expect.element(field()).toHaveValue('toeslag partij:')
  await userEvent.keyboard('soc')
  await userEvent.click(page.getByRole('button', { name: 'partij:"nieuw sociaal contract"' }))
  await expect.element(field()).toHaveValue('toeslag partij:"nieuw sociaal contract" ')
  await expect.element(options().nth(1)).toBeVisible()
  expect(document.activeElement).toBe(field().element())
  await userEvent.keyboard('status:open')
  await expect.poll(() => options().elements().length).toBe(1)
  await expect.element(options().first()).toMatchTextContent(/kinderopvangtoeslag/)
})

test('a pasted list and a sentence lead to each paper that they name, and all are looked up in one press', async () => {
  const world = await stage((each) => popup(each, withCodes(each)), { keep })
  await userEvent.fill(field(), '2023D20951, Kamerstuk 36 410, nr. 5 en 2023D24876; nogmaals 2023D24876')
  const rows = () =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .elements()
      .map((row) => row.textContent)
  await expect
    .poll(rows)
    .toEqual([
      expect.stringMatching(/^2023D20951, bewaard/),
      expect.stringMatching(/^Kamerstuk\s36\s410, nr\.\s5Nog niet opgezocht/),
      expect.stringMatching(/^2023D24876Nog niet opgezocht/),
    ])
  await expect.element(page.getByText('Niets gevonden')).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: '2 codes opzoeken' }))
  await expect.poll(() => world.lookedUpMany).toEqual([{ ids: ['kst-36410-5', '2023D24876'] }])
  await expect.element(page.getByRole('button', { name: '2 codes opzoeken' })).not.toBeInTheDocument()
  await userEvent.fill(field(), 'zie ook 2023D24876 hierover')
  await userEvent.keyboard('{Enter}')
  await expect.element(back()).toBeVisible()
})

test('what looks like a code and is none is named, and what is certain is put right in one press', async () => {
  await stage((each) => popup(each, withCodes(each)), { keep })
  await userEvent.fill(field(), '2O23D20951; 36 41O, nr. 5; 2023D1915; 2023D24876')
  await expect
    .element(page.getByText('Lijkt op een code, maar is er geen: 2O23D20951; 36 41O, nr. 5; 2023D1915'))
    .toBeVisible()
  await userEvent.click(page.getByRole('button', { name: /^Verbeteren: 2023D20951; Kamerstuk 36\s410, nr\.\s5$/ }))
  expect(field().element()).toHaveValue('2023D20951; 36 410, nr. 5; 2023D1915; 2023D24876')
  await expect.element(page.getByText('Lijkt op een code, maar is er geen: 2023D1915')).toBeVisible()
  await userEvent.fill(field(), '2023D1915')
  await expect.element(page.getByText(/^Lijkt op een code/)).not.toBeInTheDocument()
})

test('the references of all papers that a text names are copied together, with the titles that are known', async () => {
  const world = await stage((each) => popup(each, withCodes(each)), { keep })
  const copied = () => world.copied.at(-1)?.split('\n')
  await userEvent.fill(field(), '2023D20951, Kamerstuk 36 410, nr. 5 en 2023D24876; nogmaals 2023D24876')
  await userEvent.click(page.getByRole('button', { name: 'Alle kopiëren' }))
  await expect.element(page.getByRole('button', { name: /^3 gekopieerd/ })).toBeVisible()
  expect(copied()).toEqual(['Kamerstukken II, 36 360 VIII, nr. 5', 'Kamerstukken II, 36 410, nr. 5', '2023D24876'])
  await userEvent.click(page.getByRole('button', { name: 'Andere vorm kiezen' }))
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Met titel' }))
  await expect.element(page.getByText('Van 2 is geen titel bekend.')).toBeVisible()
  expect(copied()?.[0]).toMatch(/^\S.* \(Kamerstukken II, 36 360 VIII, nr\. 5\)$/)
})

test('written questions of a list that wait for an answer are followed in one press, and in one no more', async () => {
  const waiting = ['2023D24876', '2023D24990', '2023D24991']
  const world = await stage((each) => popup(each, withCodes(each)), {
    keep: async ({ db }) => {
      for (const id of waiting) {
        const record = { ...nothingOf('document', id), type: 'written-questions' as const, date: '2023-06-01' }
        await keepFound(db, id, { document: record, failed: [] }, new Date())
      }
      await follow(db, '2023D24991', new Date(), () => 0)
    },
  })
  const followed = async () => (await world.db.watches.toArray()).filter(isLive).map(({ target }) => target)
  await userEvent.fill(field(), `${waiting.join(' ')} 2023D20951`)
  await userEvent.click(page.getByRole('button', { name: '2 open vragen volgen' }))
  await expect.poll(followed).toEqual(waiting)
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.poll(followed).toEqual(['2023D24991'])
})

test('codes of a list that the services do not know are told together', async () => {
  await stage((each) => popup(each, withCodes(each)), {
    keep: ({ db }) => keepNotFound(db, '2023D24990', new Date()),
  })
  await userEvent.fill(field(), '2023D24876 en 2023D24990')
  await userEvent.click(page.getByText('1 code niet gevonden'))
  await expect.element(page.getByRole('paragraph').filter({ hasText: /^2023D24990$/ })).toBeVisible()
})

test('over a private window, where a list can show nothing of it, codes are looked up one by one', async () => {
  const world = unknowing(openWorld({ isPrivate: true }))
  await stage((each) => popup(each, withCodes(each)), { world })
  await userEvent.fill(field(), '2023D24876 en 2023D24990')
  await userEvent.click(page.getByRole('button', { name: '2 codes opzoeken' }))
  await expect.element(page.getByText(/open de codes een voor een/)).toBeVisible()
  expect(world.lookedUp).toEqual([])
})

test('of many that are looked up together it is said how far that is, and one button begins and stops it', async () => {
  const ids = Array.from({ length: 240 }, (_, index) => `2023D${24_000 + index}`)
  const world = await stage((each) => popup(each, { type: 'codes', codes: codesOf(each, ids), site: officialSite }), {
    keep: async ({ officials }) => {
      for (const id of ids) officials.set(id, 'no answer yet')
      officials.set('2023D24000', new SourceFailure('refused', 'said no'))
    },
  })
  const begin = page.getByRole('button', { name: '200 codes opzoeken' })
  await userEvent.dblClick(begin)
  await expect.element(page.getByText('Nog 199 codes worden opgezocht…')).toBeVisible()
  expect(world.lookedUpMany.map((one) => one.ids.length)).toEqual([200])
  const stop = page.getByRole('button', { name: 'Stop', exact: true })
  await expect.element(stop).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  // Of the one that nobody answered it is asked again.
  await expect.element(begin).toHaveFocus()
  expect(world.lookedUpMany.at(-1)).toMatchObject({ stop: true })
  expect(await world.db.lookups.where('wanted').above('').count()).toBe(0)
})

test('where none of many can be asked about, it is said why and that this is done later', async () => {
  await stage((each) => popup(each, withCodes(each)), {
    keep: async ({ officials }) => {
      for (const id of ['2023D24876', '2023D24990']) officials.set(id, new SourceFailure('offline', 'no line'))
    },
  })
  await userEvent.fill(field(), '2023D24876 en 2023D24990')
  await userEvent.click(page.getByRole('button', { name: '2 codes opzoeken' }))
  await expect.element(page.getByText(/niet te bereiken.*vanzelf opnieuw/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
})

test('what is opened while the rest of many waits for the next minute counts those that were answered, and blames no service', async () => {
  const wanted = new Date(Date.now() - 60_000)
  await stage((each) => popup(each, withCodes(each)), {
    keep: async ({ db }) => {
      for (const id of ['2023D24876', '2023D24990', '2023D24991']) await want(db, id, wanted)
      await keepNotFound(db, '2023D24991', new Date())
      const busy = new SourceFailure('busy', 'no room in this minute', Date.now() + 90_000)
      for (const id of ['2023D24876', '2023D24990']) await keepFailure(db, id, busy, new Date())
    },
  })
  await userEvent.fill(field(), '2023D24876, 2023D24990 en 2023D24991')
  await expect.element(page.getByText(/^Meer tegelijk gaat niet/)).toBeVisible()
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('max', '3')
})

/** A popup whose search begins when it is let. */
async function stageSlow(): Promise<() => void> {
  const begin = Promise.withResolvers<void>()
  await stage(
    (world) => {
      const search: World['kept']['search'] = async (...asked) => {
        await begin.promise
        return world.kept.search(...asked)
      }
      return popup({ ...world, kept: { ...world.kept, search } }, withCodes(world))
    },
    { keep },
  )
  return begin.resolve
}

const back = () => page.getByRole('button', { name: 'Terug', exact: true })

test('Enter on words whose results are not there yet opens the first of them once they are', async () => {
  const answer = await stageSlow()
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await userEvent.keyboard('{Enter}')
  await quiet()
  expect(back().query()).toBeNull()
  answer()
  await expect.element(back()).toBeVisible()
  await expect.element(page.getByText(/Wanneer komt de/).first()).toBeVisible()
})

test('so it does behind the results of other words, and arrow down leads there', async () => {
  await stage((world) => popup(world, withCodes(world)), { keep })
  await userEvent.fill(field(), 'toeslagen')
  const of = (words: RegExp) => page.getByRole('main').getByRole('button', { name: words })
  await expect.element(of(/Welke toeslagen/)).toBeVisible()
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(of(/Wanneer komt de/)).toHaveFocus()
})

test.for([
  ['the field says something else', () => userEvent.fill(field(), 'scholen')],
  ['the focus is elsewhere', () => (document.activeElement as HTMLElement).blur()],
] as const)('nothing opens where %s by then', async ([, change]) => {
  const answer = await stageSlow()
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await userEvent.keyboard('{Enter}')
  await change()
  answer()
  await quiet()
  await expect.element(page.getByRole('main').getByRole('button').first()).toBeVisible()
  expect(back().query()).toBeNull()
})

test('parts of compounds are marked, and a typing error is forgiven and told', async () => {
  await stage((world) => popup(world, withCodes(world)), { keep })
  await userEvent.fill(field(), 'toeslag')
  await expect.poll(() => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('toeslag')
  await userEvent.fill(field(), 'kinderopvangtoelsag')
  await expect.element(page.getByText('Ook gezocht naar: kinderopvangtoeslag.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /Wanneer komt de kinderopvangtoeslag/ })).toBeVisible()
})

test('a row shows where the word stands, also far in a question, in its answer or in a note', async () => {
  const keepFar = async (world: World) => {
    await keep(world)
    const before = 'Wat is er gedaan aan alles wat hier voor staat en wat daar weer bij hoort, '
    await world.db.questions.bulkPut([
      questionRow('2023D20951', 60, { question: `${before}ook in de veenkoloniën?`, answer: 'Veel.' }),
      questionRow('2023D20951', 61, { question: `${before}en waar?`, answer: `${before}in alle veenkoloniën.` }),
    ])
    await world.db.notes.put(noteRow(1, { body: `${before.repeat(3)} navragen in de veenkoloniën` }))
  }
  await stage((world) => library(world), { keep: keepFar, ...size })
  await userEvent.fill(field(), 'veenkolonien')
  const titles = () => [...document.querySelectorAll('.kl-row__title')].map((title) => title.textContent)
  await expect
    .poll(titles)
    .toEqual([
      expect.stringMatching(/^… .{40,60}in de veenkoloniën\?$/),
      expect.stringMatching(/^Antwoord: … .{24,50}in alle veenkoloniën\.$/),
    ])
  expect(document.querySelectorAll('[role="option"] mark')).toHaveLength(2)
  await userEvent.click(page.getByRole('button', { name: /^Notities/ }))
  await expect.poll(titles).toEqual([expect.stringMatching(/^… .{40,60}in de veenkoloniën$/)])
})

test('where all words together find nothing, each can be left out by a press', async () => {
  await stage((world) => library(world), { keep, ...size })
  await userEvent.fill(field(), 'kinderopvangtoeslag veenkolonien')
  await expect.element(page.getByText('Niets bewaard met «kinderopvangtoeslag veenkolonien».')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Zonder veenkolonien' }))
  await expect.element(field()).toHaveValue('kinderopvangtoeslag')
  expect(document.activeElement).toBe(field().element())
  await expect.element(page.getByRole('option', { name: /Wanneer komt de kinderopvangtoeslag/ })).toBeVisible()
  // Another list has what this one has not.
  await userEvent.click(page.getByRole('button', { name: /^Zonder plaats/ }))
  await expect.element(page.getByText('Niets met «kinderopvangtoeslag» onder Zonder plaats.')).toBeVisible()
  expect(page.getByRole('button', { name: /^Zonder kinder/ }).elements()).toHaveLength(0)
})

test('in the popup too', async () => {
  await stage((world) => popup(world, withCodes(world)), { keep })
  await userEvent.fill(field(), 'kinderopvangtoeslag -partij:vvd veenkolonien')
  await userEvent.click(page.getByRole('button', { name: 'Zonder veenkolonien' }))
  await expect.element(field()).toHaveValue('kinderopvangtoeslag -partij:vvd')
  expect(document.activeElement).toBe(field().element())
  await expect.element(page.getByRole('button', { name: /Wanneer komt de kinderopvangtoeslag/ })).toBeVisible()
})

/** A search tells the first document and question, and has the rest when it is let go. */
function heldBack(world: World): { readonly world: World; readonly letGo: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const search: World['kept']['search'] = async (words, order, onFirst) => {
    const whole = await world.kept.search(words, order)
    const [documents, questions] = [whole.documents.slice(0, 1), whole.questions.slice(0, 1)]
    onFirst?.({ ...whole, documents, questions, notes: [], more: true, isPartial: true })
    await promise
    return whole
  }
  return { world: { ...world, kept: { ...world.kept, search } }, letGo: resolve }
}

test('words that are typed on end the search for those before', async () => {
  const signals = new Map<string, AbortSignal | undefined>()
  const show = (own: World) => {
    const search: World['kept']['search'] = async (words, order, onFirst, signal) => {
      signals.set(words, signal)
      if (words === 'toeslag') return new Promise(() => {})
      return own.kept.search(words, order, onFirst, signal)
    }
    return library({ ...own, kept: { ...own.kept, search } })
  }
  await stage(show, { keep, ...size })
  await userEvent.fill(field(), 'toeslag')
  await expect.poll(() => signals.get('toeslag')?.aborted).toBe(false)
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await expect.poll(() => signals.get('kinderopvangtoeslag')?.aborted).toBe(false)
  expect(signals.get('toeslag')?.aborted).toBe(true)
})

const keepTwo = async (world: World) => {
  await keep(world)
  await world.db.documents.put(documentRow('2024D00001', { title: 'Toeslagen' }))
  await world.db.documents.put(documentRow('2024D00002', { title: 'Kinderopvangtoeslag' }))
}

test('what comes first in a list stands there at once, and stays where it is when the rest follows', async () => {
  let letGo = () => {}
  const show = (own: World) => {
    const held = heldBack(own)
    letGo = held.letGo
    return library(held.world)
  }
  await stage(show, { keep: keepTwo, ...size })
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  await userEvent.fill(field(), 'toeslag')
  await expect.poll(() => options().elements().length).toBe(1)
  const first = options().first().element()
  expect(document.querySelector('.kl-library__more')).toBeNull()
  // How many there are is not told before it is known.
  const name = () => document.querySelector('.kl-library__list')?.getAttribute('aria-label')
  expect(name()).toBe('Vragen')
  letGo()
  await expect.poll(() => options().elements().length).toBe(2)
  expect(name()).toMatch(/2/)
  expect(options().first().element()).toBe(first)
})

test('in a list of all kinds only documents come before the rest, and the count is told once', async () => {
  let letGo = () => {}
  const show = (own: World) => {
    const held = heldBack(own)
    letGo = held.letGo
    return popup(held.world, withCodes(held.world))
  }
  await stage(show, { keep: keepTwo })
  await userEvent.fill(field(), 'toeslag')
  const rows = () => [...document.querySelectorAll('.kl-row__title')].map((title) => title.textContent)
  const told = () => [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent).join('')
  await expect.poll(rows).toEqual(['Toeslagen'])
  expect(told()).toBe('')
  letGo()
  await expect.poll(() => rows().length).toBe(4)
  expect(rows().slice(0, 2)).toEqual(['Toeslagen', 'Kinderopvangtoeslag'])
  await expect.poll(told).toContain('4')
})

test('what is not understood is a hint, and the rest is searched for', async () => {
  await stage((world) => library(world), { keep, ...size })
  await userEvent.fill(field(), 'toeslagen "lopen af kleur:')
  await expect.element(page.getByText('Het aanhalingsteken is niet gesloten; tot het einde telt mee.')).toBeVisible()
  await userEvent.fill(field(), 'toeslagen kleur:lopen')
  await expect.element(page.getByText('«kleur:» is geen veld; er is gezocht naar de woorden.')).toBeVisible()
})

test('the newest come first where that is chosen', async () => {
  const keepNewer = async (world: World) => {
    await keep(world)
    await world.db.documents.put(documentRow('2024D00001', { title: 'Later', date: '2024-05-01' }))
    const long = 'en nog veel meer dat daarbij hoort en waar het ook over gaat '.repeat(20)
    await world.db.questions.put(
      questionRow('2024D00001', 0, { question: `De nieuwere toeslagen, ${long}`, answer: '' }),
    )
  }
  await stage((world) => library(world), { keep: keepNewer, ...size })
  await userEvent.fill(field(), 'toeslag')
  await expect.element(options().first()).toMatchTextContent(/Welke toeslagen/)
  await userEvent.click(page.getByRole('button', { name: 'Nieuwste eerst' }))
  await expect.element(options().first()).toMatchTextContent(/nieuwere toeslagen/)
})

test('while there is no index everything is read, and that is said', async () => {
  await stage((world) => library(withoutIndex(world)), { keep, ...size })
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await expect.element(page.getByText(/^De zoekindex wordt opgebouwd/)).toBeVisible()
  await expect.element(options().first()).toMatchTextContent(/kinderopvangtoeslag/)
})

test('how many a search found is heard, of the kind that is shown', async () => {
  await stage((world) => library(world), { keep, ...size })
  await userEvent.fill(field(), 'toeslag')
  const heard = () => document.querySelector('[aria-live]')?.textContent.replace('\u00a0', '')
  await expect.element(options().first()).toBeVisible()
  await expect.poll(heard).toBe('Vragen: 2 resultaten')
  await userEvent.click(page.getByRole('button', { name: /^Documenten/ }))
  await userEvent.click(page.getByRole('button', { name: /^Vragen/ }))
  await userEvent.fill(field(), 'kinderopvangtoeslag')
  await expect.poll(heard).toBe('Vragen: 1 resultaat')
})
