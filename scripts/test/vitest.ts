import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../browsers.ts'
import { root, runTool } from '../programs.ts'
import type { Report } from './reporter.ts'
import { oneCheck, type StageResult } from './stage.ts'

const minutes = 60_000

type Environment = Readonly<Record<string, string>>

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}

/** One of the parts that a project's files are divided into: `1/2`. */
type Shard = `${number}/${number}`

/** Runs one project of vitest.config.ts, or a part of its files, and counts its tests. */
export async function runTests(project: string, environment: Environment = {}, shard?: Shard): Promise<StageResult> {
  const report = join(
    root,
    '.output',
    'test',
    `${[project, shard?.replace('/', '-of-')].filter(Boolean).join('-')}.json`,
  )
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=./scripts/test/reporter.ts']
  // Pages in a browser wait most of the time; the unit tests work, where Vitest itself would leave one core to others.
  const workers = { browser: ['--maxWorkers=3'], unit: ['--maxWorkers=2'] }[project] ?? []
  const args = ['run', '--project', project, ...reporters, ...workers]
  if (shard !== undefined) args.push(`--shard=${shard}`)
  const options = { environment: { ...environment, KAMERLENS_REPORT: report }, limit: 8 * minutes }
  const { code, output } = await runTool('vitest/vitest.mjs', args, options)
  const counted = readReport(report)
  if (!counted) return oneCheck(false, output)
  // Where Vitest itself is not content, something failed, even if no test did.
  return { ...counted, failed: code === 0 ? counted.failed : Math.max(counted.failed, 1), output }
}

/**
 * The same in a browser: its program is found first, and named to the tests. A browser that cannot be had is a failure
 * with its sentence, never a silent skip.
 */
export async function runTestsIn(family: 'chromium' | 'firefox', project: string, shard?: Shard): Promise<StageResult> {
  const variable = family === 'firefox' ? 'KAMERLENS_FIREFOX' : 'KAMERLENS_CHROMIUM'
  try {
    const { path } = await findBrowser(family, console.log)
    return await runTests(project, { [variable]: path }, shard)
  } catch (error) {
    return oneCheck(false, error instanceof Error ? error.message : String(error))
  }
}
