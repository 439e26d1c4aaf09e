import { page } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import type { World } from './kept-world.ts'
import { known } from './officials.ts'
import { code, codesOf, officialSite, popup } from './screens.tsx'

export const opened = (id: string) => (world: World) =>
  popup(
    world,
    { type: 'codes', codes: codesOf(world), site: officialSite },
    { ...plainOpening, destination: { type: 'code', code: code(world, id) } },
  )

export const knowing =
  (...documents: readonly OfficialDocument[]) =>
  async (world: World) =>
    known(world, ...documents)

export const text = (words: string | RegExp) => page.getByText(words)

export const button = (name: string | RegExp, exact = false) => page.getByRole('button', { name, exact })

export const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00a0', ' ')

export const shown = () => textOf(document.body)
