/** In characters: no paper has a longer title. */
export const longestTitle = 2000

/** The title that a file states of itself; null for what a print driver fills in, a file's name, and for what is none by its length. */
export function statedTitle(stated: string): string | null {
  if (stated.length > longestTitle) return null
  const title = stated.replace(/\s+/g, ' ').trim()
  return title === '' || /^microsoft (?:word|powerpoint|excel) - |\.(?:docx?|pdf|xml|rtf|tmp)$/i.test(title)
    ? null
    : title
}

/** What official sites put behind the title of each of their pages. */
const siteName =
  /\s+\|\s+(?:Overheid\.nl|Open Overheid|Officiële bekendmakingen|Rijksoverheid|(?:Tweede|Eerste) Kamer)\b[^|]*$/u

/** The title of a page without the name of its site. */
export const withoutSiteName = (title: string): string => title.replace(siteName, '')

/** The words that papers are numbered with. */
const numberWords: ReadonlySet<string> = new Set(
  'aanhangsel van de der het tot bij handelingen kamerstuk kamerstukken staatsblad staatscourant stb stcrt tweede eerste verenigde vergadering kamer staten generaal vergaderjaar nr nrs nummer item stuk dossier ah tk ek kst kv h'.split(
    ' ',
  ),
)

/** Whether a title says what a paper is, and not only what it is numbered: «Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 2345», «36 360 VIII». */
export function saysSubject(title: string): boolean {
  const words = withoutSiteName(title).match(/\p{L}+/gu) ?? []
  return words.some((word) => word.length > 2 && !/^[IVXLC]+$/.test(word) && !numberWords.has(word.toLowerCase()))
}
