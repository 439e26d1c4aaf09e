/**
 * What the work gives; once it took longer, what `late` gives or throws. The work itself goes on, its later end goes unheard.
 *
 * @param milliseconds how long it may take
 */
export async function withTimeout<Value, Otherwise = never>(
  work: Value | Promise<Value>,
  milliseconds: number,
  late: () => Otherwise,
): Promise<Awaited<Value> | Awaited<Otherwise>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  try {
    return await Promise.race([work, over.then(late)])
  } finally {
    clearTimeout(timer)
  }
}
