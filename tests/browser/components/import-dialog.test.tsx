import type { ComponentChild } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Notes } from '#components/notes.tsx'
import { ServicesProvider } from '#components/services.ts'
import type { ImportOptions, LibraryActions } from '#components/transfer-actions.ts'
import { TransferTools } from '#components/transfer-tools.tsx'
import { undoOffers } from '#components/undo.ts'
import { UndoBar } from '#components/undo-bar.tsx'
import { locale } from '#locales/i18n.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import type { ImportPreview } from '#utils/browser/protocol/transfer.ts'
import { keptFor } from '#utils/database/import-way-back.ts'
import { openWorld, type World } from './kept-world.ts'
import { spaced } from './narrow.ts'
import { libraryActions } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

afterEach(() => vi.useRealTimers())

const nothing = { documents: 0, questions: 0, notes: 0, tags: 0 }
const preview = (over: Partial<ImportPreview> = {}): ImportPreview => ({
  kind: 'hypothesis',
  added: nothing,
  changed: nothing,
  unchanged: nothing,
  ...over,
})

async function importFile(
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

test('the kind of file is said, and the choice on other texts is previewed and applied', async () => {
  const asked: (readonly [string, ImportOptions])[] = []
  await importFile({
    previewImport: async () => ({
      ok: true,
      value: { file: 'f', preview: preview({ conflicts: 2, changed: { ...nothing, notes: 2 } }) },
    }),
    previewAgain: async (file, options) => {
      asked.push([file, options])
      const notes = options.choice === 'mine' ? 0 : 2
      const none = notes === 0 ? { changesNothing: true as const } : {}
      return { ok: true, value: preview({ conflicts: 2, changed: { ...nothing, notes }, ...none }) }
    },
    applyImport: async (file, options) => {
      asked.push([`apply ${file}`, options])
      return { ok: true, value: preview({ changed: { ...nothing, notes: 2 } }) }
    },
  })
  await expect.element(page.getByText('Dit zijn notities uit Hypothesis.')).toBeVisible()
  await expect.element(page.getByRole('radio', { name: 'Beide teksten samenvoegen' })).toBeChecked()
  await userEvent.click(page.getByRole('radio', { name: 'De tekst van hier houden' }))
  await expect.element(page.getByText('Zo verandert er niets.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Importeren', exact: true })).not.toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Geïmporteerd: 2 notities')).toBeVisible()
  expect(asked).toEqual([
    ['f', { choice: 'mine' }],
    ['f', { choice: 'theirs' }],
    ['apply f', { choice: 'theirs' }],
  ])
})

test('an answer to a choice that was changed since is not shown', async () => {
  let slow = () => {}
  await importFile({
    previewImport: async () => ({
      ok: true,
      value: { file: 'f', preview: preview({ conflicts: 1, changed: { ...nothing, notes: 1 } }) },
    }),
    previewAgain: (_, { choice }) =>
      new Promise((resolve) => {
        const answer = () => resolve({ ok: true, value: preview({ conflicts: 1, changed: { ...nothing, notes: 7 } }) })
        if (choice === 'mine') slow = answer
        else resolve({ ok: true, value: preview({ conflicts: 1, changed: { ...nothing, notes: 3 } }) })
      }),
  })
  await userEvent.click(page.getByRole('radio', { name: 'De tekst van hier houden' }))
  await userEvent.click(page.getByRole('radio', { name: /^De tekst uit het bestand/ }))
  await expect.element(page.getByRole('cell', { name: '3' })).toBeVisible()
  slow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(page.getByRole('cell', { name: '7' }).elements()).toEqual([])
})

test('a file that is still checked when its window is closed does not open it again, and is laid down for nobody', async () => {
  const checked = Promise.withResolvers<void>()
  const dropped: string[] = []
  await importFile({
    previewImport: () => checked.promise.then(() => ({ ok: true, value: { file: 'f', preview: preview() } })),
    dropImport: async (file) => void dropped.push(file),
  })
  await userEvent.click(page.getByRole('button', { name: 'Annuleren' }))
  checked.resolve()
  await expect.poll(() => dropped).toEqual(['f'])
  expect(page.getByRole('dialog').elements()).toEqual([])
})

test('while it is imported nothing offers to cancel that, and the keyboard goes on at the way back', async () => {
  const applied = Promise.withResolvers<void>()
  await importFile({
    previewImport: async () => ({
      ok: true,
      value: { file: 'f', preview: preview({ added: { ...nothing, notes: 2000 } }) },
    }),
    applyImport: () =>
      applied.promise.then(() => ({ ok: true, value: preview({ added: { ...nothing, notes: 2000 } }) })),
  })
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByRole('progressbar', { name: 'Wordt geïmporteerd…' })).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Importeren' })).toHaveFocus()
  await userEvent.keyboard('{Escape}{Escape}{Escape}')
  await quiet()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  // A browser that closes it all the same is not obeyed.
  document.querySelector('dialog')?.close()
  await expect.element(page.getByRole('progressbar', { name: 'Wordt geïmporteerd…' })).toBeVisible()
  expect(page.getByRole('dialog').getByRole('button').elements()).toEqual([])
  applied.resolve()
  await expect.element(page.getByText('Geïmporteerd: 2.000 notities')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveFocus()
})

test('it shows how far it is, and says so by quarters', async () => {
  const [checked, applied] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const told: ((progress: ChangeProgress) => void)[] = []
  const whole = { added: { ...nothing, documents: 1000, notes: 3000 } }
  await importFile({
    previewImport: async (_, __, onProgress) => {
      if (onProgress) told.push(onProgress)
      await checked.promise
      return { ok: true, value: { file: 'f', preview: preview(whole) } }
    },
    applyImport: async (_, __, onProgress) => {
      if (onProgress) told.push(onProgress)
      await applied.promise
      return { ok: true, value: preview(whole) }
    },
  })
  const bar = page.getByRole('progressbar')
  const heard = () => page.getByRole('dialog').getByRole('status')
  await expect.element(bar).not.toHaveAttribute('value')
  await expect.poll(() => told.length).toBe(1)
  told[0]?.({ done: 100, total: 4000 })
  await expect.element(bar).toHaveAttribute('value', '100')
  await expect.element(page.getByText('100 van 4.000 documenten en notities')).toBeVisible()
  await expect.element(heard()).toMatchTextContent(/^Bestand wordt nagekeken…\s*$/)
  told[0]?.({ done: 1200, total: 4000 })
  await expect.element(heard()).toHaveTextContent('Bestand wordt nagekeken… 1.200 van 4.000 documenten en notities')
  told[0]?.({ done: 1300, total: 4000 })
  await expect.element(bar).toHaveAttribute('value', '1300')
  await expect.element(heard()).toHaveTextContent('Bestand wordt nagekeken… 1.200 van 4.000 documenten en notities')
  checked.resolve()
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.poll(() => told.length).toBe(2)
  // What is told of the check by now is for nobody.
  await expect.element(bar).not.toHaveAttribute('value')
  told[1]?.({ done: 4000, total: 4000 })
  await expect.element(heard()).toHaveTextContent('Alles is klaar; het wordt nu vastgelegd…')
  applied.resolve()
  await expect.element(page.getByText('Geïmporteerd: 1.000 documenten, 3.000 notities')).toBeVisible()
})

test('an import can be undone, in whichever language that is offered by then, and what stayed is said', async () => {
  const undone: string[] = []
  const value = preview({ added: { documents: 2, questions: 14, notes: 1, tags: 0 } })
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

test('a check that has compared all does not say that anything is written', async () => {
  const told: ((progress: ChangeProgress) => void)[] = []
  await importFile({
    previewImport: (_, __, onProgress) => {
      if (onProgress) told.push(onProgress)
      return new Promise(() => {})
    },
  })
  await expect.poll(() => told.length).toBe(1)
  told[0]?.({ done: 1, total: 2 })
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '1')
  told[0]?.({ done: 2, total: 2 })
  await expect.element(page.getByRole('progressbar')).not.toHaveAttribute('value')
  await expect.element(page.getByRole('dialog').getByRole('status')).toMatchTextContent(/^Bestand wordt nagekeken…\s*$/)
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

test('a file that has nothing but what is followed or corrected is imported, and that is said', async () => {
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: preview() } }),
    applyImport: async () => ({ ok: true, value: preview() }),
  })
  await expect.element(page.getByText('Wat u volgt of verbeterde, komt erbij of wordt bijgewerkt.')).toBeVisible()
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Geïmporteerd: wat u volgt of verbeterde')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible()
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

test('what was left out is said, and a file that can’t be read has its reason', async () => {
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: preview({ skipped: 2 }) } }),
  })
  await expect.element(page.getByText(/^2 annotaties worden overgeslagen/)).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('reading what is whole leaves the keyboard in the window', async () => {
  const salvaged = Promise.withResolvers<void>()
  await importFile({
    previewImport: async (_, { salvage }) => {
      if (salvage !== true) return { ok: false, error: 'damaged' }
      await salvaged.promise
      return { ok: true, value: { file: 'f', preview: preview({ lost: 1 }) } }
    },
  })
  await userEvent.click(page.getByRole('button', { name: 'Toch lezen wat heel is' }))
  await expect.element(page.getByRole('progressbar')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Importeren' })).toHaveFocus()
  salvaged.resolve()
  await expect.element(page.getByRole('table')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Importeren' })).toHaveFocus()
})

test('a file of annotations that is damaged has no second reading', async () => {
  await importFile({ previewImport: async () => ({ ok: false, error: 'damaged-annotations' }) })
  await expect.element(page.getByRole('alert')).toMatchTextContent(/In dit bestand staat een annotatie die niet/)
  expect(page.getByRole('button', { name: 'Toch lezen wat heel is' }).elements()).toEqual([])
})

test.for([false, true])(
  'in a narrow window no word and no number of the counts is broken (text spaced: %s)',
  async (isSpaced) => {
    const counts = { documents: 1214, questions: 112_140, notes: 10_000, tags: 12 }
    const value = { file: 'f', preview: preview({ added: counts, changed: counts, unchanged: counts }) }
    await importFile({ previewImport: async () => ({ ok: true, value }) }, 320)
    await expect.element(page.getByRole('table')).toBeVisible()
    const check = isSpaced ? spaced : (run: () => Promise<void>) => run()
    await check(async () => {
      const broken = [...document.querySelectorAll('dialog :is(th, td)')].filter((cell) =>
        (cell.textContent ?? '').split(' ').some((word) => {
          const text = cell.firstChild
          if (text === null) return false
          const range = document.createRange()
          const at = text.textContent?.indexOf(word) ?? 0
          range.setStart(text, at)
          range.setEnd(text, at + word.length)
          return range.getClientRects().length > 1
        }),
      )
      expect(broken.map((cell) => cell.textContent)).toEqual([])
      const dialog = document.querySelector('dialog')
      expect(dialog?.scrollWidth).toBe(dialog?.clientWidth)
    })
  },
)
