import type { PageState } from '#components/popup/page-state.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { World } from './kept-world.ts'
import { codesOf, officialSite, popup } from './screens.tsx'

export const pageWith = (codes: readonly PageCode[], site = officialSite): PageState => ({ type: 'codes', codes, site })

export const show = (world: World) => popup(world, pageWith(codesOf(world)))
