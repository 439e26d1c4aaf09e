import { writeFileSync } from 'node:fs'
import { readCommandLine } from './command-line.ts'
import { exportSchemaText } from './json-schema.ts'

/** `npm run schema`, after a change of the export's records: writes their JSON Schema anew. */
readCommandLine('Usage: npm run schema', {})

writeFileSync(new URL('../public/kamerlens-export.schema.json', import.meta.url), exportSchemaText())
