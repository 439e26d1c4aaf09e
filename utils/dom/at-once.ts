/** Does a work of many steps without a pause, for who needs its answer now. */
export function atOnce<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
