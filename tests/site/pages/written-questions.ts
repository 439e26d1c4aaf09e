import { html, type Markup } from '../markup.ts'
import type { SiteQuestion } from './questions.ts'
import { publicationOf } from './shell.ts'

/** The written question 2023Z08012 and its answer. */
export const writtenQuestions: readonly SiteQuestion[] = [
  {
    number: '1',
    question: 'Kent u de berichten over studenten die door hun achternaam moeilijker een stage vinden?',
    answer: ['Ja, die berichten ken ik.'],
  },
  {
    number: '2',
    question: 'Hoeveel meldingen hierover zijn er in het afgelopen studiejaar bij opleidingen binnengekomen?',
    answer: [
      'Opleidingen meldden 214 gevallen. Niet iedere student doet een melding, dus het werkelijke aantal ligt hoger.',
      'Daarom laat ik dit najaar een onderzoek onder studenten doen.',
    ],
  },
  {
    number: '3',
    question: 'Welke maatregelen neemt u om de drempel voor het doen van een melding te verlagen?',
    answer: ['Er komt één meldpunt waar studenten zonder hun naam te noemen terechtkunnen.'],
  },
]

const subject = 'gelijke kansen bij het zoeken van een stage'

/** kv-tk-2023Z08012: `div.vraag > h2.stuktitel`, a note whose mark is glued to the word before it. */
export function writtenQuestionPage(): Markup {
  return publicationOf(
    `Vragen over ${subject}`,
    { 'DC.identifier': 'kv-tk-2023Z08012', 'OVERHEIDop.vraagnummer': '2023Z08012' },
    html`<h1 class="kamervraagnummer">2023Z08012</h1>
<p class="omschrijving">Vragen van het lid Van Zuilen aan de minister van Onderwijs, Cultuur en Wetenschap over ${subject} (ingezonden 3 mei 2023).</p>
${writtenQuestions.map(
  ({ number, question }) => html`<div class="vraag"><h2 class="stuktitel no-toc">Vraag ${number}</h2>
<p>${question}</p></div>`,
)}
<div id="noten"><hr><div class="voet noot" id="supernote-note-ID-2023Z08012-d37e57"><sup><span class="nootnum">1</span></sup>
<p>Studentenblad De Gang, 28 april 2023.</p></div></div>`,
  )
}

/** ah-tk-20222023-2345: answers under headings of their own; the meta data name the question. */
export function writtenAnswerPage(): Markup {
  const meta = {
    'DC.identifier': 'ah-tk-20222023-2345',
    'OVERHEIDop.aanhangsel': '2345',
    'OVERHEIDop.vraagnummer': '2023Z08012',
  }
  return publicationOf(
    `Antwoord op vragen over ${subject}`,
    meta,
    html`<h1>Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 2345</h1>
<p>Vragen van het lid Van Zuilen over ${subject} (2023Z08012), met het antwoord van minister Van der Laken (ontvangen 22 mei 2023).</p>
${writtenQuestions.map(
  ({ number, question, answer }) => html`<div class="vraag"><h2 class="stuktitel no-toc">Vraag ${number}</h2>
<p>${question}</p></div>
<div class="antwoord"><h2 class="stuktitel no-toc">Antwoord ${number}</h2>
${answer.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`,
)}`,
  )
}
