import type { Answerer, Asker } from '#utils/documents/types.ts'
import type { ActorRow } from './rows.ts'

/** `Relatie` of those who put questions, and of those to whom they are put [R]. */
const asking: ReadonlySet<string> = new Set(['indiener', 'medeindiener'])
const addressed: ReadonlySet<string> = new Set(['gericht aan'])
const signing: ReadonlySet<string> = new Set(['eerste ondertekenaar', 'mede ondertekenaar', 'afzender'])

const office =
  /^(minister-president|viceminister-president|ministers?|staatssecretaris(?:sen)?)\b[\s,]*(?:(?:van|voor)\s+)?(.*)$/i

const within = (relations: ReadonlySet<string>) => (actor: ActorRow) =>
  relations.has(actor.Relatie?.toLowerCase() ?? '')

/** «minister van Financiën»: function and ministry; null for those who hold no office in the government. */
export function officeOf(written: string | null): Pick<Answerer, 'function' | 'ministry'> | null {
  const [, name, ministry = ''] = office.exec(written?.trim() ?? '') ?? []
  return name === undefined ? null : { function: name.toLowerCase(), ministry: ministry.trim() || null }
}

/** Who put the questions of a zaak. */
export function askersAmong(actors: readonly ActorRow[]): readonly Asker[] {
  return unique(actors.filter(within(asking)).flatMap(asker))
}

/** Whom the questions of a zaak are addressed to. */
export function addresseesAmong(actors: readonly ActorRow[]): readonly Answerer[] {
  return unique(actors.filter(within(addressed)).flatMap(answerer))
}

/** Members of parliament among those who signed a paper. */
export function askersWhoSigned(actors: readonly ActorRow[]): readonly Asker[] {
  return unique(actors.filter((actor) => within(signing)(actor) && !officeOf(actor.Functie)).flatMap(asker))
}

/** Ministers and secretaries of state among those who signed a paper. */
export function answerersWhoSigned(actors: readonly ActorRow[]): readonly Answerer[] {
  return unique(actors.filter(within(signing)).flatMap(answerer))
}

function asker({ ActorNaam: name, ActorFractie: party }: ActorRow): readonly Asker[] {
  return name === null && party === null ? [] : [{ name, party }]
}

function answerer({ ActorNaam: name, Functie: written }: ActorRow): readonly Answerer[] {
  const held = officeOf(written)
  return held ? [{ name, ...held }] : []
}

function unique<Person>(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()]
}
