import { expect, test } from 'vitest'
import { codeOfUrl } from '#utils/references/code.ts'

const foreign = [
  'https://www.tweedekamer.nl.evil.example/kamerstukken/detail?id=2023D19158',
  'https://www.tweedekamer.nl@evil.example/kamerstukken/detail?id=2023D19158',
  'https://evil.example/https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158',
  'https://evil.example\\@www.tweedekamer.nl/kamerstukken/detail?id=2023D19158',
  'https://www.tweedekamer.nl\\.evil.example/detail?id=2023D19158',
  'https://eviltweedekamer.nl/detail?id=2023D19158',
  'https://www.tweedekamer.nl:8443/detail?id=2023D19158',
  'javascript:https://www.tweedekamer.nl/detail?id=2023D19158',
  'ftp://www.tweedekamer.nl/detail?id=2023D19158',
  '/kamerstukken/detail?id=2023D19158',
  '',
]

test.each(foreign)('%s is no official address', (url) => {
  expect(codeOfUrl(url)).toBeNull()
})

test('a broken escape is no error', () => {
  expect(codeOfUrl('https://www.tweedekamer.nl/%E0%A4%A/detail?x=%&id=2023D19158')?.id).toBe('2023D19158')
})

test('official sites whose addresses carry no code give none', () => {
  expect(codeOfUrl('https://www.rijksoverheid.nl/documenten/kamerstukken/2023/05/23/brief')).toBeNull()
  expect(codeOfUrl('https://www.eerstekamer.nl/wetsvoorstel/36360_viii')).toBeNull()
})
