import { type Outcome, runTool } from '../programs.ts'
import { oneCheck, type StageResult } from './stage.ts'

type Command = () => Promise<Outcome>

/** Runs all commands, also after one has failed, so that one run shows every fault. */
async function checkAll(commands: readonly Command[]): Promise<StageResult> {
  const outcomes: Outcome[] = []
  for (const command of commands) outcomes.push(await command())
  const bad = outcomes.filter(({ code }) => code !== 0)
  return oneCheck(bad.length === 0, bad.map(({ output }) => output).join('\n'))
}

const typescript = (project: string) => () => runTool('typescript/bin/tsc', ['-p', project])

export function checkTypes(): Promise<StageResult> {
  // The types of the extension's API and paths are made by wxt; a fresh clone does not have them.
  const prepare = () => runTool('wxt/bin/wxt.mjs', ['prepare'])
  return checkAll([prepare, typescript('tsconfig.json'), typescript('tsconfig.pure.json')])
}

/** Lint and format (biome.json). */
export function checkStyle(): Promise<StageResult> {
  return checkAll([() => runTool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])])
}

/** Files, exports and packages that nothing uses. */
export function checkUnused(): Promise<StageResult> {
  return checkAll([() => runTool('knip/bin/knip.js', ['--no-progress'])])
}

/** The limits are in package.json. */
export function checkSizes(): Promise<StageResult> {
  return checkAll([() => runTool('size-limit/bin.js', [])])
}
