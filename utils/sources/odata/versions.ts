/** The parts of the open data that the look-ups use. */
export type EntityName =
  | 'Document'
  | 'DocumentActor'
  | 'DocumentVersie'
  | 'Zaak'
  | 'ZaakActor'
  | 'Besluit'
  | 'Kamerstukdossier'
  | 'Activiteit'

/** A version of the service: what a release of theirs could change stands in its row (DOMAIN §3). */
export interface Version {
  readonly name: 'v5' | 'v4'
  readonly base: string
  /** The most rows that `$top` may ask for. */
  readonly mostRows: number
}

/** Best first: the end of v4 is announced. */
export const versions: readonly Version[] = [
  { name: 'v5', base: 'https://gegevensmagazijn.tweedekamer.nl/OData/v5', mostRows: 100 },
  { name: 'v4', base: 'https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0', mostRows: 250 },
]

/**
 * Fields under our name, the newest, with the names that they go by, newest first. Which of them a service has its
 * `$metadata` says; a field that is not named here has one name.
 */
const fieldNames: Readonly<Partial<Record<EntityName, Readonly<Record<string, readonly string[]>>>>> = {
  Document: { Nummer: ['Nummer', 'DocumentNummer'], Ondernummer: ['Ondernummer', 'Volgnummer'] },
  Activiteit: { VoortouwCommissieNaam: ['VoortouwCommissieNaam', 'Voortouwnaam'] },
}

/** Without these a service cannot be asked for anything. */
export const needed: readonly (readonly [EntityName, readonly string[]])[] = [
  ['Document', ['Id', 'Nummer', 'Soort', 'Verwijderd']],
  ['Zaak', ['Id', 'Nummer', 'Soort', 'Verwijderd', 'Document']],
]

/** A service that answered with its schema. JSON-safe: it can be kept, so that the schema is read once a day. */
export interface Service extends Version {
  /** The properties and navigations of each entity, as the service names them. */
  readonly properties: Readonly<Record<EntityName, readonly string[]>>
}

/** The name that a field of ours has in this service, or null where it has none. */
export function nameIn(service: Service, entity: EntityName, field: string): string | null {
  const names = fieldNames[entity]?.[field] ?? [field]
  return names.find((name) => service.properties[entity].includes(name)) ?? null
}
