import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { deliver } from './page.content/script-exchange.ts'
import { startPage } from './page.content/start.ts'

/** The finder, put by the background into a page that may name something (`page/load`). */
export default defineUnlistedScript(() => deliver('finder', startPage))
