import { keptIn } from '#components/kept-store.ts'
import type { Actions, Services } from '#components/services.ts'
import type { Result, StoreError } from '#utils/browser/protocol.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes.ts'
import { type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import { documentRow, jobRow, questionRow } from './rows.ts'

/** The screens' services on a real database of their own; the background's part is done in place. */
export interface World extends Services {
  readonly db: KamerlensDatabase
  /** Makes the next saves fail with this; null to let them through again. */
  failWith(error: StoreError | null): void
  /** Holds answers of saves back until the returned function is called. */
  hold(): () => void
  readonly copied: string[]
  readonly addresses: string[]
  close(): Promise<void>
}

let opened = 0

export function openWorld(name = `components-${Date.now()}-${opened++}`): World {
  const db = openDatabase({ name })
  let failure: StoreError | null = null
  let gate: Promise<void> = Promise.resolve()
  const copied: string[] = []
  const addresses: string[] = []
  const result = async <Value>(run: () => Promise<Value>): Promise<Result<Value>> => {
    await gate
    if (failure !== null) return { ok: false, error: failure }
    try {
      return { ok: true, value: await run() }
    } catch (error) {
      return { ok: false, error: storeErrorOf(error) }
    }
  }
  const actions: Actions = {
    saveNote: (save) => result(() => saveNote(db, save, new Date())),
    deleteNote: (id) => result(() => deleteNote(db, id, new Date())),
    restoreNote: (id) => result(() => restoreNote(db, id, new Date())),
    deleteDocument: (id) => result(() => deleteDocument(db, id, new Date())),
    restoreDocument: (id) => result(() => restoreDocument(db, id, new Date())),
    async readAddress(url, title) {
      addresses.push(url)
      const job = jobRow({ source: { type: 'url', url, title } })
      await db.jobs.put(job)
      return { ok: true, value: job }
    },
    async cancelReading(id) {
      await db.jobs.update(id, { state: 'cancelled' })
      return { ok: true, value: jobRow({ id, state: 'cancelled' }) }
    },
    async copy(text) {
      copied.push(text)
      return true
    },
  }
  return {
    kept: keptIn(db),
    actions,
    codes: { readCode, codeOf, findReferences },
    db,
    failWith(error) {
      failure = error
    },
    hold() {
      let release = () => {}
      gate = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    copied,
    addresses,
    async close() {
      db.close()
      await db.delete()
    },
  }
}

/** A ministry's table of answers, in the shape that DOMAIN §0 describes, with the texts of this test. */
export async function keepAnswers(db: KamerlensDatabase, count = 12): Promise<DocumentRow> {
  const list = documentRow('2023D20951', {
    kind: 'document',
    aliases: ['2023D20951', 'kst-36360-VIII-5'],
    pages: 68,
    links: [
      { rel: 'page', url: 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D20951' },
      { rel: 'publication', url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html' },
      { rel: 'file', url: 'https://www.tweedekamer.nl/downloads/document?id=2023D20951' },
    ],
  })
  const rows = Array.from({ length: count }, (_, order) => questionRow(list.id, order))
  const special: readonly Partial<QuestionRow>[] = [
    {
      number: '1',
      code: '2023D19158',
      page: '216',
      question: 'Kunt u een stand van zaken geven van het onderzoek naar stagevergoedingen? Wanneer is het klaar?',
      answer:
        'Het onderzoek loopt sinds maart. Over de opzet is de Kamer geïnformeerd (Kamerstuk 29 338, nr. 258).\n\nZie ook het antwoord op vraag 4. De uitkomsten komen in het najaar, zie 2023D19163.',
      footnotes: [{ mark: '90', text: 'Onderzoeksbureau (2021), Onderzoek naar stagevergoedingen in het mbo' }],
    },
    {
      number: '2',
      code: '2023D19159',
      page: '216',
      complete: false,
      doubts: ['cut-off'],
      answer: 'De uitval komt door de',
    },
    { number: '3', answer: '', pointsTo: '4' },
    { number: '4', code: '2023D19161' },
    { number: '5', answer: 'Nee.', answeredWith: ['5', '6'] },
    { number: '6', answer: '', answeredWith: ['5', '6'] },
    { number: '7', answer: '' },
    { number: '9', doubts: ['number-gap', 'doubtful-split'] },
  ]
  const questions = rows.map((row, order) => ({ ...row, ...special[order] }))
  await db.documents.put(list)
  await db.questions.bulkPut(questions)
  return list
}
