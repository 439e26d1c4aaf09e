import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPassages } from './page.content/passages/start.ts'
import { deliver } from './page.content/script-exchange.ts'

/** Passages: put by the background into a page whose document has some, or in which one is selected (`passages/load`). */
export default defineUnlistedScript(() => deliver('passages', startPassages))
