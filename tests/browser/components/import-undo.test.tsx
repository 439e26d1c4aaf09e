import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Notes } from '#components/notes/notes.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import { undoOffers } from '#components/undo/undo.ts'
import { locale } from '#locales/i18n.ts'
import { keptFor } from '#utils/database/import/way-back.ts'
import { importFile, nothing, preview } from './import-world.tsx'
import { openWorld } from './kept-world.ts'
import { quiet } from './stage.tsx'

afterEach(() => vi.useRealTimers())

test('an import can be undone, in whichever language that is offered by then, and what stayed is said', async () => {
  const undone: string[] = []
  const value = preview({ added: { documents: 2, questions: 14, notes: 1, tags: 0, followed: 0 } })
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    applyImport: async () => ({ ok: true, value }),
    undoImport: async (file) => {
      undone.push(file)
      return { ok: true, value: { documents: 1, notes: 0, stayed: { documents: 1, notes: 1 } } }
    },
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Geïmporteerd: 2 documenten, 14 vragen, 1 notitie')).toBeVisible()
  locale.set('en')
  await expect.element(page.getByText('Imported: 2 documents, 14 questions, 1 note')).toBeVisible()
  locale.set('nl')
  await expect.element(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByText('Import ongedaan gemaakt. Sindsdien veranderd, en daarom gebleven: 1 document, 1 notitie.'))
    .toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Importeren…' })).toHaveFocus()
  expect(undone).toEqual(['f'])
})

test('an answer that was lost leaves the way back', async () => {
  const value = { file: 'f', preview: preview({ added: { ...nothing, notes: 1 } }) }
  await importFile({
    previewImport: async () => ({ ok: true, value }),
    applyImport: async () => ({ ok: false, error: 'unknown', unanswered: true }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText(/^Er kwam geen antwoord: misschien is het bestand toch/)).toBeVisible()
  expect(page.getByRole('dialog').elements()).toEqual([])
})

test('a fault that was answered is no lost answer: it is said, and no way back is offered', async () => {
  const value = { file: 'f', preview: preview({ added: { ...nothing, notes: 1 } }) }
  await importFile({
    previewImport: async () => ({ ok: true, value }),
    applyImport: async () => ({ ok: false, error: 'unknown' }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByRole('dialog').getByRole('alert')).toMatchTextContent(/^Er ging iets mis/)
  expect(page.getByText(/^Er kwam geen antwoord: misschien/).elements()).toEqual([])
  expect(page.getByRole('button', { name: 'Ongedaan maken' }).elements()).toEqual([])
})

test('what cannot be undone any more says why, and is not offered again', async () => {
  const value = preview({ added: { ...nothing, notes: 1 } })
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    applyImport: async () => ({ ok: true, value }),
    undoImport: async () => ({ ok: false, error: 'undo-gone' }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  const alert = page.getByText('Niet teruggezet: Na een latere import, of na een uur, kan dit niet meer.')
  await expect.element(alert).toBeVisible()
  expect(page.getByRole('button', { name: 'Opnieuw' }).elements()).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Sluiten' }))
  await expect.element(alert).not.toBeInTheDocument()
})

test('an undo that ends takes nobody’s focus, and says with one full stop that the second copy lags', async () => {
  const undone = Promise.withResolvers<void>()
  const value = preview({ added: { ...nothing, notes: 2 } })
  await importFile(
    {
      previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
      applyImport: async () => ({ ok: true, value }),
      undoImport: async () => {
        await undone.promise
        return { ok: true, value: { documents: 0, notes: 2, stayed: { documents: 0, notes: 0 }, lags: true } }
      },
    },
    1280,
    <textarea aria-label="Notitie" />,
  )
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await userEvent.click(page.getByRole('textbox', { name: 'Notitie' }))
  await userEvent.keyboard('ik schrijf')
  undone.resolve()
  await expect.element(page.getByText(/^Import ongedaan gemaakt\. De tweede kopie.*[^.]\.$/)).toBeVisible()
  await userEvent.keyboard(' verder')
  await expect.element(page.getByRole('textbox', { name: 'Notitie' })).toHaveValue('ik schrijf verder')
})

test('an import that changed nothing after all says so, and leaves an earlier one its way back', async () => {
  const value = preview({ added: { ...nothing, notes: 1 } })
  const answers = [value, { ...preview(), changesNothing: true as const }]
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    applyImport: async () => ({ ok: true, value: answers.shift() ?? value }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Geïmporteerd: 1 notitie')).toBeVisible()
  const field = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement
  await userEvent.upload(field, new File(['{}'], 'twee.json', { type: 'application/json' }))
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Zo verandert er niets.')).toBeVisible()
  expect(page.getByText(/^Geïmporteerd/).elements()).toHaveLength(1)
  expect(page.getByRole('button', { name: 'Ongedaan maken' }).elements()).toHaveLength(1)
})

test.each([
  [{ documents: 0, notes: 0 }, 'Er is geen document of notitie teruggedraaid.'],
  [
    { documents: 0, notes: 1 },
    'Er is geen document of notitie teruggedraaid. Sindsdien veranderd, en daarom gebleven: 1 notitie.',
  ],
])('where nothing was undone and %o stayed it is not said to be undone', async (stayed, words) => {
  const value = preview({ added: { ...nothing, notes: 1 } })
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    applyImport: async () => ({ ok: true, value }),
    undoImport: async () => ({ ok: true, value: { documents: 0, notes: 0, stayed } }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect.element(page.getByText(words, { exact: true })).toBeVisible()
})

test('a way back is offered as long as it is kept, though the pointer or the focus holds it', async () => {
  const value = preview({ added: { ...nothing, notes: 1 } })
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    applyImport: async () => ({ ok: true, value }),
  })
  await expect
    .element(page.getByText('Daarna kunt u het een minuut lang ongedaan maken, zolang deze pagina open blijft.'))
    .toBeVisible()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  document.querySelector<HTMLButtonElement>('dialog .kl-button--primary')?.click()
  await vi.waitFor(() => expect(undoOffers.value).toHaveLength(1))
  document.querySelector('.kl-undo')?.dispatchEvent(new PointerEvent('pointerenter'))
  vi.advanceTimersByTime(keptFor - 10_000)
  expect(undoOffers.value).toHaveLength(1)
  vi.advanceTimersByTime(10_000)
  expect(undoOffers.value).toEqual([])
})

test('what is typed when an import is undone is stored first', async () => {
  const value = preview({ added: { ...nothing, notes: 1 } })
  const stored: (readonly string[])[] = []
  const world = openWorld()
  await importFile(
    {
      previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
      applyImport: async () => ({ ok: true, value }),
      undoImport: async () => {
        stored.push((await world.db.notes.toArray()).map(({ body }) => body))
        return { ok: true, value: { documents: 0, notes: 0, stayed: { documents: 0, notes: 1 } } }
      },
    },
    1280,
    <ServicesProvider value={world}>
      <Notes target="2023D19158" subject="2023D19158" />
    </ServicesProvider>,
    world,
  )
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  const release = world.hold()
  await userEvent.type(page.getByRole('textbox', { name: 'Notitie bij 2023D19158' }), 'Terugvragen')
  await userEvent.click(page.getByRole('button', { name: 'Ongedaan maken' }))
  await quiet()
  expect(stored).toEqual([])
  release()
  await expect.poll(() => stored).toEqual([['Terugvragen']])
})

test('what could not be imported says why, and offers no way back', async () => {
  const value = { file: 'f', preview: preview({ added: { ...nothing, notes: 1 } }) }
  await importFile({
    previewImport: async () => ({ ok: true, value }),
    applyImport: async () => ({ ok: false, error: 'quota' }),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^De browser kon niet opslaan/)
  expect(page.getByRole('button', { name: 'Ongedaan maken' }).elements()).toEqual([])
})
