/** How long the background may take, in milliseconds: it may have to start first. */
const longest = 6000

/** The answer, or a rejection when it takes too long. */
export function withPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), longest)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
