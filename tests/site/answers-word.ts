import type { Paper } from '#tests/fixtures/documents/paper.ts'
import { docxPrints } from '#tests/fixtures/documents/prints/docx.ts'
import { writtenQuestions } from './pages/written-questions.ts'

/** What the stand-in's pages say of the written questions and their answer. */
const paper: Paper = {
  name: 'stages',
  subject: 'gelijke kansen bij het zoeken van een stage',
  askedBy: [{ name: 'Van Zuilen', party: 'LKP' }],
  answeredBy: { name: 'Van der Laken', function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' },
  askedOn: '2023-05-03',
  answeredOn: '2023-05-22',
  zaak: '2023Z08012',
  aanhangsel: '2345',
  session: '2022-2023',
  dossier: '36360-VIII',
  notes: [],
  entries: writtenQuestions.map(({ number, question, answer }) => ({
    asked: [{ number, text: question, code: '', page: '' }],
    answer: answer.map((text) => ({ kind: 'paragraph', text })),
    pointsTo: null,
  })),
}

/** The answer as the Tweede Kamer has it before it is published: a Word file. */
export async function answersWord(): Promise<Uint8Array> {
  const written = await docxPrints[0]?.print(paper)
  if (!(written instanceof Uint8Array)) throw new Error('no Word file was made')
  return written
}
