export interface Gathering {
  /** Joins those that are asked for next. Resolves when they were answered. */
  join(id: string): Promise<void>
  /** Is not to be asked for next any more. */
  leave(id: string): void
  /** Nothing that was gathered is. */
  clear(): void
}

/**
 * Gathers what is asked for within a while, so that much that comes together becomes one request.
 *
 * @param ask asks for what was gathered; resolves when all of it was answered
 * @param later runs a task at the end of the while
 */
export function createGathering(
  ask: (ids: readonly string[]) => Promise<void>,
  later: (task: () => void) => unknown,
): Gathering {
  let gathered: { readonly ids: Set<string>; readonly ended: Promise<void> } | null = null

  function begin() {
    const ids = new Set<string>()
    const ended = new Promise<void>((resolve) => {
      later(() => {
        gathered = null
        ask([...ids]).then(resolve)
      })
    })
    return { ids, ended }
  }

  return {
    join(id) {
      gathered ??= begin()
      gathered.ids.add(id)
      return gathered.ended
    },
    leave(id) {
      gathered?.ids.delete(id)
    },
    clear() {
      gathered?.ids.clear()
    },
  }
}
