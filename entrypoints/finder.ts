// First, so that the grammar stands together, like by like: compression looks back 32 kB only, and this saves 0.6 kB.
import '#utils/references/text/characters.ts'
import '#utils/references/forms/kamerstuk.ts'
import '#utils/references/forms/handelingen.ts'
import '#utils/references/forms/aanhangsel.ts'
import '#utils/references/forms/european.ts'
import '#utils/references/forms/gazettes.ts'
import '#utils/references/forms/laws-and-rulings.ts'
import '#utils/references/finding/mentions.ts'
import '#utils/references/addresses/address.ts'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { deliver } from './page.content/script-exchange.ts'
import { startPage } from './page.content/start.ts'

/** The finder, put by the background into a page that may name something (`page/load`). */
export default defineUnlistedScript(() => deliver('finder', startPage))
