/** `npm test`: see test/main.ts. */
import { runScript } from './setup.mjs'

await runScript('scripts/test/main.ts', process.argv.slice(2))
