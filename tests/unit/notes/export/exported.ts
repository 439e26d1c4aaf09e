import type { ExportedNote, ExportWords } from '#utils/notes/export/exported-note.ts'
import { documentRow } from '../../database/rows.ts'

/** Notes on one document, with only what a test is about to say. */

export const words: ExportWords = {
  question: (number) => `Vraag ${number}`,
  answer: 'Antwoord',
  notes: 'Notities',
  colours: { yellow: 'Geel', green: 'Groen', blue: 'Blauw', pink: 'Roze', purple: 'Paars' },
  columns: {
    code: 'Code',
    citation: 'Verwijzing',
    title: 'Titel',
    number: 'Vraagnummer',
    question: 'Vraag',
    answer: 'Antwoord',
    passage: 'Passage',
    note: 'Notitie',
    tags: 'Labels',
    colour: 'Kleur',
    created: 'Gemaakt',
    changed: 'Gewijzigd',
    url: 'Adres',
    id: 'Id',
  },
}

export const document = documentRow('2023D20951', {
  title: 'Jaarverslag OCW: "2022" / deel 1',
  aliases: ['2023D20951', 'kst-36360-VIII-5', 'file:ab'],
  date: '2023-05-23',
  dossier: '36360-VIII',
})

export function exported(id: string, over: Partial<ExportedNote> & { readonly body?: string } = {}): ExportedNote {
  const { body = 'Terugvragen.', ...rest } = over
  return {
    note: {
      id,
      target: '2023D20951',
      type: 'document',
      body,
      version: 1,
      places: [],
      createdAt: `2026-11-2${id.length}T10:00:00.000Z`,
      updatedAt: '2026-11-25T10:00:00.000Z',
    },
    tags: ['stage', 'gelijke kansen'],
    document,
    question: null,
    id: '2023D20951',
    label: 'Kamerstukken II 2022/23, 36 360 VIII, nr. 5',
    citation: 'Kamerstukken II 2022/23, 36 360 VIII, nr. 5',
    title: document.title,
    urls: ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'],
    quote: null,
    ...rest,
  }
}
