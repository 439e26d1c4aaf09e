import { expect, test } from 'vitest'
import { completionsOf, typingOf } from '#components/search/search-completion.ts'

const offered = (typed: string, values: readonly string[] = [], language: 'nl' | 'en' = 'nl') => {
  const typing = typingOf(typed)
  return typing === null ? [] : completionsOf(typing, language, values).map((one) => one.typed)
}

test('a field is offered from its second letter on, in the language of the interface', () => {
  expect(offered('zorg pa')).toEqual(['zorg partij:'])
  expect(offered('p')).toEqual([])
  expect(offered('zorg -min')).toEqual(['zorg -ministerie:'])
  expect(offered('si', [], 'en')).toEqual(['since:'])
  expect(offered('zorg ')).toEqual([])
})

test('values of a field are offered, in quotes where they have more words, and none that is there already', () => {
  expect(offered('partij:n', ['nieuw sociaal contract', 'nsc'])).toEqual([
    'partij:"nieuw sociaal contract" ',
    'partij:nsc ',
  ])
  expect(offered('partij:nsc', ['nsc'])).toEqual([])
  expect(offered('partij:"nieuw so', ['nieuw sociaal contract'])).toEqual(['partij:"nieuw sociaal contract" '])
  expect(offered('status:')).toEqual(['status:open ', 'status:beantwoord '])
  expect(offered('has:', [], 'en')).toEqual(['has:note '])
  expect(offered('kleur:r', ['rood'])).toEqual([])
})
