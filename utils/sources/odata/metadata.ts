import { descendants, elementsIn } from '#utils/documents/xml/tree.ts'
import { treeOf } from '../http/answer-tree.ts'
import { SourceFailure } from '../http/errors.ts'
import { type EntityName, nameIn, needed, type Service, type Version } from './versions.ts'

const entities: readonly EntityName[] = [
  'Document',
  'DocumentActor',
  'DocumentVersie',
  'Zaak',
  'ZaakActor',
  'Besluit',
  'Kamerstukdossier',
  'Activiteit',
]

/**
 * What a service's `$metadata` says of it, as far as look-ups use it. Fields that it does not know are not asked for later:
 * a question for an unknown field is refused as a whole.
 *
 * @throws SourceFailure `broken-answer` where it is no schema, or lacks what every look-up needs
 */
export function serviceOf(version: Version, schema: string): Service {
  const root = treeOf(schema)
  const types = [...descendants(root)].filter(({ name }) => name === 'EntityType')
  const propertiesOf = (entity: EntityName): readonly string[] => {
    const type = types.find(({ attributes }) => attributes.Name === entity)
    const parts = type ? elementsIn(type) : []
    return parts
      .filter(({ name }) => name === 'Property' || name === 'NavigationProperty')
      .flatMap(({ attributes }) => attributes.Name ?? [])
  }
  const properties = Object.fromEntries(entities.map((entity) => [entity, propertiesOf(entity)]))
  const service: Service = { ...version, properties: properties as Service['properties'] }
  for (const [entity, fields] of needed) {
    const missing = fields.filter((field) => nameIn(service, entity, field) === null)
    if (missing.length > 0) throw new SourceFailure('broken-answer', `${version.name} has no ${entity}.${missing[0]}`)
  }
  return service
}
