import { expect, test } from 'vitest'
import { isPdfAddress } from '#utils/references/addresses/pdf-address.ts'

test.each([
  ['https://www.tweedekamer.nl/downloads/document?id=2023D20951', true],
  ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.pdf', true],
  ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.PDF#page=3', true],
  ['https://open.overheid.nl/documenten/5c1f6f0e/pdf', true],
  ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html', false],
  ['https://www.rijksoverheid.nl/documenten?soort=.pdf', false],
  ['https://nieuws.example/downloads/document?id=1', false],
  ['https://nepkamer.example/tweedekamer.nl/downloads/document', false],
  ['geen adres.pdf', false],
])('%s', (address, expected) => {
  expect(isPdfAddress(address)).toBe(expected)
})
