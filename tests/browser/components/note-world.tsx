import { page } from 'vitest/browser'
import { Announcer } from '#components/announce.tsx'
import { Notes } from '#components/notes.tsx'
import { ServicesProvider } from '#components/services.ts'
import { UndoBar } from '#components/undo-bar.tsx'
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
