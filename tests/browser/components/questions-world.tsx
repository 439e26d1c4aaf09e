import { page } from 'vitest/browser'
import { plainOpening } from '#components/store/opening.ts'
import type { World } from './kept-world.ts'
import { popup } from './screens.tsx'
import { quiet } from './stage.tsx'

export const letter = 'ah-tk-20242025-512'

export const show = (world: World, id = letter, question?: number) =>
  popup(world, { type: 'loading' }, { ...plainOpening, destination: { type: 'document', id, question } })

export const tall = { width: 400, height: 1600 }

const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS

export const shot = async (name: string) => {
  await quiet()
  if (shots) await page.screenshot({ path: `${shots}/questions-${name}.png` })
}

export const button = (name: string | RegExp) => page.getByRole('button', { name })

export const head = (number: number) => page.getByRole('button', { name: new RegExp(`^Vraag ${number} `) })

export const shownNumbers = () =>
  [...document.querySelectorAll('.kl-question__number')].map((each) => each.textContent?.replace(/\D+/g, ''))
