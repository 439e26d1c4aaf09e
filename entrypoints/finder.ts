// First, so that the grammar stands together, like by like: compression looks back 32 kB only, and this saves 0.6 kB.
import '#utils/references/kamerstuk.ts'
import '#utils/references/handelingen.ts'
import '#utils/references/aanhangsel.ts'
import '#utils/references/european.ts'
import '#utils/references/gazettes.ts'
import '#utils/references/laws-and-rulings.ts'
import '#utils/references/mentions.ts'
import '#utils/references/address.ts'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { deliver } from './page.content/script-exchange.ts'
import { startPage } from './page.content/start.ts'

/** The finder, put by the background into a page that may name something (`page/load`). */
export default defineUnlistedScript(() => deliver('finder', startPage))
