import { askerIn } from '#utils/sources/http/ask.ts'
import { publicationsOf } from '#utils/sources/koop/publications.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import { type Resolver, resolverOf } from '#utils/sources/resolve.ts'
import { type World, worldOf } from './network.ts'

/** The look-ups over a world of their own. */
export function lookUps(world: World = worldOf()): { readonly world: World; readonly resolver: Resolver } {
  const ask = askerIn(world)
  return { world, resolver: resolverOf(openData(ask, world.now), publicationsOf(ask)) }
}
