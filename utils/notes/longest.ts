/** Characters that a note may have: about 700 printed pages. What is longer is refused, not cut. */
export const longestNote = 2_000_000
