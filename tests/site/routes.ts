import { passwordProtectedPdf } from '#tests/fixtures/pdf/variants.ts'
import { addresses, otherAddresses, questionListElsewhere } from './addresses.ts'
import { type Answer, empty, page, pdf, redirect, style, word } from './answers.ts'
import { answersPdf, hostilePdf, letterPdf, longPdf } from './answers-pdf.ts'
import { answersWord } from './answers-word.ts'
import { metadataAnswer, searchAnswer } from './koop/answer.ts'
import type { Markup } from './markup.ts'
import { openDataAnswer } from './odata/answer.ts'
import { detailPage, letterListPage, troubledFilesPage } from './pages/detail.ts'
import { framedPage, framesOfficialPage, framesPage } from './pages/frames.ts'
import { letterPage } from './pages/letter.ts'
import { newsPage, newsWithoutCodesPage } from './pages/news.ts'
import * as others from './pages/others.ts'
import { longQuestionListPage, questionListPage } from './pages/question-lists.ts'
import { writtenAnswerPage, writtenQuestionPage } from './pages/written-questions.ts'
import { siteStyle } from './style.ts'

const noNetwork = { 'content-security-policy': "default-src 'none'" }
/** Without this browsers keep no page in their back/forward cache: the stand-in wants all of them anew. */
const mayRest = { 'cache-control': 'no-cache' }

const pages: ReadonlyMap<string, () => Markup> = new Map([
  ['https://www.rijksoverheid.nl/', others.indexPage],
  [addresses.firstPage, letterPage],
  [addresses.detailPage, detailPage],
  [addresses.questionList, questionListPage],
  [questionListElsewhere, questionListPage],
  [addresses.longQuestionList, longQuestionListPage],
  [addresses.writtenQuestion, writtenQuestionPage],
  [addresses.writtenAnswer, writtenAnswerPage],
  [addresses.statute, others.statutePage],
  [addresses.openQuestions, others.openQuestionsPage],
  [addresses.withoutCodes, others.withoutCodesPage],
  [addresses.senate, others.senatePage],
  [addresses.linksOnly, letterListPage],
  [addresses.troubledFiles, troubledFilesPage],
  [addresses.frames, framesPage],
  [`${addresses.frames}/venster`, framedPage],
  [otherAddresses.news, newsPage],
  [otherAddresses.withoutCodes, newsWithoutCodesPage],
  [otherAddresses.framesOfficial, framesOfficialPage],
])

let hasFailed = false

const missingAddress = 'https://zoek.officielebekendmakingen.nl/Errors/404.htm'

/**
 * The file behind `downloads/document?id=`. Faults that the real sites show are asked for beside the id:
 * `slow=<milliseconds>`, `fault=cut-off` (the connection breaks halfway), `fault=foreign` (sent on to another host),
 * `fault=broken` (no PDF but by its first line), `fault=letter` (a PDF without questions), `fault=hostile` (one with
 * scripts and bad links), `fault=password` (a protected one), `fault=long` (one of 226 pages, which takes a while to
 * read), `fault=once` (an error the first time). `pause=<milliseconds>` after the first half, for a site that gives
 * parts by their bytes too.
 */
async function download(url: URL): Promise<Answer> {
  const fault = url.searchParams.get('fault')
  if (fault === 'foreign') return redirect('https://bestanden.voorbeeld.example/antwoorden.pdf')
  if (fault === null && url.searchParams.get('id') === '2023D21040') return word(await answersWord(), 'antwoord')
  if (fault === null && url.searchParams.get('id') !== '2023D20951') return page(others.missingPage())
  if (fault === 'broken') return pdf(new TextEncoder().encode('%PDF-1.7\nniets meer'), 'kapot')
  if (fault === 'once' && !hasFailed) {
    hasFailed = true
    return { status: 500, headers: {}, body: '' }
  }
  if (fault === 'password') return pdf(passwordProtectedPdf(), 'geheim')
  if (fault === 'long') return pdf(await longPdf(), 'alle-antwoorden')
  if (fault === 'hostile') return pdf(await hostilePdf(), 'koppelingen')
  const answer = pdf(fault === 'letter' ? await letterPdf() : await answersPdf(), 'antwoorden-jaarverslag')
  const cut = fault === 'cut-off' ? { cut: Math.floor(answer.body.length / 2) } : {}
  const pause = url.searchParams.get('pause')
  if (pause !== null)
    return { ...answer, headers: { ...answer.headers, 'accept-ranges': 'bytes' }, pause: Number(pause) }
  return { ...answer, ...cut, delay: Number(url.searchParams.get('slow') ?? 0) }
}

/** What each address of the stand-in gives. An id that it does not know gives a page, as the official sites do (DOMAIN §2). */
export async function answer(url: URL): Promise<Answer> {
  const known = pages.get(url.href)
  if (known) return page(known())
  if (url.href === addresses.strictPolicy) return page(others.strictPolicyPage(), { ...noNetwork, ...mayRest })
  if (url.pathname === '/assets/site.css') return style(siteStyle)
  if (url.pathname === '/favicon.ico') return empty
  if (url.host === 'www.tweedekamer.nl' && url.pathname === '/downloads/document') return download(url)
  if (url.host === 'gegevensmagazijn.tweedekamer.nl') return openDataAnswer(url)
  if (url.host === 'repository.overheid.nl' && url.pathname === '/sru') return searchAnswer(url)
  if (url.host === 'zoek.officielebekendmakingen.nl' && url.pathname.endsWith('/metadata.xml')) {
    return metadataAnswer(url, missingAddress)
  }
  if (url.href === missingAddress) return page(others.missingPage())
  if (url.host === 'zoek.officielebekendmakingen.nl') return redirect(missingAddress)
  return page(others.missingPage())
}
