/** Milliseconds after which it is said that something takes long: an official service mostly answers within one or two seconds. */
export const slowAfter = 5_000
