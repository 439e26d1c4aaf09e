import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import type { Skip } from './stage.ts'

/** What a run of Vitest came to, as the stage reads it from the file that KAMERLENS_REPORT names. */
export interface Report {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skip[]
  /** Tests that held only at the second try. */
  readonly retried: readonly string[]
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
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (...states: string[]) => tests.filter((test) => states.includes(test.result().state))
    const broken = modules.filter((module) => module.errors().length > 0).length
    const report: Report = {
      passed: inState('passed').length,
      // A test that is still pending at the end was cut off.
      failed: inState('failed', 'pending').length + broken + unhandled.length,
      retried: inState('passed')
        .filter((test) => test.diagnostic()?.flaky)
        .map((test) => test.fullName),
      skipped: inState('skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test) })),
    }
    const file = process.env.KAMERLENS_REPORT
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(report))
  }
}
