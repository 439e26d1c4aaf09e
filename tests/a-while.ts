/**
 * Lets some milliseconds pass, to see that nothing comes in them; without a number, what is ready goes on first. What does come is
 * waited for itself (`soon`, `vi.waitFor`, `expect.poll`; end to end `until`).
 */
export const aWhile = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
