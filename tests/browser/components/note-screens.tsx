import { NoteColourField } from '#components/notes/note-colour.tsx'
import { NoteUndo } from '#components/notes/note-undo.tsx'
import { Notes } from '#components/notes/notes.tsx'
import { plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { noteColours } from '#utils/notes/colours.ts'
import type { World } from './kept-world.ts'
import { library, type Screen } from './screens.tsx'

const target = '2023D19158'

const withTags = ({ db }: World) =>
  saveNote(
    db,
    { id: 'n1', target, opened: '', body: 'Terugvragen na het congres.', tags: ['ocw', 'stages'] },
    new Date(),
  )

const nothing = () => {}

/** A note with every offer to undo that it can make, in place of those that only a hand brings about. */
function undoable(world: World) {
  const sentences = {
    tags: '2 labels verwijderd, arbeidsmarktdiscriminatievoorlichtingscampagnes het laatst',
    cleared: 'Tekst gewist',
    merged: 'Samengevoegd met wat een ander venster schreef',
    restored: 'Eerdere tekst teruggezet',
  } as const
  const all = (['tags', 'cleared', 'merged', 'restored'] as const).map((kind) => {
    return { kind, text: () => sentences[kind], undo: nothing }
  })
  return (
    <ServicesProvider value={world}>
      <main>
        <h1>Kamerlens</h1>
        <h2>Notitie</h2>
        <div class="kl-note">
          <div class="kl-note__below">
            <NoteUndo offers={{ all, offer: nothing, withdraw: nothing }} />
          </div>
        </div>
        <Notes target={target} subject={target} />
      </main>
    </ServicesProvider>
  )
}

const withColour = ({ db }: World) => {
  const body = 'Terugvragen na het congres.'
  return saveNote(db, { id: 'n1', target, opened: '', body, tags: ['ocw'], colour: 'blue' }, new Date())
}

async function withColours({ db }: World) {
  for (const [index, colour] of [...noteColours, null].entries()) {
    await saveNote(db, { id: `n${index}`, target, opened: '', body: `Notitie ${index}`, colour }, new Date())
  }
}

/** A note whose colours are open to choose from. */
function coloured(world: World) {
  return (
    <ServicesProvider value={world}>
      <main>
        <h1>Kamerlens</h1>
        <h2>Notitie</h2>
        <Notes target={target} subject={target} />
        <div class="kl-note">
          <div class="kl-note__below">
            <NoteColourField colour="purple" isOpenAtFirst onChoose={nothing} />
          </div>
        </div>
      </main>
    </ServicesProvider>
  )
}

/** The note editor by itself. */
export const noteScreens: readonly Screen[] = [
  { name: 'note-undo', keep: withTags, show: undoable },
  { name: 'note-colours', keep: withColour, show: (world) => coloured(world) },
  {
    name: 'library-colours',
    page: true,
    keep: withColours,
    show: (world) => library(world, { ...plainOpening, typed: 'Notitie', destination: { type: 'note', id: 'n1' } }),
  },
]
