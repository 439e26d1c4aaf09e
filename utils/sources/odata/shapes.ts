import { equal } from './filter.ts'
import { type EntityName, nameIn, type Service } from './versions.ts'

/** Which fields of an entity are asked for, under our names, and which rows at the ends of its navigations. */
export interface Shape {
  readonly entity: EntityName
  readonly fields: readonly string[]
  readonly expand?: Readonly<Record<string, Expansion>>
}

export interface Expansion {
  readonly shape: Shape
  /** A navigation to many rows can be filtered, one to a single row cannot. */
  readonly many: boolean
  /** The most rows, where there can be too many. */
  readonly top?: number
  /** In which order, where the first rows are not all of them. */
  readonly order?: string
}

const many = (shape: Shape, top?: number, order?: string): Expansion => ({
  shape,
  many: true,
  ...(top === undefined ? {} : { top }),
  ...(order === undefined ? {} : { order }),
})
const one = (shape: Shape): Expansion => ({ shape, many: false })

const actorFields = ['Id', 'ActorNaam', 'ActorFractie', 'Functie', 'Relatie', 'Verwijderd']
const documentActor: Shape = { entity: 'DocumentActor', fields: actorFields }
const zaakActor: Shape = { entity: 'ZaakActor', fields: actorFields }
const besluit: Shape = { entity: 'Besluit', fields: ['Id', 'BesluitTekst', 'Status', 'GewijzigdOp', 'Verwijderd'] }
const dossier: Shape = { entity: 'Kamerstukdossier', fields: ['Id', 'Nummer', 'Toevoeging', 'Titel', 'Verwijderd'] }
const version: Shape = { entity: 'DocumentVersie', fields: ['Id', 'ExterneIdentifier', 'Verwijderd'] }

const paper: Shape = {
  entity: 'Document',
  fields: 'Id Nummer Soort Titel Onderwerp Datum Vergaderjaar Kamer Ondernummer Aanhangselnummer Verwijderd'.split(' '),
}
const zaakPart: Shape = {
  entity: 'Zaak',
  fields: 'Id Nummer Soort Titel Onderwerp Status GestartOp Termijn Vergaderjaar Afgedaan Verwijderd'.split(' '),
}
const wholePaper = [...paper.fields, 'ContentType', 'ContentLength']

/** A document with all around it: its zaken with their papers and people, its dossiers, its annexes. */
export const documentShape: Shape = {
  entity: 'Document',
  fields: wholePaper,
  expand: {
    DocumentActor: many(documentActor),
    HuidigeDocumentVersie: one(version),
    Kamerstukdossier: many(dossier),
    BijlageDocument: many(paper, 100),
    BronDocument: many(paper, 100),
    Zaak: many({
      ...zaakPart,
      expand: { ZaakActor: many(zaakActor), Besluit: many(besluit), Document: many(paper, 100) },
    }),
  },
}

/** A zaak with its papers, each with its people and its publication. */
export const zaakShape: Shape = {
  ...zaakPart,
  expand: {
    ZaakActor: many(zaakActor),
    Besluit: many(besluit),
    Kamerstukdossier: many(dossier),
    Document: many(
      {
        entity: 'Document',
        fields: wholePaper,
        expand: { DocumentActor: many(documentActor), HuidigeDocumentVersie: one(version) },
      },
      100,
    ),
  },
}

export const activiteitShape: Shape = {
  entity: 'Activiteit',
  fields: 'Id Nummer Soort Onderwerp Datum Status Vergaderjaar VoortouwCommissieNaam Verwijderd'.split(' '),
  expand: { Document: many(paper, 100), Zaak: many(zaakPart, 100) },
}

/** A paper as one of many in a dossier. */
export const dossierPaperShape: Shape = { ...paper, expand: { HuidigeDocumentVersie: one(version) } }

/** Newest first, and those of one day always alike, so that pages fit together. */
export const newestFirst = 'Datum desc,Id desc'

/** Papers that a dossier comes with; the others are asked for in pages. */
export const firstPapers = 100

/** A dossier with its newest papers. */
export const dossierShape: Shape = {
  ...dossier,
  expand: { Document: many(dossierPaperShape, firstPapers, newestFirst) },
}

/** `$select` and `$expand` of a shape, with what this service knows of it. */
export function optionsOf(shape: Shape, service: Service): readonly string[] {
  const fields = shape.fields.flatMap((field) => nameIn(service, shape.entity, field) ?? [])
  const expansions = Object.entries(shape.expand ?? {})
    .filter(([navigation]) => nameIn(service, shape.entity, navigation) !== null)
    .map(([navigation, { shape: inner, many: isMany, top, order }]) => {
      const deleted = isMany && nameIn(service, inner.entity, 'Verwijderd') !== null
      const options = [
        ...(deleted ? [`$filter=${equal('Verwijderd', false).text}`] : []),
        ...(order === undefined ? [] : [`$orderby=${order}`]),
        ...(top === undefined ? [] : [`$top=${top}`]),
        ...optionsOf(inner, service),
      ]
      return `${navigation}(${options.join(';')})`
    })
  return [`$select=${fields.join(',')}`, ...(expansions.length > 0 ? [`$expand=${expansions.join(',')}`] : [])]
}
