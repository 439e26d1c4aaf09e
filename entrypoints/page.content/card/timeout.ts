/** How long the background may take, in milliseconds: it may have to start first. */
const timeout = 6_000

/** The answer, or a rejection when it takes too long. */
export function withTimeout<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), timeout)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
