/** A version of the service that the stand-in plays. */
export interface PlayedVersion {
  readonly base: string
  readonly mostRows: number
  /** Fields that it calls otherwise than the rows of `rows.ts` do, which speak v4. */
  readonly renamed: Readonly<Partial<Record<Entity, Readonly<Record<string, string>>>>>
}

export const playedVersions: readonly PlayedVersion[] = [
  {
    base: '/OData/v5',
    mostRows: 100,
    renamed: {
      Document: { DocumentNummer: 'Nummer', Volgnummer: 'Ondernummer' },
      Activiteit: { Voortouwnaam: 'VoortouwCommissieNaam' },
    },
  },
  { base: '/OData/v4/2.0', mostRows: 250, renamed: {} },
]

/** Properties and navigations, in the shape of the recorded `$metadata` of v4; `[]` marks a navigation to many. */
export const entities = {
  Document: {
    properties:
      'Id Soort DocumentNummer Titel Onderwerp Datum Vergaderjaar Kamer Volgnummer Citeertitel Alias DatumRegistratie DatumOntvangst Aanhangselnummer KenmerkAfzender Organisatie ContentType ContentLength GewijzigdOp ApiGewijzigdOp Verwijderd HuidigeDocumentVersie_Id',
    navigations: {
      DocumentActor: 'DocumentActor[]',
      HuidigeDocumentVersie: 'DocumentVersie',
      Kamerstukdossier: 'Kamerstukdossier[]',
      Zaak: 'Zaak[]',
      Activiteit: 'Activiteit[]',
      BijlageDocument: 'Document[]',
      BronDocument: 'Document[]',
    },
  },
  DocumentActor: {
    properties: 'Id Document_Id ActorNaam ActorFractie Functie Relatie SidActor GewijzigdOp Verwijderd',
    navigations: {},
  },
  DocumentVersie: {
    properties: 'Id Status Versienummer Extensie Datum GewijzigdOp Verwijderd Document_Id ExterneIdentifier',
    navigations: { Document: 'Document' },
  },
  Zaak: {
    properties:
      'Id Nummer Soort Titel Citeertitel Alias Status Onderwerp GestartOp Organisatie Termijn Vergaderjaar Volgnummer HuidigeBehandelstatus Afgedaan GrootProject GewijzigdOp Verwijderd Kabinetsappreciatie',
    navigations: {
      ZaakActor: 'ZaakActor[]',
      Besluit: 'Besluit[]',
      Document: 'Document[]',
      Kamerstukdossier: 'Kamerstukdossier[]',
    },
  },
  ZaakActor: {
    properties: 'Id Zaak_Id ActorNaam ActorFractie ActorAfkorting Functie Relatie SidActor GewijzigdOp Verwijderd',
    navigations: {},
  },
  Besluit: {
    properties: 'Id Agendapunt_Id StemmingsSoort BesluitSoort BesluitTekst Opmerking Status GewijzigdOp Verwijderd',
    navigations: {},
  },
  Kamerstukdossier: {
    properties:
      'Id Titel Citeertitel Alias Nummer Toevoeging HoogsteVolgnummer Afgesloten Kamer GewijzigdOp Verwijderd',
    navigations: { Document: 'Document[]', Zaak: 'Zaak[]' },
  },
  Activiteit: {
    properties:
      'Id Soort Nummer Onderwerp DatumSoort Datum Status Vergaderjaar Kamer Voortouwnaam GewijzigdOp Verwijderd',
    navigations: { Document: 'Document[]', Zaak: 'Zaak[]' },
  },
} as const

export type Entity = keyof typeof entities

export const isEntity = (name: string): name is Entity => Object.hasOwn(entities, name)

export const propertiesOf = (entity: Entity): readonly string[] => entities[entity].properties.split(' ')

/** The entity at the end of a navigation, and whether there may be many; null where there is no such navigation. */
export function navigationOf(entity: Entity, name: string): { readonly to: Entity; readonly many: boolean } | null {
  const navigations: Readonly<Record<string, string>> = entities[entity].navigations
  const written = Object.hasOwn(navigations, name) ? navigations[name] : undefined
  const to = written?.replace('[]', '') ?? ''
  return written !== undefined && isEntity(to) ? { to, many: written.endsWith('[]') } : null
}

/** The name of the rows for a field under the name that this version gives it; null where the version has no such field. */
export function ownName(version: PlayedVersion, entity: Entity, name: string): string | null {
  const renamed = Object.entries(version.renamed[entity] ?? {})
  const own = renamed.find(([, given]) => given === name)?.[0]
  if (own !== undefined) return own
  const isKnown = propertiesOf(entity).includes(name) || navigationOf(entity, name) !== null
  return isKnown && !renamed.some(([from]) => from === name) ? name : null
}

export function givenName(version: PlayedVersion, entity: Entity, own: string): string {
  return version.renamed[entity]?.[own] ?? own
}

/** `$metadata`, in the shape of the recorded one. */
export function schemaOf(version: PlayedVersion): string {
  const types = (Object.keys(entities) as Entity[]).map((entity) => {
    const properties = propertiesOf(entity).map(
      (name) => `<Property Name="${givenName(version, entity, name)}" Type="Edm.String" />`,
    )
    const navigations = Object.keys(entities[entity].navigations).map((name) => {
      const to = navigationOf(entity, name)
      const type = `TK.DA.GGM.OData.${to?.to}`
      return `<NavigationProperty Name="${name}" Type="${to?.many ? `Collection(${type})` : type}" />`
    })
    return `<EntityType Name="${entity}"><Key><PropertyRef Name="Id" /></Key>${properties.join('')}${navigations.join('')}</EntityType>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="TK.DA.GGM.OData" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.join('')}</Schema></edmx:DataServices></edmx:Edmx>`
}
