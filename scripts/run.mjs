/** `node scripts/run.mjs <script> [arguments]`: see setup.mjs. */
import { runScript } from './setup.mjs'

const [script, ...args] = process.argv.slice(2)
if (script) await runScript(script, args)
else {
  process.stderr.write('Usage: node scripts/run.mjs <script> [arguments]\n')
  process.exitCode = 1
}
