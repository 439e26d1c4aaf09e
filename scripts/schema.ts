import { writeFileSync } from 'node:fs'
import { exportSchemaText } from './json-schema.ts'

/** `npm run schema`, after a change of the export's records: writes their JSON Schema anew. */
writeFileSync(new URL('../public/kamerlens-export.schema.json', import.meta.url), exportSchemaText())
