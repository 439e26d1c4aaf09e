interface TraceEvent {
  readonly name: string
  readonly ph: string
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

/**
 * Layouts that ran inside a call of a script of this name: the browser was asked for a place before its own time had come.
 *
 * @param trace Chromium's trace, JSON
 */
export function layoutsInScripts(trace: string, script: string): number {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] }
  const calls = traceEvents.filter(
    ({ name, ph, args }) => name === 'FunctionCall' && ph === 'X' && args?.data?.url?.endsWith(script) === true,
  )
  if (calls.length === 0) throw new Error(`The trace holds no call of ${script}`)
  const layouts = traceEvents.filter(({ name }) => name === 'Layout')
  return layouts.filter((layout) =>
    calls.some(
      (call) =>
        call.pid === layout.pid &&
        call.tid === layout.tid &&
        layout.ts >= call.ts &&
        layout.ts < call.ts + (call.dur ?? 0),
    ),
  ).length
}
