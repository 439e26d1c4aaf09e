import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ImportOptions } from '#components/transfer/transfer-actions.ts'
import { aWhile } from '#tests/a-while.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { importFile, nothing, preview } from './import-world.tsx'
import { spaced } from './narrow.ts'
import { quiet } from './stage.tsx'

afterEach(() => vi.useRealTimers())

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

test('a list of codes can be chosen, and its owner reads where they go', async () => {
  await importFile({ previewImport: async () => ({ ok: false, error: 'not-an-export' }) })
  // The dialog of the browser would show no CSV, RIS or text beside endings that are named.
  expect(document.querySelector<HTMLInputElement>('input[type=file]')?.accept).toBe('')
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Codes uit een lijst of tabel plakt u in het zoekveld/)
})

test('of texts that differ both are shown, and what others follow is followed only where that is wanted', async () => {
  const asked: ImportOptions[] = []
  const value = preview({
    kind: 'kamerlens',
    added: { ...nothing, notes: 1, followed: 2 },
    follows: 2,
    conflicts: 12,
    conflicting: [{ mine: 'Bellen.', theirs: '' }],
  })
  await importFile({
    previewImport: async () => ({ ok: true, value: { file: 'f', preview: value } }),
    previewAgain: async (_, options) => {
      asked.push(options)
      return { ok: true, value: { ...value, added: { ...nothing, notes: 1 } } }
    },
    applyImport: async (_, options) => {
      asked.push(options)
      return { ok: true, value: preview({ added: { ...nothing, notes: 1 } }) }
    },
  })
  await expect.element(page.getByRole('row', { name: 'Gevolgd 2 0 0' })).toBeVisible()
  expect(page.getByText('Bellen.').element().checkVisibility()).toBe(false)
  await userEvent.click(page.getByText('De teksten bekijken'))
  await expect.element(page.getByText('Bellen.')).toBeVisible()
  await expect.element(page.getByText('(geen tekst)')).toBeVisible()
  await expect.element(page.getByText('en nog 11 notities')).toBeVisible()
  await userEvent.click(page.getByRole('checkbox', { name: /^Ook volgen wat het bestand volgt en u nog niet \(2\)/ }))
  await expect.element(page.getByRole('row', { name: /^Gevolgd/ })).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Importeren' }))
  await expect.element(page.getByText('Geïmporteerd: 1 notitie')).toBeVisible()
  expect(asked).toEqual([{ follow: false }, { follow: false }])
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
  await aWhile(50)
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
    const counts = { documents: 1214, questions: 112_140, notes: 10_000, tags: 12, followed: 0 }
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
