import { withTimeout } from '#utils/browser/with-timeout.ts'

/** How long the background may take, in milliseconds: it may have to start first. */
const timeout = 6_000

/** The answer, or a rejection when it takes too long. */
export const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  withTimeout(answer, timeout, () => {
    throw new Error('no answer')
  })
