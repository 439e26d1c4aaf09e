/**
 * Scores are told in steps of this. So what is added up in single precision is exact (as far as some forty words go),
 * and equals are equal in whichever order they are added: this differs by segment and by what is remembered.
 */
export const scoreStep = 2 ** -14

/**
 * What one word scores.
 *
 * @param fit how well it fits (`fitScore`).
 * @param worth of the word.
 * @param share of it, for a longer one
 */
export const scoreOf = (fit: number, worth: number, share: number): number =>
  Math.round((fit * worth * share) / scoreStep) * scoreStep
