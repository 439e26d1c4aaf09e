import { page } from 'vitest/browser'
import { Notes } from '#components/notes/notes.tsx'
import { Announcer } from '#components/parts/announce.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import { UndoBar } from '#components/undo/undo-bar.tsx'
import type { World } from './kept-world.ts'

export const target = '2023D19158'

export const show = (world: World) => (
  <ServicesProvider value={world}>
    <Notes target={target} subject={target} />
    <Announcer />
    <UndoBar />
  </ServicesProvider>
)

export const field = () => page.getByRole('textbox', { name: `Notitie bij ${target}` })

export const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('kamerlens.draft.'))

export const bodies = async (world: World) => (await world.db.notes.toArray()).map(({ body }) => body)
