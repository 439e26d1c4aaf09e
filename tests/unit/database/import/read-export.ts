import { parseImport, readParsedExport } from '#utils/database/import/read-export.ts'

/** The records of an export file, as an import reads them. Throws `ImportFailure`. */
export const readExport = async (file: Blob) => readParsedExport(await parseImport(file))
