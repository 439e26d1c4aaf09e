/**
 * Titles of chapters between an answer and the next question in a text without lines: «… van artikel 32. Jeugdrecht 3 Waarom …». Only where
 * lines may begin is told here; what stands there is a title where there are several (`parse/chapter-titles.ts`).
 */

/** Behind a sentence's end: no sentence, for it has no end of its own. */
const title = String.raw`(?<=[.!][»”"’')\]]{0,2}\s{1,4})\p{Lu}[^.?!:;,•\d]{2,80}`
/** Words at whose end a number that follows belongs to them. */
export const numbered =
  /(?:artikel(?:en)?|hoofdstuk(?:ken)?|paragraaf|onderdeel|bijlagen?|tabel|figuur|grafiek|nummer|vra(?:ag|gen)|antwoord(?:en)?|kamerstuk(?:ken)?|aanbeveling(?:en)?|conclusie|motie|pagina|richtlijn|verordening|protocol|scenario|variant|categorie|niveau|kwartaal)$|(?:^|\s)(?:li?d|leden|nr|blz|fase|stap|punt|optie|groep|klasse|week|dag|jaar|de|het|een|in|op|van|en|of|circa|ruim|met|tot|voor|bij|om|per|dan|als|is|zijn|was|na|door|over|uit|aan|nog|sinds)$/iu
const beforeNumber = new RegExp(String.raw`(${title}?)\s{1,4}\d{1,3}[.)]?(?=\s{1,4}[\p{Lu}«"“‘„(€])`, 'gu')
const beforeHeading = new RegExp(String.raw`${title}\s{1,4}$`, 'u')
const longestTitle = 100
const mostWords = 9

/** «Artikel 31. Nationale Politie»: that stop ends no sentence. */
const behindNumber =
  /(?:(?:Beleidsa|A)rtikel|Hoofdstuk|Paragraaf|Onderdeel|Thema|\b(?:nrs?|blz|art|dhr|mw|mr|dr|ir|drs|prof|[A-Z]))(?:\s[\dIVX]{1,5})?\.\s{1,4}$/
const longestBefore = 24

const isTitle = (words: string, text: string, at: number) =>
  words.split(/\s+/).length <= mostWords &&
  !numbered.test(words) &&
  !behindNumber.test(text.slice(Math.max(0, at - longestBefore), at))

/** Offsets of such titles before a number, and of that number. */
export function titlesBeforeNumbers(text: string): readonly { readonly at: number; readonly number: number }[] {
  const found: { at: number; number: number }[] = []
  for (const { 0: whole, 1: words = '', index } of text.matchAll(beforeNumber)) {
    if (isTitle(words, text, index)) found.push({ at: index, number: index + whole.search(/\d/) })
  }
  return found
}

/** Offset of such a title before the heading of a question at `at`, or -1. */
export function titleBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - longestTitle), at)
  const match = beforeHeading.exec(before)
  const from = at - before.length + (match?.index ?? 0)
  return match && isTitle(match[0].trim(), text, from) ? from : -1
}
