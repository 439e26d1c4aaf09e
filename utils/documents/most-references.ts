/** Papers that one record is told to name: no question and answer has a hundredth of it. The rest stays in its text alone. */
export const mostReferences = 10_000
