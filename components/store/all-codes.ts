import { codeOf } from '#utils/references/code.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import type { Codes } from './services.ts'

/** The readers of all forms of codes. */
export const allCodes: Codes = { codeOf, readCode, readTyped, findReferences }
