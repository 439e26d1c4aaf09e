import { aWhile } from '#tests/a-while.ts'

/** The first wait between two looks, and the longest: each look takes work from what is being waited for. */
const waits = { first: 40, longest: 250 }
/**
 * Part of the time after which one answer is waited for no more: of a page that goes over into another the protocol may
 * give none.
 */
const answerPart = 2 / 3
/** Milliseconds in which even a machine that does ten other things shows what one press brings about. */
const usualLimit = 25_000
const noAnswer = Symbol('no answer')

/**
 * Reads again and again until what was read is good, and gives it. What a browser shows comes a moment later, and
 * waiting a fixed time is either too short or too long.
 *
 * @param what is being waited for, for the error
 * @param limit in milliseconds
 * @throws Error that says what was read last
 */
export async function until<Value>(
  what: string,
  read: () => Promise<Value>,
  good: (value: Value) => boolean,
  limit = usualLimit,
): Promise<Value> {
  const end = Date.now() + limit
  let last = 'nothing could be read'
  let wait = waits.first
  do {
    try {
      const value = await inTime(read(), limit * answerPart)
      if (value === noAnswer) last = 'no answer came'
      else if (good(value)) return value
      else last = JSON.stringify(value) ?? String(value)
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await aWhile(wait)
    wait = Math.min(wait * 1.2, waits.longest)
  } while (Date.now() < end)
  throw new Error(`${what}: not within ${limit / 1000} s; last seen: ${ends(last)}`)
}

/** Of a text that is too long to be read its beginning and its end. */
const ends = (text: string): string => (text.length <= 900 ? text : `${text.slice(0, 300)} … ${text.slice(-600)}`)

/** What is read, or that it was not in time. */
async function inTime<Value>(reading: Promise<Value>, milliseconds: number): Promise<Value | typeof noAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof noAnswer>((resolve) => {
    timer = setTimeout(() => resolve(noAnswer), milliseconds)
  })
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}
