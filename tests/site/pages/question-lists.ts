import { html, type Markup } from '../markup.ts'
import { listQuestions, longListQuestions, type SiteQuestion } from './questions.ts'
import { publicationOf } from './shell.ts'

function paragraphsOf({ number, question, answer }: SiteQuestion): Markup {
  return html`<p>${number}</p>
<p>${question}</p>
${answer.map((paragraph) => html`<p>${paragraph}</p>`)}`
}

function listPage(id: string, title: string, questions: readonly SiteQuestion[]): Markup {
  const meta = { 'DC.identifier': id, 'DC.title': title, 'OVERHEIDop.vergaderjaar': '2022-2023' }
  return publicationOf(
    title,
    meta,
    html`<h1>${title}</h1>
<p>Vastgesteld 23 mei 2023</p>
<p>De vaste commissie heeft een aantal vragen voorgelegd aan de minister. De vragen zijn op 23 mei 2023 beantwoord.</p>
<h2>Vragen en antwoorden</h2>
${questions.map(paragraphsOf)}`,
  )
}

/** A list of questions and answers whose only markup is a bare number above each question (DOMAIN §2). */
export function questionListPage(): Markup {
  return listPage('kst-36360-VIII-5', 'Jaarverslag OCW 2022; Lijst van vragen en antwoorden', listQuestions)
}

export function longQuestionListPage(): Markup {
  return listPage('kst-36360-XVI-9', 'Jaarverslag VWS 2022; Lijst van vragen en antwoorden', longListQuestions)
}
