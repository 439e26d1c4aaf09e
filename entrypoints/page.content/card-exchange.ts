import type { Card, CardOptions } from './card/card.ts'
import type { PageChannel } from './channel.ts'

/** Makes the card. */
export type CardFactory = (options: CardOptions) => Card

/** Where the card's script hands over what it brings: both run in the same isolated world, out of the page's sight. */
const counter = Symbol.for('kamerlens.card')

/**
 * Loads the card's script into this page. It is a script of its own because it is as large as all that finds and
 * paints references, and most pages are read without a card; only the background can put it there.
 * Rejects where the background does not answer, or the browser refuses.
 *
 * @param id the code that the card is for
 */
export async function loadCard(channel: PageChannel, id: string): Promise<CardFactory> {
  const delivered: CardFactory[] = []
  Reflect.set(globalThis, counter, (factory: CardFactory) => delivered.push(factory))
  try {
    const loaded = await channel.send('card/load', { id })
    if (!loaded || delivered[0] === undefined) throw new Error('the card could not be loaded')
    return delivered[0]
  } finally {
    Reflect.deleteProperty(globalThis, counter)
  }
}

/** Called by the card's script. */
export function deliverCard(factory: CardFactory): void {
  const receive: unknown = Reflect.get(globalThis, counter)
  if (typeof receive === 'function') receive(factory)
}
