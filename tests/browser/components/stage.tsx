import { type ComponentChild, render } from 'preact'
import { page } from 'vitest/browser'
import { announce } from '#components/parts/announce.tsx'
import { begunJobs } from '#components/reading/begun-jobs.ts'
import { changesShown } from '#components/undo/long-change.ts'
import { undoFailures, undoOffers } from '#components/undo/undo.ts'
import { locale } from '#locales/i18n.ts'
import { openWorld, type World } from './kept-world.ts'
import '#components/base.css'
import { aWhile } from '#tests/a-while.ts'

export type Theme = 'light' | 'dark'

const stages: { root: HTMLElement; world: World }[] = []

/** Shows a part on a page of a given size, in one theme; all of it is gone after the test. */
export async function stage(
  show: (world: World) => ComponentChild,
  options: {
    readonly keep?: ((world: World) => Promise<unknown>) | undefined
    readonly theme?: Theme
    readonly width?: number
    readonly height?: number
    readonly world?: World
  } = {},
): Promise<World> {
  const { keep, theme = 'light', width = 400, height = 560, world = openWorld() } = options
  await page.viewport(width, height)
  recolour(theme)
  locale.set('nl')
  document.documentElement.lang = 'nl'
  document.title = 'Kamerlens'
  await keep?.(world)
  const root = document.createElement('div')
  root.style.height = `${height}px`
  document.body.append(root)
  stages.push({ root, world })
  render(show(world), root)
  return world
}

/** Gives the window another size, and the parts that are shown its height. */
export async function resize(width: number, height: number): Promise<void> {
  await page.viewport(width, height)
  for (const { root } of stages) root.style.height = `${height}px`
}

/** The page in a theme, without waiting for colours that go over into others. */
export function recolour(theme: Theme): void {
  document.documentElement.style.colorScheme = theme
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
}

/** Waits until the live queries have brought their answers and the page has stood still for a moment. */
export async function quiet(): Promise<void> {
  for (let still = 0, before = ''; still < 3; ) {
    await aWhile(60)
    const now = document.body.innerHTML
    still = now === before ? still + 1 : 0
    before = now
  }
}

/** Takes away what a test has shown (`setup.ts`). */
export async function clearStages(): Promise<void> {
  for (const { root, world } of stages.splice(0)) {
    render(null, root)
    root.remove()
    begunJobs.value = []
    // What was said last is said no more.
    for (const sentence of [' ', '']) announce(sentence)
    changesShown.value = []
    undoOffers.value = []
    undoFailures.value = []
    // Queries that were under way may end before their database goes.
    await aWhile(30)
    await world.close()
  }
  localStorage.clear()
}
