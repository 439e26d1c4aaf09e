import Mark from 'mark.js'
import { type Figures, frame, now } from './measuring.ts'

/** One expression for the same job: the forms of DOMAIN §1 as far as mark.js can see them, in one text node each. */
const everything = new RegExp(
  [
    String.raw`\b20\d\d[DZA]\d{5}\b`,
    String.raw`\b(?:kst|ah-tk|kv-tk|h-tk|stb|stcrt|trb|blg)-[\w-]+`,
    String.raw`\bKamerstuk(?:ken)?(?: I{1,2})?[^.;()]{0,30}?\d\d[ .]?\d{3}[^.;()]{0,12}?(?:,? nrs?\.? ?\d+(?:(?:, | en )\d+)*|-\d+|, [A-Z]{1,2}\b)`,
    String.raw`\b\d\d[ .]?\d{3}(?: [IVX]+)?, nr\. \d+`,
    String.raw`\bAanhangsel(?: van de)? Handelingen[^.;()]{0,40}?nr\. \d+`,
    String.raw`\bHandelingen II? \d{4}\/\d\d, nr\. \d+(?:, item \d+)?`,
    String.raw`\b(?:Stb|Stcrt|Trb)\. \d{4}, \d+`,
    String.raw`\bECLI:NL:[A-Z]+:\d{4}:\w+|\bBWBR\d{7}|\(EU\) \d{4}\/\d+|\bT0\d{4}\b`,
  ].join('|'),
  'g',
)

export async function markJs(): Promise<Figures> {
  const start = now()
  let found = 0
  new Mark(document.body).markRegExp(everything, {
    each: () => {
      found += 1
    },
  })
  const marked = now() - start
  await frame()
  return { ms: now() - start, marked, found }
}
