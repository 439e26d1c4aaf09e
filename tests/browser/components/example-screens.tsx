import { PopupScreen } from '#components/popup/popup-screen.tsx'
import { plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { ExampleScreen, type ExampleState } from '#components/welcome/example-screen.tsx'
import { examplePaper } from '#locales/example-paper.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { World } from './kept-world.ts'
import { documentRow, questionRow } from './rows.ts'
import { code, codesOf, type Screen } from './screens.tsx'

/** What of the example screen was pressed. */
export const pressed: string[] = []

const { id, title, list } = examplePaper

/** What a reading of the example leaves. */
export async function keepExample({ db }: World): Promise<void> {
  await db.documents.put(
    documentRow(id, {
      kind: 'kamerstuk',
      title,
      links: [{ rel: 'publication', url: `https://zoek.officielebekendmakingen.nl/${id}.html` }],
    }),
  )
  await db.questions.bulkPut(
    list.questions.map(({ number, code, page, question, answer }, order) =>
      questionRow(id, order, { number, code, page, question, answer: answer.join('\n\n') }),
    ),
  )
}

export const noteOnExample = {
  id: 'on-example',
  target: '2099D00103',
  opened: '',
  body: 'Navragen hoe het in de **bibliotheekbereikbaarheidsonderzoeksregio** gaat.',
  tags: ['bibliotheek'],
}

const withNote = async (world: World) => {
  await keepExample(world)
  await saveNote(world.db, noteOnExample, new Date())
}

const site = { host: '', kind: 'none', switches: { everywhere: true, site: true, lookUp: true } } as const

export function exampleScreen(world: World, state: ExampleState = { type: 'still' }, opened: string | null = null) {
  const codes = codesOf(world, [id, ...list.questions.map((question) => question.code)])
  const opening =
    opened === null
      ? plainOpening
      : { ...plainOpening, destination: { type: 'code', code: code(world, opened) } as const }
  const nothing = () => undefined
  return (
    <ServicesProvider value={world}>
      <ExampleScreen
        state={state}
        nextKey="Alt+Period"
        libraryUrl="/library.html"
        welcomeUrl="/welcome.html"
        onPaper={() => pressed.push('paper')}
        onKeep={() => pressed.push('keep')}
        onTidy={() => pressed.push('tidy')}
      >
        <PopupScreen
          isPart
          page={{ type: 'codes', codes, site }}
          pageActions={{
            goTo: (to) => pressed.push(to),
            passages: async () => [],
            showPassage: nothing,
            saveQuestions: async () => ({ ok: false, error: 'no-page' }),
            openReader: nothing,
            allow: async () => false,
            reload: nothing,
            turn: nothing,
            search: nothing,
            addSite: async () => false,
            removeSite: nothing,
          }}
          store="ready"
          opening={opening}
          onLibrary={nothing}
          onOptions={nothing}
        />
      </ExampleScreen>
    </ServicesProvider>
  )
}

export const exampleScreens: readonly Screen[] = [
  { name: 'example', page: true, keep: withNote, show: (world) => exampleScreen(world) },
  {
    name: 'example-opened',
    page: true,
    keep: withNote,
    show: (world) => exampleScreen(world, { type: 'still' }, '2099D00103'),
  },
  { name: 'example-new', page: true, show: (world) => exampleScreen(world) },
  { name: 'example-keeping', page: true, show: (world) => exampleScreen(world, { type: 'keeping' }) },
  {
    name: 'example-failed',
    page: true,
    show: (world) => exampleScreen(world, { type: 'failed', error: 'quota' }),
  },
]
