/**
 * What nobody sees in or around words, as the inside of a `[...]`: what is left out of codes too (`unseen` in
 * `characters.ts`), and signs that turn the direction of writing and invisible operators. A passage is quoted and found
 * again without them, in a page (`utils/dom/page-text.ts`) as in a PDF (`utils/notes/passages/normal-text.ts`). A
 * module of its own: the script of passages needs nothing else of how codes are written.
 */
export const unseenInPassages = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
