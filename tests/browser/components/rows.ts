import type { DocumentRow, JobRow, QuestionRow } from '#utils/database/schema.ts'

/** Rows in real shapes, with texts of these tests. */

export function documentRow(id: string, more: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id,
    kind: 'document',
    title: 'Antwoorden op feitelijke vragen over het jaarverslag 2022',
    aliases: [id],
    date: '2023-05-23',
    links: [],
    provenance: [],
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: '2023-05-23T09:00:00.000Z',
    ...more,
  }
}

export function questionRow(list: string, order: number, more: Partial<QuestionRow> = {}): QuestionRow {
  return {
    list,
    order,
    number: `${order + 1}`,
    code: null,
    page: null,
    ownPage: 1 + Math.floor(order / 4),
    question: `Hoeveel scholen hebben in ${2000 + order} een verzoek ingediend, en wat is er met die verzoeken gedaan?`,
    answer: `Er zijn ${order * 7 + 3} verzoeken ingediend.\n\nDe meeste zijn toegekend.`,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
    complete: true,
    doubts: [],
    ...more,
  }
}

export function jobRow(more: Partial<JobRow> = {}): JobRow {
  return {
    id: 'job-1',
    source: {
      type: 'page',
      url: 'https://www.rijksoverheid.nl/documenten/1',
      title: 'Beantwoording vragen jaarverslag',
    },
    state: 'running',
    progress: { phase: 'reading', done: 12, total: 68, questions: 34 },
    attempts: 1,
    createdAt: '2023-05-23T09:00:00.000Z',
    updatedAt: '2023-05-23T09:00:00.000Z',
    ...more,
  }
}
