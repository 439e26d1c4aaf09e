/** Characters of a chapter's name. */
export const longestTitle = 100

const title = /^[\p{Lu}\d].*[^.?!:;,»”]$/u

/** Whether a line may be the name of a chapter: short, and with nothing at its end that a title has not. */
export const mayBeTitle = (text: string): boolean => text.length <= longestTitle && title.test(text)
