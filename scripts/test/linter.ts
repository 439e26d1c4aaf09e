import { packageFolders } from '../packages.ts'
import { runTool } from '../programs.ts'
import { type AllowedFinding, allowedFindings } from './linter-allowed.ts'
import { faultsFound, oneCheck, type StageResult } from './stage.ts'

interface Finding {
  readonly code: string
  readonly message: string
  readonly file?: string
  readonly line?: number
}

interface Findings {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

function isOf(allowed: AllowedFinding, { code, message, file = '' }: Finding): boolean {
  return allowed.code === code && allowed.message === message && allowed.file.test(file)
}

/** Reviewed findings that are found more or less often than when they were reviewed. */
function changedFindings(warnings: readonly Finding[]): string[] {
  return allowedFindings.flatMap((allowed) => {
    const found = warnings.filter((warning) => isOf(allowed, warning)).length
    const { code, file, count } = allowed
    return found === count
      ? []
      : [`linter-allowed.ts says ${count} × ${code} in ${file}, found are ${found}: review them.`]
  })
}

/** What the add-on store's linter says of the Firefox package: no error, and no warning that was not reviewed. */
export async function lintPackage(): Promise<StageResult> {
  const args = ['lint', '--source-dir', packageFolders.firefox, '--output', 'json']
  const { output } = await runTool('web-ext/bin/web-ext.js', args)
  const start = output.indexOf('{')
  if (start < 0) return oneCheck(false, output)
  const { errors, warnings } = JSON.parse(output.slice(start)) as Findings
  const fresh = warnings.filter((warning) => !allowedFindings.some((allowed) => isOf(allowed, warning)))
  const told = [...errors, ...fresh].map(
    ({ code, message, file = '', line = 0 }) => `${code} ${file}:${line} ${message}`,
  )
  return faultsFound([...told, ...changedFindings(warnings)])
}
