import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeStartedProfile } from '../../tests/e2e/started-profile.ts'
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
  const first = await run(project, environment, shard === undefined ? [] : [`--shard=${shard}`], shard ?? '')
  if (first.report === null) return oneCheck(false, first.output)
  const { failed, failedFiles, faults, elsewhere, unhandled } = first.report
  // A browser may be late on a busy machine, and the tests of an end-to-end file build on each other, in one browser:
  // of one that failed the whole file is tried again. An error that belongs to no test stays one.
  const isWorthIt =
    !project.startsWith('unit') && unhandled === 0 && failedFiles.length > 0 && failedFiles.length <= mostTriedAgain
  if (failed === 0 || !isWorthIt) return { ...first.report, output: first.output }
  const second = await run(project, environment, failedFiles, `${shard ?? ''}-again`)
  if (second.report === null) return { ...first.report, output: first.output }
  const { passed, skipped, retried } = second.report
  return {
    passed: elsewhere.passed + passed,
    failed: second.report.failed,
    skipped: [...elsewhere.skipped, ...skipped],
    retried: [...elsewhere.retried, ...retried, ...faults],
    output: `${first.output}\n${second.output}`,
  }
}

/** More files than this that failed are no accident. */
const mostTriedAgain = 3

async function run(project: string, environment: Environment, args: readonly string[], name: string) {
  const named = [project.replace('*', ''), name.replace('/', '-of-')].filter(Boolean).join('-')
  const file = join(root, '.output', 'test', `${named}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=./scripts/test/reporter.ts']
  // A third page in the browser costs more than it gains; the unit tests work, where Vitest itself would leave one core to others.
  const workers = { browser: ['--maxWorkers=2'], 'unit*': ['--maxWorkers=2'] }[project] ?? []
  const options = { environment: { ...environment, KAMERLENS_REPORT: file }, limit: 25 * minutes }
  const all = ['run', '--project', project, ...reporters, ...workers, ...args]
  const { code, output } = await runTool('vitest/vitest.mjs', all, options)
  const report = readReport(file)
  // Where Vitest itself is not content, something failed, even if no test did.
  const failed = report === null || code === 0 ? report?.failed : Math.max(report.failed, 1)
  return { report: report === null ? null : { ...report, failed: failed ?? 0 }, output }
}

/**
 * The same in a browser: its program is found first, and named to the tests. A browser that cannot be had is a failure
 * with its sentence, never a silent skip.
 */
export async function runTestsIn(family: 'chromium' | 'firefox', project: string, shard?: Shard): Promise<StageResult> {
  const variable = family === 'firefox' ? 'KAMERLENS_FIREFOX' : 'KAMERLENS_CHROMIUM'
  try {
    const { path } = await findBrowser(family, console.log)
    const environment = { [variable]: path, ...(project === 'e2e-firefox' ? await startedOnce(path) : {}) }
    return await runTests(project, environment, shard)
  } catch (error) {
    return oneCheck(false, error instanceof Error ? error.message : String(error))
  }
}

let started: Promise<string> | undefined

/**
 * The profile that the worlds of all parts begin with. Of Chromium, whose first start costs what each other does, there
 * is none.
 */
async function startedOnce(path: string): Promise<Environment> {
  started ??= makeStartedProfile(path).catch((error: unknown) => {
    // The next part tries it again.
    started = undefined
    throw error
  })
  return { KAMERLENS_STARTED_PROFILE: await started }
}
