import { expect, test } from 'vitest'
import { parseTree } from '#utils/documents/xml/parse.ts'
import { allOf, factsOfMetadata } from '#utils/sources/koop/facts.ts'

test('a publication states nothing under a name that it leaves empty: the next name is asked', () => {
  const facts = factsOfMetadata(
    parseTree(
      `<metadata_gegevens>
        <metadata name="DC.title" scheme="" content=" "/>
        <metadata name="DC.alternative" scheme="" content="Lijst van vragen"/>
        <metadata name="OVERHEIDop.indiener" scheme="" content="A. Jansen"/>
        <metadata name="OVERHEIDop.indiener" scheme="" content="B. de Vries"/>
      </metadata_gegevens>`,
      'broken-xml',
    ),
  )
  expect(allOf(facts, 'title', 'alternative')).toEqual(['Lijst van vragen'])
  expect(allOf(facts, 'indiener')).toEqual(['A. Jansen', 'B. de Vries'])
})
