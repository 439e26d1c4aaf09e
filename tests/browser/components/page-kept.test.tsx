import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import type { World } from './kept-world.ts'
import { documentRow, questionRow } from './rows.ts'
import { codesOf, officialSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const list = 'kst-36360-VIII-5'
const place = { url: `https://zoek.officielebekendmakingen.nl/${list}.html`, title: 'Lijst van vragen en antwoorden' }
const keep = async ({ db }: World) => {
  await db.documents.add(documentRow(list, { title: 'Jaarverslag OCW 2022' }))
  await db.questions.bulkAdd([questionRow(list, 0), questionRow(list, 1)])
}
const over = (reason: PageEmptyReason) => (world: World) =>
  popup(world, { type: 'empty', reason, site: officialSite, place })
const row = () => page.getByRole('list', { name: 'Van deze pagina bewaard' }).getByRole('button')

test.each(['no-codes', 'pdf'] as const)(
  'a paper that was read before is found again over its own page, where that names no code (%s)',
  async (reason) => {
    await stage(over(reason), { keep })
    await quiet()
    await expect.element(row()).toHaveTextContent('Jaarverslag OCW 202223 mei 2023 · 2 vragen · Document')
    await expect.element(page.getByRole('button', { name: 'Vragen van dit document bewaren' })).not.toBeInTheDocument()
    await row().click()
    await expect.element(page.getByRole('heading', { name: 'Jaarverslag OCW 2022' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await quiet()
    expect(document.activeElement?.textContent).toContain('Jaarverslag OCW 2022')
  },
)

test('it comes by itself once the page is read, and goes with the paper', async () => {
  const world = await stage(over('no-codes'))
  await quiet()
  expect(row().elements()).toHaveLength(0)
  await keep(world)
  await expect.element(row()).toBeVisible()
  await world.actions.deleteDocument(list)
  await expect.element(row()).not.toBeInTheDocument()
})

test('a code on the page that leads to it already is enough', async () => {
  const withCode = (ids: readonly string[]) => (world: World) =>
    popup(world, { type: 'codes', codes: codesOf(world, ids), site: officialSite, place })
  await stage(withCode([list]), { keep })
  await quiet()
  expect(row().elements()).toHaveLength(0)
  await stage(withCode(['2023Z08012']), { keep })
  await expect.element(row()).toBeVisible()
})

test('so is one under the other name of a published question', async () => {
  const published = 'kv-tk-2023Z08391'
  const own = { url: `https://zoek.officielebekendmakingen.nl/${published}.html`, title: 'Stages' }
  await stage(
    (world) => popup(world, { type: 'codes', codes: codesOf(world, ['2023Z08391']), site: officialSite, place: own }),
    { keep: async ({ db }) => void (await db.documents.add(documentRow(published, { title: 'Stages' }))) },
  )
  await quiet()
  await expect.element(page.getByRole('button', { name: /2023Z08391/ })).toBeVisible()
  expect(row().elements()).toHaveLength(0)
})
