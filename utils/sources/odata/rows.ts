import * as v from 'valibot'

/**
 * The rows of the open data under our names, as `pick.ts` gives them. Every field may be missing, null or of a wrong kind, and is
 * null then; a document or zaak without its GUID is no answer.
 */

/** No title is longer; longer texts are cut, characters. */
const longestText = 4_000

const tidy = (text: string): string | null => text.slice(0, longestText).replace(/\s+/g, ' ').trim() || null
const text = v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.transform(tidy))), null), null)
const whole = v.optional(v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger())), null), null)
const yesOrNo = v.optional(v.fallback(v.nullable(v.boolean()), null), null)
const guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  v.transform((id) => id.toLowerCase()),
)
/** −1 stands for none. */
const ondernummer = v.pipe(
  whole,
  v.transform((number) => (number === null || number < 1 ? null : number)),
)

const actor = v.object({ ActorNaam: text, ActorFractie: text, Functie: text, Relatie: text })
const besluit = v.object({ BesluitTekst: text, Status: text, GewijzigdOp: text })
const dossier = v.object({ Nummer: whole, Toevoeging: text, Titel: text })
const version = v.object({ ExterneIdentifier: text })

const paper = v.object({
  Id: guid,
  Nummer: text,
  Soort: text,
  Titel: text,
  Onderwerp: text,
  Datum: text,
  Vergaderjaar: text,
  Kamer: whole,
  Ondernummer: ondernummer,
  Aanhangselnummer: text,
  ContentType: text,
  ContentLength: whole,
  DocumentActor: v.optional(v.array(actor), []),
  HuidigeDocumentVersie: v.optional(v.nullable(version), null),
})

const zaakPart = v.object({
  Id: guid,
  Nummer: text,
  Soort: text,
  Titel: text,
  Onderwerp: text,
  Status: text,
  GestartOp: text,
  Termijn: text,
  Vergaderjaar: text,
  Afgedaan: yesOrNo,
  ZaakActor: v.optional(v.array(actor), []),
  Besluit: v.optional(v.array(besluit), []),
  Document: v.optional(v.array(paper), []),
  Kamerstukdossier: v.optional(v.array(dossier), []),
})

export const documentRow = v.object({
  ...paper.entries,
  Kamerstukdossier: v.optional(v.array(dossier), []),
  BijlageDocument: v.optional(v.array(paper), []),
  BronDocument: v.optional(v.array(paper), []),
  Zaak: v.optional(v.array(zaakPart), []),
})
export const paperRow = paper
export const zaakRow = zaakPart
export const activiteitRow = v.object({
  Id: guid,
  Nummer: text,
  Soort: text,
  Onderwerp: text,
  Datum: text,
  Vergaderjaar: text,
  VoortouwCommissieNaam: text,
  Document: v.optional(v.array(paper), []),
  Zaak: v.optional(v.array(zaakPart), []),
})
export const dossierRow = v.object({ Id: guid, ...dossier.entries, Document: v.optional(v.array(paper), []) })

export type ActorRow = v.InferOutput<typeof actor>
export type DossierPart = v.InferOutput<typeof dossier>
export type PaperRow = v.InferOutput<typeof paper>
export type DocumentRow = v.InferOutput<typeof documentRow>
export type ZaakRow = v.InferOutput<typeof zaakRow>
export type ActiviteitRow = v.InferOutput<typeof activiteitRow>
export type DossierRow = v.InferOutput<typeof dossierRow>
