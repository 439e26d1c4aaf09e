import { signal } from '@preact/signals'
import { filesOfDocument } from '#components/papers/source-place.ts'
import type { Actions } from '#components/store/actions.ts'
import { bringStoreParts } from '#components/store/bring-store-parts.ts'
import type { Kept } from '#components/store/kept.ts'
import { keptIn } from '#components/store/kept-store.ts'
import type { LookUps, OpenReader, Services } from '#components/store/services.ts'
import { followPreliminary } from '#utils/browser/channels/preliminary.ts'
import type { LookUpMany, LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { makeDue } from '#utils/database/following/watch-checks.ts'
import { follow, markSeen, refollow, unfollow } from '#utils/database/following/watches.ts'
import { forgetRecovered } from '#utils/database/journal/recover.ts'
import { changeTagsOfAll, removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import {
  failedRow,
  foundRow,
  isFresh,
  keepFailure,
  keepNotFound,
  notFoundRow,
  unknown,
  unwant,
  want,
} from '#utils/database/official/lookups.ts'
import { type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import type { Rest } from '#utils/documents/types.ts'
import { codeOf } from '#utils/references/code.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { documentRow, jobRow, questionRow } from './rows.ts'

bringStoreParts()

/** The screens' services on a real database of their own; the background's part is done in place. */
export interface World extends Services {
  readonly db: KamerlensDatabase
  /** Makes the next saves fail with this; null to let them through again. */
  failWith(error: StoreError | null): void
  /** Holds answers of saves back until the returned function is called. */
  hold(): () => void
  readonly copied: string[]
  readonly addresses: string[]
  /** What was to be opened in the reader. */
  readonly opened: OpenReader[]
  /** When all that is followed was to be checked. */
  readonly checks: string[]
  /** Whether the browser may show notifications, and whether the user would let it. */
  readonly notifications: { allowed: boolean; willAllow: boolean }
  /** Names of files whose bytes are at hand. */
  readonly files: Set<string>
  /** What the official services say of a code: a record, why they do not answer, or nothing yet. Of others they know nothing. */
  readonly officials: Map<string, OfficialDocument | SourceFailure | 'no answer yet'>
  /** The codes that they were asked about. */
  readonly lookedUp: LookUpRequest[]
  /** Those that they were asked about together. */
  readonly lookedUpMany: LookUpMany[]
  /** Passages that were to be gone to. */
  readonly passagesOpened: string[]
  /** Notes on passages that were begun, by the note's id. */
  readonly begun: Map<string, BegunPassage>
  close(): Promise<void>
}

let worlds = 0

const done = (answer: Result<unknown>): Result<true> => (answer.ok ? { ok: true, value: true } : answer)

/** @param isPrivate the screens are in a private window, where nothing is written */
export function openWorld({ isPrivate = false }: { isPrivate?: boolean } = {}): World {
  const name = `components-${Date.now()}-${worlds++}`
  const db = openDatabase({ name })
  let indexes = 0
  /** What is kept, with an index of it as it is now. */
  async function searched(): Promise<Kept> {
    const store = new IndexStore({ name: `${name}-search-${indexes++}` })
    await createIndexer({ db, store, onChange: () => {}, pause: () => undefined, now: Date.now }).start()
    stores.push(store)
    return keptIn(db, new SearchIndex(store, () => {}))
  }
  const stores: IndexStore[] = []
  const kept: Kept = {
    ...keptIn(db, new SearchIndex(new IndexStore({ name: `${name}-none` }), () => {})),
    search: async (...asked) => (await searched()).search(...asked),
    fieldValues: async (field, start, most) => (await searched()).fieldValues(field, start, most),
  }
  let failure: StoreError | null = null
  let gate: Promise<void> = Promise.resolve()
  const copied: string[] = []
  const addresses: string[] = []
  const opened: OpenReader[] = []
  const files = new Set<string>()
  const checks: string[] = []
  const notifications = { allowed: true, willAllow: true }
  const officials: World['officials'] = new Map()
  const lookedUp: LookUpRequest[] = []
  const lookedUpMany: LookUpMany[] = []
  const form = signal<CitationForm>('official')
  const passagesOpened: string[] = []
  const begun = new Map<string, BegunPassage>()
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
    deleteChosen: (chosen, onProgress) => result(() => removeAll(db, chosen, new Date(), onProgress)),
    restoreChosen: (chosen, onProgress) => result(() => restoreAll(db, chosen, new Date(), onProgress)),
    changeTags: (change, onProgress) => result(() => changeTagsOfAll(db, change, new Date(), onProgress)),
    changeCorrections: (change) => result(() => changeCorrections(db, change, new Date())),
    forgetRecovered: () => result(() => forgetRecovered(db)),
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
    follow: (...targets) =>
      result(() => Promise.all(targets.map((target) => follow(db, target, new Date(), () => 0)))).then(done),
    unfollow: (...targets) =>
      result(() => Promise.all(targets.map((target) => unfollow(db, target, new Date())))).then(done),
    refollow: (target) => result(() => refollow(db, target, new Date())).then(done),
    seeNews: () => result(() => markSeen(db, null, new Date())).then(done),
    checkFollowed: () => {
      checks.push(new Date().toISOString())
      return result(() => makeDue(db, new Date()))
    },
    mayNotify: async () => notifications.allowed,
    async askToNotify() {
      notifications.allowed = notifications.willAllow
      return notifications.willAllow
    },
    openPassage: (id) =>
      result(async () => {
        passagesOpened.push(id)
        return true as const
      }),
    begunPassage: async (id) => begun.get(id) ?? null,
    async copy(text) {
      copied.push(text)
      return true
    },
  }
  const outcomeOf = (id: string) => officials.get(id) ?? new SourceFailure('not-found', id)
  async function answer(id: string): Promise<void> {
    const outcome = outcomeOf(id)
    if (outcome === 'no answer yet') return
    if (!(outcome instanceof SourceFailure)) await keepFound(db, id, { document: outcome, failed: [] }, new Date())
    else if (outcome.code === 'not-found') await keepNotFound(db, id, new Date())
    else await keepFailure(db, id, outcome, new Date())
  }
  const lookUps: LookUps = {
    start: (request) =>
      result(async () => {
        lookedUp.push(request)
        const known = await kept.official(request.id)
        if (!request.fresh && known !== null && isFresh(known, new Date())) return true as const
        await want(db, request.id, new Date())
        void answer(request.id)
        return true as const
      }),
    many: async (request) => {
      if (isPrivate) return null
      lookedUpMany.push(request)
      return result(async () => {
        await db.write(['lookups'], async () => {
          for (const id of request.ids) await (request.stop ? unwant(db, id) : want(db, id, new Date()))
        })
        if (!request.stop) for (const id of request.ids) void answer(id)
        return true as const
      })
    },
    stop: (id) => result(() => unwant(db, id).then(() => true as const)),
    askRight: async () => true,
    privately: !isPrivate
      ? null
      : async (request) => {
          lookedUp.push(request)
          const outcome = outcomeOf(request.id)
          if (outcome === 'no answer yet') return new Promise(() => {})
          const row = unknown(request.id)
          if (!(outcome instanceof SourceFailure)) {
            const found = { document: outcome, failed: [] }
            return { ok: true, value: foundRow(request.id, outcome.aliases, found, new Date()) }
          }
          const isUnknown = outcome.code === 'not-found'
          return { ok: true, value: isUnknown ? notFoundRow(row, new Date()) : failedRow(row, outcome, new Date()) }
        },
  }
  return {
    kept,
    actions,
    lookUps,
    citation: {
      form,
      choose(chosen) {
        form.value = chosen
      },
    },
    codes: { readCode, readTyped, codeOf, findReferences },
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
    reader: {
      open: (request) =>
        result(async () => {
          opened.push(request)
          return true as const
        }),
      fileOf: async (document) => filesOfDocument(document).find((sum) => files.has(sum)) ?? null,
    },
    readings: { follow: followPreliminary },
    copied,
    addresses,
    opened,
    checks,
    notifications,
    files,
    officials,
    lookedUp,
    lookedUpMany,
    passagesOpened,
    begun,
    async close() {
      await Promise.all(stores.map((store) => store.close()))
      // Behind whatever is being read or written still: of what ends half-way a test would be told that nobody runs any more.
      if (db.isOpen()) await db.transaction('rw', db.tables, () => undefined).catch(() => undefined)
      db.close()
      await db.delete()
    },
  }
}

/** The same world of a private window, for a screen to which nobody has told that: Chromium's popup. */
export function unknowing(world: World): World {
  const { privately } = world.lookUps
  return { ...world, lookUps: { ...world.lookUps, start: privately ?? world.lookUps.start, privately: null } }
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

/** Answers to written questions as a ministry sends them: who asked and answered, a table, a list, what stands apart. */
export async function keepLetter(db: KamerlensDatabase, count = 8): Promise<DocumentRow> {
  const from = 'https://zoek.officielebekendmakingen.nl/ah-tk-20242025-512.html'
  const list = documentRow('ah-tk-20242025-512', {
    kind: 'aanhangsel',
    title: 'Antwoord op vragen van de leden Jansen en De Vries over wachtlijsten in de jeugdzorg',
    date: '2024-11-19',
    dossier: '36600-XVI',
    pages: 6,
    links: [{ rel: 'page', url: from }],
    provenance: [{ fact: 'questions', from, at: '2024-11-20T09:00:00.000Z' }],
    facts: {
      type: 'answers',
      askedBy: [
        { name: 'Daniëlle Jansen', party: 'Nieuw Sociaal Contract' },
        { name: 'De Vries', party: 'VVD' },
      ],
      answeredBy: [
        { name: 'Agema', function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' },
        { name: null, function: 'staatssecretaris', ministry: 'Jeugd, Preventie en Sport' },
      ],
      askedOn: '2024-10-30',
      answeredOn: '2024-11-19',
      dossier: '36600-XVI',
      subject: 'het bericht «Kinderen wachten langer dan de Jeugdzorgwachttijdenrichtlijn toestaat»',
      printedIds: ['2024Z18775'],
    },
  })
  const special: readonly Partial<QuestionRow>[] = [
    {
      question: 'Kent u het bericht «Kinderen wachten langer dan de Jeugdzorgwachttijdenrichtlijn toestaat»?',
      answer: 'Ja.',
    },
    {
      question: 'Hoeveel kinderen wachten per regio, en wat is daarvan de oorzaak?',
      answer:
        'De cijfers staan in de onderstaande tabel. Zij zijn van het CBS.\n\nRegio\t2022\t2023\tVerschil\nGroningen\t1.204\t1.388\t+15,3%\nZuid-Holland\t10.551\t9.870\t-6,5%\nSamenwerkingsverband Noordoost-Brabant\t880\t912\t+3,6%\n\nDe oorzaken zijn:\n- een tekort aan coördinatoren en behandelaars;\n- een langere duur van de zorg, zie Kamerstuk 31 839, nr. 1005;\n- de sluiting van locaties.',
      references: ['kst-31839-1005'],
      doubts: ['doubtful-split'],
    },
    { askedBy: [{ name: 'De Vries', party: 'VVD' }], answer: '' },
    { doubts: ['number-gap'], number: '5', askedBy: [{ name: 'De Vries', party: 'VVD' }] },
  ]
  await db.documents.put(list)
  await db.questions.bulkPut(
    Array.from({ length: count }, (_, order) => ({ ...questionRow(list.id, order), ...special[order] })),
  )
  const rest: Rest[] = [
    {
      kind: 'outside',
      page: 1,
      text: 'Geachte voorzitter,\nHierbij zend ik u de antwoorden op de vragen van de leden Jansen en De Vries.',
    },
    { kind: 'between', page: 3, text: 'Toelichting bij de tabel: de cijfers over 2023 zijn voorlopig.' },
    { kind: 'outside', page: 6, text: '1. De Volkskrant, 28 oktober 2024' },
    ...[1, 2, 3, 4, 6].map(
      (page): Rest => ({ kind: 'furniture', page, text: 'Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel' }),
    ),
  ]
  await db.rests.put({ document: list.id, rest })
  return list
}
