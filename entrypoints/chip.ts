import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { showChip } from './page.content/chip/chip.ts'
import { deliver } from './page.content/script-exchange.ts'

/** The chip, put by the background over a PDF that Chromium shows (`chip/load`). */
export default defineUnlistedScript(() => deliver('chip', showChip))
