import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { Card } from './page.content/card/card.ts'
import type { CardFactory } from './page.content/card-slot.ts'
import { deliver } from './page.content/script-exchange.ts'

const makeCard: CardFactory = (options) => new Card(options)

/** The card, put by the background into a page whose finder asks for it (`card/load`). */
export default defineUnlistedScript(() => deliver('card', makeCard))
