import { expect, test } from 'vitest'
import { siteAddresses } from '#utils/references/addresses/address.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf, codeOfUrl, codeOfWritten } from '#utils/references/code.ts'
import { findReferences } from '#utils/references/find.ts'
import { forms } from '#utils/references/forms/forms.ts'
import { typedForms } from '#utils/references/forms/typed.ts'
import { citations } from '#utils/references/ids/citations.ts'
import { idFamilies } from '#utils/references/ids/ids.ts'
import { readCode } from '#utils/references/read.ts'

/** Each row of the tables carries its examples: they are its tests. */

const inText = forms.flatMap((form) => form.examples.map(([text, ...ids]) => ({ form: form.name, text, ids })))

test.each(inText)('in running text ($form): $text', ({ text, ids }) => {
  expect(findReferences(text).map(({ id }) => id)).toEqual(ids)
})

const typed = typedForms.flatMap((form) => form.examples.map(([text, id]) => ({ form: form.name, text, id })))

test.each(typed)('typed ($form): $text → $id', ({ text, id }) => {
  expect(readCode(text)?.id ?? null).toBe(id)
})

const addresses = siteAddresses.flatMap((site) => site.examples.map(([url, id]) => ({ url, id })))

test.each(addresses)('address $url → $id', ({ url, id }) => {
  expect(codeOfUrl(url)?.id ?? null).toBe(id)
})

const ids = idFamilies.flatMap((family) => citations[family.name].examples.map((example) => ({ family, example })))

test.each(ids)('id $example.0 is $example.1, cited as $example.2', ({ family, example: [written, id, label] }) => {
  expect(codeOfWritten(written)).toMatchObject({ kind: family.kind, id, label })
  expect(codeOf(id)).toEqual(codeOfWritten(written))
  expect(codeOf(written) === null).toBe(written !== id)
})

/** Where things are found that none of the parliament's own sites shows; a link there is the user's to follow. */
const otherHosts =
  /^https:\/\/(?:deeplink\.rechtspraak\.nl|e-justice\.europa\.eu|(?:wetten|lokaleregelgeving)\.overheid\.nl|(?:eur-lex|data\.consilium)\.europa\.eu)\//

test('every code has an https address: of an official site whose page then names it, or of a known other one', () => {
  for (const { example } of ids) {
    const url = codeOf(example[1])?.url ?? ''
    const official = isOfficialUrl(url) && url.startsWith('https://')
    expect(official || otherHosts.test(url), url).toBe(true)
    if (!/\/(?:zoeken|dossier|ecli)\b/.test(url)) expect(codeOfUrl(url)?.id).toBe(example[1])
  }
})

test('every row has examples that match and, in running text, some that do not', () => {
  for (const form of forms) {
    expect(
      form.examples.some(([, ...found]) => found.length > 0),
      form.name,
    ).toBe(true)
    expect(
      form.examples.some(([, ...found]) => found.length === 0),
      form.name,
    ).toBe(true)
  }
  for (const form of typedForms)
    expect(
      form.examples.some(([, id]) => id !== null),
      form.name,
    ).toBe(true)
})
