import { page } from 'vitest/browser'
import type { World } from './kept-world.ts'
import { library } from './screens.tsx'

export const size = { width: 1280, height: 800 }

export const show = (world: World) => library(world)

export const rows = () => page.getByRole('option')
