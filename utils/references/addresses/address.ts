import { nameOfWritten } from '../ids/ids.ts'
import type { Name, ReferenceKind } from '../types.ts'

interface Address {
  readonly host: string
  readonly segments: readonly string[]
  readonly parameter: (name: string) => string | null
}

/**
 * How the addresses of one site carry codes: what a live site could change stands in its row alone (DOMAIN §2). The
 * first reader that gives a code wins.
 */
interface SiteAddresses {
  readonly domain: string
  readonly kinds?: readonly ReferenceKind[]
  readonly read: readonly ((address: Address) => string | null | undefined)[]
  /** Addresses → id, or null; its tests. */
  readonly examples: readonly (readonly [url: string, id: string | null])[]
}

const fileExtension = /\.(?:html?|pdf|xml|odt|docx?)$/i

/** The last part of the path that is an id: `/<id>.html`, `/<id>/metadata.xml`, `/dossier/36360/<id>`. */
function idInPath({ segments }: Address): string | undefined {
  return segments.map((segment) => segment.replace(fileExtension, '')).findLast((segment) => nameOfWritten(segment))
}

/** `/eli/reg/2016/679/oj`: the European Legislation Identifier of an act. */
function actInPath({ segments }: Address): string | undefined {
  const [, type = '', year, number = ''] =
    /\/eli\/(reg|dir|dec|reco)(?:_[a-z]{3,5})?\/((?:19|20)\d\d)\/(\d{1,4})(?:\/|$)/.exec(segments.join('/')) ?? []
  const letters: Record<string, string> = { reg: 'R', dir: 'L', dec: 'D', reco: 'H' }
  return year && `3${year}${letters[type]}${number.padStart(4, '0')}`
}

export const siteAddresses: readonly SiteAddresses[] = [
  {
    domain: 'tweedekamer.nl',
    kinds: ['document', 'zaak', 'activiteit'],
    // The detail page of a document names its zaak too, so `did` goes before `id`.
    read: [({ parameter }) => parameter('did'), ({ parameter }) => parameter('id'), idInPath],
    examples: [
      ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158', '2023D19158'],
      ['https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2023D19158&id=2023Z08012', '2023D19158'],
      ['https://www.tweedekamer.nl/kamerstukken/detail?dossier=36360-VIII&id=2023z08012#top', '2023Z08012'],
      ['http://tweedekamer.nl/kamerstukken/detail?ID=2023Z08012&amp;DID=2023d19158', '2023D19158'],
      ['https://www.tweedekamer.nl/downloads/document?id=2023D19158&title=Brief%20van.pdf', '2023D19158'],
      ['https://www.tweedekamer.nl/debat_en_vergadering/commissievergaderingen/details?id=2023A01234', '2023A01234'],
      ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=', '2023Z08012'],
      ['https://www.tweedekamer.nl/kamerstukken/detail?dossier=36360', null],
      ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z080123', null],
      ['https://www.tweedekamer.nl/zoeken?qry=2023D19158', null],
    ],
  },
  {
    domain: 'officielebekendmakingen.nl',
    read: [idInPath],
    examples: [
      ['https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html', 'kst-36360-VIII-5'],
      ['https://zoek.officielebekendmakingen.nl/kst-36360-viii-5.pdf', 'kst-36360-VIII-5'],
      ['https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.xml?x=1', 'ah-tk-20222023-2345'],
      ['https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012/metadata.xml', 'kv-tk-2023Z08012'],
      ['https://zoek.officielebekendmakingen.nl/blg-1234567', 'blg-1234567'],
      ['https://zoek.officielebekendmakingen.nl/kst-20032004-28867-c.html', 'kst-20032004-28867-C'],
      ['https://zoek.officielebekendmakingen.nl/dossier/36360/kst-36360-5?resultIndex=3#x', 'kst-36360-5'],
      ['https://zoek.officielebekendmakingen.nl/Errors/404.htm', null],
      ['https://zoek.officielebekendmakingen.nl/kst-36360-5-foo.html', null],
    ],
  },
  {
    domain: 'repository.overheid.nl',
    read: [idInPath],
    examples: [
      [
        'https://repository.overheid.nl/frbr/officielepublicaties/kst/36360-VIII/kst-36360-VIII-5/1/pdf/kst-36360-VIII-5.pdf',
        'kst-36360-VIII-5',
      ],
      [
        'https://repository.overheid.nl/frbr/officielepublicaties/kst/36360/kst-36360-5/1/metadata/metadata.xml',
        'kst-36360-5',
      ],
      ['https://repository.overheid.nl/sru?query=x', null],
    ],
  },
  // Where laws, rulings and European acts are found: never contacted, but linked to from the official pages.
  {
    domain: 'wetten.overheid.nl',
    kinds: ['bwb'],
    read: [({ segments }) => /BWB[RVWN]\d{7}(?!\d)/i.exec(segments.join('/'))?.[0]],
    examples: [
      ['https://wetten.overheid.nl/BWBR0005537/2024-01-01#Hoofdstuk3', 'BWBR0005537'],
      ['https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=8:69a&g=2024-01-01', 'BWBR0005537'],
      ['https://wetten.overheid.nl/zoeken', null],
    ],
  },
  {
    domain: 'lokaleregelgeving.overheid.nl',
    kinds: ['bwb'],
    read: [idInPath],
    examples: [['https://lokaleregelgeving.overheid.nl/CVDR612345/2', 'CVDR612345']],
  },
  {
    domain: 'rechtspraak.nl',
    kinds: ['ecli'],
    read: [({ parameter }) => parameter('id'), ({ parameter }) => parameter('ecli')],
    examples: [
      ['https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2001:AB1838', 'ECLI:NL:HR:2001:AB1838'],
      ['https://uitspraken.rechtspraak.nl/details?id=ECLI%3ANL%3AHR%3A2001%3AAB1838', 'ECLI:NL:HR:2001:AB1838'],
      ['https://uitspraken.rechtspraak.nl/#!/details?id=ECLI:NL:HR:2001:AB1838', 'ECLI:NL:HR:2001:AB1838'],
      ['https://www.rechtspraak.nl/Organisatie', null],
    ],
  },
  {
    domain: 'europa.eu',
    kinds: ['eu'],
    read: [
      ({ parameter }) =>
        parameter('uri')
          ?.replace(/^(COM|SWD|JOIN|SEC):(\d{4}):0{0,3}(\d{1,4})(?::.{0,9})?$/, '$1($2)$3')
          .replace(/^(CELEX:[^:]{1,20}):.{1,9}$/i, '$1'),
      actInPath,
      idInPath,
    ],
    examples: [
      ['https://data.consilium.europa.eu/doc/document/ST-6655-2023-INIT/en/pdf', 'ST-6655-2023'],
      ['https://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:31995L0046:NL:HTML', '31995L0046'],
      ['https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=SWD:2021:84:FIN', 'SWD(2021)84'],
      ['https://eur-lex.europa.eu/eli/reg/2016/679/oj', '32016R0679'],
      ['http://data.europa.eu/eli/dir/2014/24/oj', '32014L0024'],
      ['http://data.europa.eu/eli/dec_impl/2023/1795/oj', '32023D1795'],
      ['http://data.europa.eu/eli/treaty/teu_2012/oj', null],
      ['https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679', '32016R0679'],
      ['https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=celex%3A32014L0024', '32014L0024'],
      ['https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2023:123:FIN', 'COM(2023)123'],
      ['https://eur-lex.europa.eu/homepage.html', null],
    ],
  },
]

/**
 * The code that an address of these sites stands for, for links whose text may not name it. Null for any other host,
 * however alike it looks, and for addresses without a code.
 */
export function nameOfUrl(url: string): Name | null {
  const address = parse(url)
  if (!address) return null
  const site = siteAddresses.find(({ domain }) => address.host === domain || address.host.endsWith(`.${domain}`))
  for (const read of site?.read ?? []) {
    const code = nameOfWritten(read(address) ?? '')
    if (code && (!site?.kinds || site.kinds.includes(code.kind))) return code
  }
  return null
}

/** This layer has no `URL`. Parameter names in any case; `&amp;` as in addresses copied from a page's source. */
function parse(url: string): Address | null {
  // No user, no port: nothing that makes one host look like another.
  // A path behind `#!` is one, of a page that changes by itself.
  const match = /^https?:\/\/([^/?#\\@:]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#|$)/i.exec(url.replace('#!/', ''))
  if (!match) return null
  const [, host = '', path = '', query = ''] = match
  const pairs = query.split(/&amp;|[&;]/).map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).toLowerCase(), decoded(pair.slice(at + 1)).trim()] as const
  })
  return {
    host: host.toLowerCase(),
    segments: path.split('/').map(decoded),
    parameter: (name) => pairs.find(([key, value]) => key === name && value !== '')?.[1] ?? null,
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
