import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMentions } from '#utils/references/finding/mentions.ts'
import { forms } from '#utils/references/forms/forms.ts'
import { mentionsOfEach } from '#utils/references/together.ts'
import { cases } from '../cases.ts'

const examples = forms.flatMap((form) => form.examples.map(([text]) => text))

/** Texts that end in the middle of something, and begin so: each half may be completed by what stands beside it. */
const half = fc
  .tuple(fc.constantFrom(...examples), fc.constantFrom(...examples), fc.nat(), fc.nat())
  .map(
    ([one, other, end, start]) => `${other.slice(start % (other.length + 1))} ${one.slice(0, end % (one.length + 1))}`,
  )
const leading = fc.constantFrom(
  'Kamerstuk',
  'Aanhangsel Handelingen II',
  'Stb.',
  'motie nr. 133 van dossier',
  '(',
  'nr. 5 en',
  'Postbus',
)
const following = fc.constantFrom(
  'nr. 5',
  'en 6, 7',
  '36 360, nr. 5',
  '2020/21, nr. 12',
  '2021, 549',
  'Nr. 88',
  '(36 410)',
  ', p. 7',
)

test('texts that are read together say what each says alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(half, leading, following, fc.constantFrom(...examples)), { maxLength: 8 }),
      (texts) => {
        const alone = texts.map((text) => findMentions(text))
        expect(mentionsOfEach(texts).map(({ mentions }) => mentions)).toEqual(alone)
      },
    ),
    {
      ...cases(400),
      // A bracket that the text's end leaves open is closed by an end of line as well.
      examples: [[['Kamerstuk 29 826, nr. 214 moties (33 576, nr. 403), Jansen (nr. 4']]],
    },
  )
})

test('no text completes what another one begins', () => {
  const texts = [
    'Zie Kamerstuk',
    '36 360, nr. 5',
    '29 684 Waddenzeebeleid',
    'Nr. 231',
    '(Kamerstuk 36 360, nrs. 5',
    'en 6)',
  ]
  const said = mentionsOfEach(texts).map(({ mentions }) =>
    mentions.references.map(({ id, start, end }) => [id, start, end]),
  )
  expect(said).toEqual([[], [['kst-36360-5', 0, 13]], [], [], [['kst-36360-5', 1, 25]], []])
})
