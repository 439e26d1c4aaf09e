import type { CodeState } from '../../browser/protocol/card.ts'
import type { Lookup } from '../../browser/protocol/lookup.ts'
import { parseTarget, questionTarget, questionTargets } from '../../notes/target.ts'
import type { Code } from '../../references/types.ts'
import { planOf } from '../../sources/plans.ts'
import { watchOf } from '../following/watch-of.ts'
import { alikeAmong, alikeIn, isOfSenate } from '../names/alike.ts'
import { besideLists, liveLists } from '../names/live-documents.ts'
import { questionsOf } from '../names/named-documents.ts'
import { allNames, namesOf } from '../names/names.ts'
import { knownNames } from '../official/known-names.ts'
import { lookedUp } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import { questionKey } from '../questions/question-key.ts'
import { correctedOf, siblingsOf } from '../questions/siblings.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentRow, NoteRow, QuestionRow } from '../schema.ts'
import { keptCounterpart } from './counterpart.ts'

/** An emptied note stays the editor's, but nobody else has anything to show of it. */
const hasText = (note: NoteRow): boolean => note.body.trim() !== ''

/** The tables that a look-up reads: for who makes one in a transaction of its own. */
export const lookupTables = ['documents', 'questions', 'originals', 'notes', 'lookups', 'watches', 'jobs'] as const

/**
 * What is kept about a code, without the network: the document that it names, the questions that carry it as their
 * printed code (which may belong to another document: DOMAIN §0), the notes on any of these, and what the official
 * services said of it before, with the paper that answers it or that it answers.
 */
export function lookup(db: KamerlensDatabase, code: Code): Promise<Lookup> {
  return db.read(lookupTables, async () => {
    const asked = lookedUp(db, code.id)
    // What waits for nothing else is asked for together: a look-up is answered in a few steps, however much is kept.
    const [official = null, printed, { names, documents }] = await Promise.all([
      asked,
      printedUnder(db, namesOf(code.id)),
      knownNames(db, code.id, asked),
    ])
    const document = documents.find(isLive) ?? null
    const targets = [...names, ...printed.flatMap((one) => one.targets)]
    const [questionCount, notes, watch, counterpart] = await Promise.all([
      document === null ? 0 : questionsOf(db, document.id).count(),
      liveNotes(db, targets),
      watchOf(db, code.id),
      official?.document ? keptCounterpart(db, official.document, document) : null,
    ])
    return {
      code,
      document,
      printed: printed.map(({ question, list }) => ({ question, list })),
      questionCount,
      notes: notes.filter(hasText),
      official,
      ...(planOf(code.id).length > 0 ? { followed: watch !== undefined } : {}),
      counterpart,
    }
  })
}

/** Which of the codes that are asked about each name stands for. */
class IdsByName {
  readonly #ids = new Map<string, Set<string>>()

  get names(): string[] {
    return [...this.#ids.keys()]
  }

  /** The codes that any of these names stands for. */
  of(names: readonly string[]): ReadonlySet<string> {
    return new Set(names.flatMap((name) => [...(this.#ids.get(name) ?? [])]))
  }

  add(name: string, ids: Iterable<string>): void {
    const known = this.#ids.get(name) ?? new Set()
    for (const id of ids) known.add(id)
    this.#ids.set(name, known)
  }
}

/**
 * How to paint codes: `noted` where a note would be shown by `lookup`, else `known` where it would show a document, a
 * question or what the official services said. Ids of which nothing is kept are left out. A handful of queries for any number of ids.
 */
export function codeStates(db: KamerlensDatabase, ids: readonly string[]): Promise<Record<string, CodeState>> {
  return db.read(lookupTables, async () => {
    const byName = new IdsByName()
    for (const id of ids) for (const name of namesOf(id)) byName.add(name, [id])
    const own = byName.names
    await addAlike(db, byName, own)
    const states = new Map<string, CodeState>()
    const mark = (codes: Iterable<string>, state: CodeState) => {
      for (const id of codes) states.set(id, state)
    }
    const asked = new Set(own)
    for (const row of await db.lookups.where('aliases').anyOf(byName.names).distinct().toArray()) {
      const meant = byName.of(row.aliases)
      // What the services say of another session's paper is not of this one.
      if (row.document !== null && row.aliases.some((alias) => asked.has(alias))) mark(meant, 'known')
      for (const name of allNames([], [row])) byName.add(name, meant)
    }
    const documents = await db.documents.where('aliases').anyOf(byName.names).distinct().toArray()
    const printed = await printedUnder(db, own)
    for (const document of documents) {
      const meant = byName.of(document.aliases)
      if (isLive(document)) mark(meant, 'known')
      for (const name of allNames([], [document])) byName.add(name, meant)
    }
    for (const { question, targets } of printed) {
      const meant = byName.of([question.code ?? '', ...(question.joinedCodes ?? [])])
      mark(meant, 'known')
      for (const target of targets) byName.add(target, meant)
    }
    const notes = await liveNotes(db, byName.names)
    for (const { target } of notes.filter(hasText)) mark(byName.of([target]), 'noted')
    return Object.fromEntries(states)
  })
}

/** Adds kept names that may be of the same papers (`alike.ts`). */
async function addAlike(db: KamerlensDatabase, byName: IdsByName, own: readonly string[]): Promise<void> {
  const alikeWith = alikeAmong(own)
  const alike = await Promise.all([
    alikeIn(db.notes, 'target', own),
    // A document has the name without a Rijkswet among its own: a page of hundreds of dossiers need not be asked for each.
    alikeIn(db.documents, 'aliases', own.filter(isOfSenate)),
  ])
  for (const name of new Set(alike.flat())) byName.add(name, byName.of([...alikeWith(name)]))
}

/** Look-ups of those codes of which something is kept, or which were asked for, by id. */
export async function summaries(db: KamerlensDatabase, codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>> {
  const ids = codes.map(({ id }) => id)
  const states = await codeStates(db, ids)
  const asked = await db.lookups.where('aliases').anyOf(allNames(ids, [])).distinct().toArray()
  const names = new Set(asked.flatMap(({ aliases }) => aliases))
  const isKnown = ({ id }: Code) => namesOf(id).some((name) => names.has(name)) || Object.hasOwn(states, id)
  // Together, in one transaction: one after the other, hundreds that were looked up take a second.
  const found = await db.read(lookupTables, () => Promise.all(codes.filter(isKnown).map((code) => lookup(db, code))))
  return new Map(found.map((one) => [one.code.id, one]))
}

/**
 * The live notes on a target, under any name of its document, those that the services know included, newest first; emptied ones too. Editors ask it before
 * they begin a note.
 */
export function notesOn(db: KamerlensDatabase, target: string): Promise<NoteRow[]> {
  return db.read(['documents', 'questions', 'originals', 'notes', 'lookups'], async () => {
    return liveNotes(db, await spellingsOf(db, target))
  })
}

/** A target under every name that its document has, with those of the questions that were joined to it. */
async function spellingsOf(db: KamerlensDatabase, target: string): Promise<string[]> {
  const parsed = parseTarget(target)
  if (parsed === null) return [target]
  const id = parsed.type === 'document' ? parsed.document : parsed.list
  const { names: all, documents } = await knownNames(db, id)
  if (parsed.type === 'document') return [...all]
  const own = questionTarget('', parsed.number, parsed.occurrence)
  const suffixes = new Set([own])
  for (const list of await correctedOf(
    db,
    documents.map(({ id }) => id),
  )) {
    for (const targets of questionTargets('', await questionsOf(db, list).toArray()).values()) {
      if (targets[0] === own) for (const joined of targets) suffixes.add(joined)
    }
  }
  return all.flatMap((name) => [...suffixes].map((suffix) => name + suffix))
}

interface Printed {
  readonly question: QuestionRow
  readonly list: DocumentRow
  /** The question as the target of a note, under every name of its list. */
  readonly targets: readonly string[]
}

/** Questions with one of these printed codes in live lists, in the order of their lists. */
async function printedUnder(db: KamerlensDatabase, names: readonly string[]): Promise<Printed[]> {
  const found = await Promise.all(
    ['code', 'joinedCodes'].map((index) => rowsWith(db.questions, index, names, questionKey)),
  )
  const questions = [...new Map(found.flat().map((row) => [questionKey(row), row])).values()]
  if (questions.length === 0) return []
  const lists = await liveLists(db, questions)
  // Which of a list's questions with one number this is shows only beside the others.
  const siblings = await siblingsOf(db, questions)
  const suffixes = new Map([...siblings].map(([list, rows]) => [list, questionTargets('', rows)]))
  questions.sort((a, b) => (a.list === b.list ? a.order - b.order : a.list < b.list ? -1 : 1))
  return besideLists(questions, lists).map(({ question, list }) => {
    const own = suffixes.get(question.list)?.get(question.order) ?? [questionTarget('', question.number)]
    const targets = allNames([], [list]).flatMap((name) => own.map((suffix) => name + suffix))
    return { question, list, targets }
  })
}

async function liveNotes(db: KamerlensDatabase, targets: readonly string[]): Promise<NoteRow[]> {
  const notes = await rowsWith(db.notes, 'target', targets, ({ id }) => id)
  return notes.filter(isLive).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
}
