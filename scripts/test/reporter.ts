import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import type { Skip } from './stage.ts'

/** What a run of Vitest came to, as the stage reads it from the file that KAMERLENS_REPORT names. */
export interface Report {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skip[]
  /** Tests that held only at the second try, and what was wrong at the first. */
  readonly retried: readonly string[]
  /** Errors that belong to no test. */
  readonly unhandled: number
  /** Files in which something failed, by their paths. */
  readonly failedFiles: readonly string[]
  /** The first thing that failed in each of them. */
  readonly faults: readonly string[]
  /** The same of all other files. */
  readonly elsewhere: Pick<Report, 'passed' | 'skipped' | 'retried'>
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  if (result.state === 'skipped' && result.note) return result.note
  const needsCorpus = /corpus/i.test(`${test.fullName} ${test.module.relativeModuleId}`)
  return needsCorpus && !process.env.KAMERLENS_CORPUS ? 'KAMERLENS_CORPUS names no folder' : 'the test gives no reason'
}

/**
 * Counts tests for `npm test`. Vitest's own JSON has no reason for a skipped test, and a file that breaks before its
 * first test counts there as no failed test.
 */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = testsOf(modules)
    const broken = modules.filter((module) => module.errors().length > 0).length
    const failing = modules.filter((module) => module.errors().length > 0 || failedIn(testsOf([module])) > 0)
    const report: Report = {
      ...countsOf(tests),
      failed: failedIn(tests) + broken + unhandled.length,
      unhandled: unhandled.length,
      failedFiles: failing.map((module) => module.relativeModuleId),
      faults: failing.map((module) => `${module.relativeModuleId} (${firstFault(module)})`),
      elsewhere: countsOf(testsOf(modules.filter((module) => !failing.includes(module)))),
    }
    const file = process.env.KAMERLENS_REPORT
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(report))
  }
}

const testsOf = (modules: readonly TestModule[]): readonly TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests()])

const inState = (tests: readonly TestCase[], ...states: readonly string[]): readonly TestCase[] =>
  tests.filter((test) => states.includes(test.result().state))

/** A test that is still pending at the end was cut off. */
const failedIn = (tests: readonly TestCase[]): number => inState(tests, 'failed', 'pending').length

const lineOf = ([error]: readonly SerializedError[] = []): string =>
  (error?.message ?? '').replace(/\s+/g, ' ').slice(0, longestFault)

/** Characters of an error that the closing lines have room for. */
const longestFault = 400

function firstFault(module: TestModule): string {
  const [test] = inState(testsOf([module]), 'failed', 'pending')
  return module.errors().length > 0 ? lineOf(module.errors()) : `${test?.fullName}: ${lineOf(test?.result().errors)}`
}

function countsOf(tests: readonly TestCase[]): Pick<Report, 'passed' | 'skipped' | 'retried'> {
  const passed = inState(tests, 'passed')
  return {
    passed: passed.length,
    retried: passed
      .filter((test) => test.diagnostic()?.flaky)
      .map((test) => `${test.fullName} (${test.project.name}: ${lineOf(test.result().errors)})`),
    skipped: inState(tests, 'skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test) })),
  }
}
