import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { firstAnswers } from '#utils/browser/first-answers.ts'

/**
 * What the popup has to know before it can show anything, asked while its own script is still being fetched. Alone in a script
 * of 1 kB: before what is asked is answered the browser has opened a window, and whoever asks after that has begun waits for it.
 */
export default defineUnlistedScript(() => void firstAnswers())
