import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { Card } from './page.content/card/card.ts'
import { deliverCard } from './page.content/card-exchange.ts'

/** The card, put by the background into a page whose content script asks for it (`card/load`). */
export default defineUnlistedScript(() => deliverCard((options) => new Card(options)))
