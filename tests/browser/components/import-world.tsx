import type { ComponentChild } from 'preact'
import { userEvent } from 'vitest/browser'
import type { LibraryActions } from '#components/transfer/transfer-actions.ts'
import { TransferTools } from '#components/transfer/transfer-tools.tsx'
import { UndoBar } from '#components/undo/undo-bar.tsx'
import type { ImportPreview } from '#utils/browser/protocol/transfer.ts'
import { openWorld, type World } from './kept-world.ts'
import { libraryActions } from './screens.tsx'
import { stage } from './stage.tsx'

export const nothing = { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 }

export const preview = (over: Partial<ImportPreview> = {}): ImportPreview => ({
  kind: 'hypothesis',
  added: nothing,
  changed: nothing,
  unchanged: nothing,
  ...over,
})

export async function importFile(
  actions: Partial<LibraryActions>,
  width = 1280,
  beside: ComponentChild = null,
  world: World = openWorld(),
) {
  await stage(
    () => (
      <>
        <TransferTools transfers={{ ...libraryActions, ...actions }} found={null} />
        {beside}
        <UndoBar />
      </>
    ),
    { width, height: 800, world },
  )
  const field = document.querySelector<HTMLInputElement>('input[type=file]')
  if (field === null) throw new Error('no field for files')
  await userEvent.upload(field, new File(['{}'], 'hypothesis.json', { type: 'application/json' }))
}
