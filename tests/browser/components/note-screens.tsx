import { NoteUndo } from '#components/note-undo.tsx'
import { Notes } from '#components/notes.tsx'
import { ServicesProvider } from '#components/services.ts'
import { saveNote } from '#utils/database/notes.ts'
import type { World } from './kept-world.ts'
import type { Screen } from './screens.tsx'

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
    return { kind, text: sentences[kind], undo: nothing }
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

/** The note editor by itself. */
export const noteScreens: readonly Screen[] = [{ name: 'note-undo', keep: withTags, show: undoable }]
