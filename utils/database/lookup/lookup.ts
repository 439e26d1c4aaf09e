import type { CodeState } from '../../browser/protocol/card.ts'
import type { Lookup } from '../../browser/protocol/lookup.ts'
import { parseTarget, questionTarget, questionTargets } from '../../notes/target.ts'
import type { Code } from '../../references/types.ts'
import { planOf } from '../../sources/plans.ts'
import { watchOf } from '../following/watch-of.ts'
import { alikeIn, bareOf, isAlike, isOfSenate } from '../names/alike.ts'
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

/**
 * How to paint codes: `noted` where a note would be shown by `lookup`, else `known` where it would show a document, a
 * question or what the official services said. Ids of which nothing is kept are left out. A handful of queries for any number of ids.
 */
export function codeStates(db: KamerlensDatabase, ids: readonly string[]): Promise<Record<string, CodeState>> {
  return db.read(lookupTables, async () => {
    const idsOf = new Map<string, Set<string>>()
    const point = (name: string, to: Iterable<string>) => {
      const known = idsOf.get(name) ?? new Set()
      for (const id of to) known.add(id)
      idsOf.set(name, known)
    }
    for (const id of ids) for (const name of namesOf(id)) point(name, [id])
    const own = [...idsOf.keys()]
    const byBare = Map.groupBy(own, bareOf)
    const alike = await Promise.all([
      alikeIn(db.notes, 'target', own),
      // A document has the name without a Rijkswet among its own: a page of hundreds of dossiers need not be asked for each.
      alikeIn(db.documents, 'aliases', own.filter(isOfSenate)),
    ])
    for (const name of new Set(alike.flat())) {
      const meant = (byBare.get(bareOf(name)) ?? []).filter((id) => isAlike(id, name))
      for (const id of meant) point(name, idsOf.get(id) ?? [])
    }
    const states = new Map<string, CodeState>()
    const asked = new Set(own)
    for (const row of await db.lookups
      .where('aliases')
      .anyOf([...idsOf.keys()])
      .distinct()
      .toArray()) {
      const meant = new Set(row.aliases.flatMap((alias) => [...(idsOf.get(alias) ?? [])]))
      // What the services say of another session's paper is not of this one.
      if (row.document !== null && row.aliases.some((alias) => asked.has(alias)))
        for (const id of meant) states.set(id, 'known')
      for (const name of allNames([], [row])) point(name, meant)
    }
    const names = [...idsOf.keys()]
    const documents = await db.documents.where('aliases').anyOf(names).distinct().toArray()
    const printed = await printedUnder(db, own)
    for (const document of documents) {
      const meant = new Set(document.aliases.flatMap((alias) => [...(idsOf.get(alias) ?? [])]))
      if (isLive(document)) for (const id of meant) states.set(id, 'known')
      for (const name of allNames([], [document])) point(name, meant)
    }
    for (const { question, targets } of printed) {
      const codes = [question.code ?? '', ...(question.joinedCodes ?? [])]
      const meant = codes.flatMap((code) => [...(idsOf.get(code) ?? [])])
      for (const id of meant) states.set(id, 'known')
      for (const target of targets) point(target, meant)
    }
    for (const note of await liveNotes(db, [...idsOf.keys()])) {
      if (hasText(note)) for (const id of idsOf.get(note.target) ?? []) states.set(id, 'noted')
    }
    return Object.fromEntries(states)
  })
}

/** Look-ups of those codes of which something is kept, or which were asked for, by id. */
export async function summaries(db: KamerlensDatabase, codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>> {
  const ids = codes.map(({ id }) => id)
  const states = await codeStates(db, ids)
  const asked = await db.lookups.where('aliases').anyOf(allNames(ids, [])).distinct().toArray()
  const names = new Set(asked.flatMap(({ aliases }) => aliases))
  const found = new Map<string, Lookup>()
  for (const code of codes) {
    const isAsked = namesOf(code.id).some((name) => names.has(name))
    if (isAsked || Object.hasOwn(states, code.id)) found.set(code.id, await lookup(db, code))
  }
  return found
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
