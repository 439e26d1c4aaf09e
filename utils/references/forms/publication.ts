import { nameOfWritten } from '../ids/ids.ts'
import { alphanumerics, hyphens } from '../text/characters.ts'
import { signBefore } from '../text/look.ts'
import type { Name } from '../types.ts'
import { type Form, type Found, matching } from './form.ts'

/** `kst`, `stcrt`, `ah-tk`: which there are, the families of ids know. */
const prefixes = `[A-Za-z]{1,5}(?:[${hyphens}][A-Za-z]{2})?`
/** Line breaks are believed after a hyphen alone: that is where addresses and ids are wrapped. */
const separator = `[${hyphens}](?:[ \\t]{0,40}\\r?\\n[ \\t]{0,40})?`
const segment = '[0-9A-Za-z]{1,24}'
const anyHyphen = new RegExp(`[${hyphens}]`, 'g')
const lastSeparator = new RegExp(`${separator}(?=${segment}$)`)

/**
 * The id at the start of a token. An en dash stands for a hyphen where the id needs it (`ah-tk-20202021–2345`), but
 * after a whole id with plain hyphens it is a range (`kst-36360-5–7`); a hyphen at a line's end after a whole id may
 * belong to the sentence. So the whole token is not always the best reading.
 */
function idIn(token: string): { code: Name; length: number } | null {
  const last = lastSeparator.exec(token)
  const shorter = last && codeOfToken(token.slice(0, last.index))
  const otherDash = last !== null && !token.slice(0, last.index).includes(withoutBreaks(last[0]))
  if (shorter && otherDash) return { code: shorter, length: last.index }
  const whole = codeOfToken(token)
  if (whole) return { code: whole, length: token.length }
  return shorter && /\n/.test(last[0]) ? { code: shorter, length: last.index } : null
}

function withoutBreaks(text: string): string {
  return text.replace(/\s/g, '')
}

function codeOfToken(token: string) {
  return nameOfWritten(withoutBreaks(token).replace(anyHyphen, '-'))
}

/** In a text six digits may be of anything, or seven that lost one: they are believed in an address, and in their label. */
const ofAnything = /(?<!\/|ingen, )ah\D{1,90}\d{6}$/i

function readPublication(match: RegExpExecArray): Found | null {
  const [rest = '', before = ''] = match
  const start = match.index - before.length
  const token = before + rest
  const found = idIn(token)
  const end = start + (found?.length ?? 0)
  if (!found || ofAnything.test(match.input.slice(Math.max(0, start - 7), end))) return null
  return { code: found.code, start, end }
}

const readAfterHyphen = matching(
  new RegExp(
    `(?<=(?<![${alphanumerics}${hyphens}])(${prefixes}${separator}))${segment}(?:${separator}${segment}){0,6}(?![${alphanumerics}])(?![${hyphens}][0-9A-Za-z])(?!\\.(?:png|jpe?g|gif|svg|tiff?|bmp)(?![0-9A-Za-z]))`,
    'y',
  ),
  readPublication,
)
const afterHyphen = new RegExp(`[${hyphens}]`)

/** Publication ids in running text and inside addresses, in any case (DOMAIN §1.2, §1.3). */
export const publicationForm: Form = {
  name: 'publication id',
  places: ['dossier', 'session', 'debate', 'year', 'long', 'roman'],
  before: 128,
  after: 7 * (24 + 90) + 90,
  certainty: 'certain',
  read: (text, index) => (afterHyphen.test(signBefore(text, index)) ? readAfterHyphen(text, index) : null),
  examples: [
    ['kst-36360-5', 'kst-36360-5'],
    ['(kst-36360-VIII-5).', 'kst-36360-VIII-5'],
    ['kst-21501-20-1996, kst-36410-A-30; kst-35010-C', 'kst-21501-20-1996', 'kst-36410-A-30', 'kst-35010-C'],
    ['kst-30560-VIII-A kst-23908-R1519-103', 'kst-30560-VIII-A', 'kst-23908-R1519-103'],
    ['kst-CXLVI-AB en kst-cxxiv-g', 'kst-CXLVI-AB', 'kst-CXXIV-G'],
    ['kst-1158283 kst-36360-5-b1 kst-36360-5-H1', 'kst-1158283', 'kst-36360-5-b1', 'kst-36360-5-h1'],
    ['kst-20032004-28867-C kst-20032005-28867-C', 'kst-20032004-28867-C'],
    ['kst-36360-5-n1 kst-36360-5-v1', 'kst-36360-5-n1', 'kst-36360-5-v1'],
    ['kv-tk-2023Z08012\n’s-Gravenhage', 'kv-tk-2023Z08012'],
    [
      'kv-tk-20062007-KVR27039 kv-tk-20062008-KVR27039 kst-20072008-00LXI-A',
      'kv-tk-20062007-KVR27039',
      'kst-20072008-00LXI-A',
    ],
    [
      'zoek.officielebekendmakingen.nl/ah-187909, ah-1251487 en zoek.officielebekendmakingen.nl/ah-1251488.html',
      'ah-187909',
      'ah-1251487',
      'ah-1251488',
    ],
    ['Aanhangsel Handelingen, ah-187909; of AH-187909', 'ah-187909'],
    ['ah-tk-20222023-2345 ah-ek-20222023-3', 'ah-tk-20222023-2345', 'ah-ek-20222023-3'],
    ['h-tk-20132014-41-1 h-tk-19961997-1012-1042', 'h-tk-20132014-41-1', 'h-tk-19961997-1012-1042'],
    ['nds-tk-2022D42137, blg-1234567).', 'nds-tk-2022D42137', 'blg-1234567'],
    ['AH-TK-20222023-2345 KV-TK-2023Z08012', 'ah-tk-20222023-2345', 'kv-tk-2023Z08012'],
    ['stb-2023-123 stcrt-2023-12345 trb-2015-196', 'stb-2023-123', 'stcrt-2023-12345', 'trb-2015-196'],
    ['https://zoek.officielebekendmakingen.nl/kst-36360-5.html', 'kst-36360-5'],
    ['https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345/metadata.xml', 'ah-tk-20222023-2345'],
    [
      'https://repository.overheid.nl/frbr/officielepublicaties/kst/36360-VIII/kst-36360-VIII-5/1/pdf/kst-36360-VIII-5.pdf',
      'kst-36360-VIII-5',
    ],
    ['(zie ah-tk-20202021–2345, Kamervragen)', 'ah-tk-20202021-2345'],
    ['kst\u201136360\u2011VIII\u20115', 'kst-36360-VIII-5'],
    ['kst-36360-5–7', 'kst-36360-5'],
    ['kst-36360-\n     VIII-\n5', 'kst-36360-VIII-5'],
    ['kst-36360-5-\nVerder', 'kst-36360-5'],
    ['kst-\u200b36360-\u200b5\u00ad', 'kst-36360-5'],
    // Ids that are not whole, pieces of something longer, images of a publication.
    ['kst-36360 kst-36360-VIII kst-5 tekst-36360-5 kst-36360-5-foo kst-36360-5_b'],
    ['x-kst-36360-5 akst-36360-5 kst-36360-5ab1'],
    ['stb-2018-84-001.png kst-29398-12-1.png stcrt-2015-47076-1.png'],
    ['ah-tk-20222024-5 ah-tk-2022-5 h-tk-20132014-41'],
    ['94ah-1251487 ah-125148 blah-1251487 ah-12514871'],
    ['ah-tk-, kst-nummer, kv-tk-2023, h-tk-2345'],
  ],
}
