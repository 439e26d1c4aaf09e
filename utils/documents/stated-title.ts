/** The title that a file states of itself; null for what a print driver fills in, a file's name. */
export function statedTitle(stated: string): string | null {
  const title = stated.replace(/\s+/g, ' ').trim()
  return title === '' || /^microsoft (?:word|powerpoint|excel) - |\.(?:docx?|pdf|xml|rtf|tmp)$/i.test(title)
    ? null
    : title
}
