/** `npm start`: see start/main.ts. */
import { runScript } from './setup.mjs'

await runScript('scripts/start/main.ts', process.argv.slice(2))
