import type { Appearance } from '#utils/browser/settings/appearance.ts'

/**
 * Further scripts of ours that the background puts into a page when they are first needed: only it can, and each is as
 * large as all that runs on every page. They hand over what they bring in the isolated world that they share with
 * the content script, out of the page's sight.
 */
const counterOf = (script: string): symbol => Symbol.for(`kamerlens.${script}`)

/**
 * What a script brings. Rejects where the background does not answer, or the browser refuses.
 *
 * @param put has the background put the script there; false where that is refused
 */
export async function receive<Brought>(script: string, put: () => Promise<boolean>): Promise<Brought> {
  const counter = counterOf(script)
  const delivered: Brought[] = []
  const take = (brought: Brought): number => delivered.push(brought)
  Reflect.set(globalThis, counter, take)
  try {
    const there = await put()
    if (!there || delivered[0] === undefined) throw new Error(`the ${script} could not be loaded`)
    return delivered[0]
  } finally {
    // By now an instance that has ended this one may wait there for its own.
    if (Reflect.get(globalThis, counter) === take) Reflect.deleteProperty(globalThis, counter)
  }
}

/** Called by the script itself. */
export function deliver(script: string, brought: unknown): void {
  const take: unknown = Reflect.get(globalThis, counterOf(script))
  if (typeof take === 'function') take(brought)
}

/** Under this lies what the content script shares with the others (`shared.ts`). */
const sharing = Symbol.for('kamerlens.shared')

/** Before any other script comes. */
export function share(list: readonly unknown[]): void {
  Reflect.set(globalThis, sharing, list)
}

/**
 * What the content script shares. `scripts/share-modules.ts` writes the calls.
 *
 * @param place in its list
 * @public
 */
export const sharedAt = (place: number): unknown => Reflect.get(globalThis, sharing)[place]

/** Under this the content script tells the others what the user chose to see Kamerlens in. */
const appearance = Symbol.for('kamerlens.appearance')

/** Tells other scripts of ours, those too that come later. */
export function tellAppearance(chosen: Appearance): void {
  Reflect.set(globalThis, appearance, chosen)
}

/** What was told last; undefined where nobody tells. */
export function chosenAppearance(): Appearance | undefined {
  return Reflect.get(globalThis, appearance)
}

/**
 * Under this the finder tells the other scripts whether a reference stands at a point: Firefox lets none of them look
 * into highlights.
 */
const hitTest = Symbol.for('kamerlens.is-reference')

type IsReference = (x: number, y: number) => boolean

/** Lets other scripts of ours ask, until the signal ends it. */
export function tellReferences(isReference: IsReference, signal: AbortSignal): void {
  Reflect.set(globalThis, hitTest, isReference)
  signal.addEventListener('abort', () => {
    if (Reflect.get(globalThis, hitTest) === isReference) Reflect.deleteProperty(globalThis, hitTest)
  })
}

/** Whether a reference stands at a point of the viewport, for all that the finder, where it is at work, has found. */
export function isReferenceAt(x: number, y: number): boolean {
  const ask = Reflect.get(globalThis, hitTest) as IsReference | undefined
  return ask?.(x, y) ?? false
}
