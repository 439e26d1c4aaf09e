/** Words that stand in nearly every text. A query that has others too is not made stricter by them. */
const commonWords: ReadonlySet<string> = new Set(
  (
    'aan al als bij daar dan dat de deze die dit door dus een en er ge geen had heb hebben heeft het hier hij hoe ' +
    'ik in is je kan kunnen kunt maar me met mijn naar niet nog nr nrs nu of om ook op over te tot u uit uw van voor was ' +
    'wat we wel welk welke werd wie wij wordt worden zal ze zich zij zijn zo zou the of and to in'
  ).split(' '),
)

export const isCommon = (word: string): boolean => commonWords.has(word)
