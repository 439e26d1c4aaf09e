import { chapterInstead } from '../ids/chapter-instead.ts'
import { nameOfWritten } from '../ids/ids.ts'
import { senateSessionOf, withSession } from '../ids/senate-session.ts'
import { endAt, isAt } from '../text/look.ts'
import type { Name } from '../types.ts'
import type { Form, Found, Reading } from './form.ts'
import { Before, cite, isAmount, isFree, numberedBefore } from './kamerstuk-before.ts'
import { noPaper, type Piece } from './kamerstuk-numbers.ts'
import { type Dossier, dossierAt, dossierJoin, kamerstukId, withChapter } from './kamerstuk-parts.ts'
import { hasOwnAddition, isOfUnion, type Told, told } from './kamerstuk-told.ts'

/** Further dossiers that share the pieces of the last: `26488 / 31300, nr 305`. */
const most = 4

function chainAt(text: string, first: Dossier, before: Before): readonly Told[] {
  const chain: Dossier[] = []
  let dossier: Dossier | null = first
  while (dossier && chain.length < most) {
    const last = told(text, dossier, before)
    if (last) {
      const letter = (before.bracket || before.startsLine) && /^[A-Z]/.test(last.pieces[0]?.ondernummer ?? '')
      if (chain.length > 0 && !last.surely && !before.cited && !letter && last.dossier.addition === '') return []
      return [...chain.map((shared) => ({ ...last, dossier: shared })), last]
    }
    const whole: Dossier = withChapter(text, dossier) ?? dossier
    chain.push(whole)
    const behindJoin = endAt(dossierJoin, text, whole.end)
    dossier = behindJoin < 0 ? null : dossierAt(text, behindJoin)
  }
  return []
}

function found(
  { dossier, pieces, hyphened }: Told,
  start: number,
  shared: boolean,
  chain: readonly Told[],
  session: string,
): Found[] {
  const own = shared ? pieces.map((piece) => ({ ...piece, start, end: dossier.end })) : pieces
  return cite(dossier.id, own, start, (piece) => [
    ...(chain.length > 1 ? filedElsewhere(chain, dossier, piece) : hyphened ? chapterOf(dossier, piece) : []),
    ...(session ? namesOf(withSession(kamerstukId(dossier.id, piece.ondernummer), session)) : []),
  ])
}

const namesOf = (id: string): readonly Name[] => [nameOfWritten(id) ?? []].flat()

/** A paper in several dossiers has its number in one of them: `26488 / 31300, nr 305`. A look-up tells in which. */
function filedElsewhere(chain: readonly Told[], own: Dossier, { ondernummer }: Piece): readonly Name[] {
  return chain.flatMap(({ dossier }) => (dossier === own ? [] : namesOf(kamerstukId(dossier.id, ondernummer))))
}

function chapterOf(dossier: Dossier, { ondernummer }: Piece): readonly Name[] {
  return [chapterInstead(kamerstukId(dossier.id, ondernummer)) ?? []].flat()
}

/** «ISO 20121, nr. 4», «te Sneek C 31288, nr. 4»: behind a name, five digits in one piece are of some register. */
const ofName = /(?<=(?<![A-Za-z])[A-Z][A-Za-z]{0,24} )/y

/** «had 21 868 (nr. 4) lezers»: the number in brackets is as often a place in a list. */
const inAside = /\s?\(n/y

/** All notations, by their parts, from the dossier on. */
function readKamerstuk(text: string, index: number, since: number): Reading | null {
  const dossier = dossierAt(text, index)
  if (!dossier) return null
  const before = new Before(text, index, since)
  const chain = chainAt(text, dossier, before)
  const [first] = chain
  const reversed = numberedBefore(text, index, since, () => withChapter(text, dossier) ?? dossier)
  if (reversed) return reversed
  // The dossiers of half a century; whoever cites another one says that it is one.
  const { digits } = dossier
  if (before.lead === 0 && (digits > '4' || (digits < '15' && !(first?.surely && before.cited) && !before.bracket)))
    return null
  if (first) {
    if (
      before.lead === 0 &&
      (isAt(noPaper, text, first.pieces[0]?.end ?? index) ||
        (!(first.surely && before.goesOn) && !isFree(text, index, first.surely || before.cited || isOfUnion(first))) ||
        (!before.cited &&
          !before.bracket &&
          !hasOwnAddition(first) &&
          !isOfUnion(first) &&
          isAmount(
            text,
            index,
            dossier.digits,
            since,
            first.surely && !isAt(inAside, text, first.dossier.end) && !(dossier.compact && isAt(ofName, text, index)),
          )))
    )
      return null
    const last = chain.length - 1
    const session = before.lead > 0 ? senateSessionOf(text.slice(index - before.lead, index)) : ''
    const all = chain.flatMap((each, place) => {
      const start = place === 0 ? index - before.lead : each.dossier.start
      return found(each, start, place < last, chain, session)
    })
    return { found: all, dossiers: chain.map((each) => each.dossier.id) }
  }
  const whole = withChapter(text, dossier) ?? dossier
  return isNamed(text, whole, before) ? { found: [], dossiers: [whole.id] } : null
}

const bill = /(?<=(?:voorstel(?:len)?|nota)\s{1,3})/y

/** Whether a dossier without a piece is one: «Kamerstuk 36 360», «wetsvoorstel 36 360», «(36 410-XVI)». */
function isNamed(text: string, dossier: Dossier, before: Before): boolean {
  return (
    before.lead > 0 ||
    (isFree(text, dossier.start, false) &&
      (isAt(bill, text, dossier.start) || (before.bracket && text.charAt(dossier.end) === ')')))
  )
}

/** Citations of Kamerstukken with a dossier in digits, in all notations of DOMAIN §1.2. */
export const kamerstukForm: Form = {
  name: 'kamerstuk',
  places: ['dossier'],
  before: 320,
  after: 800,
  read: readKamerstuk,
  examples: [
    ['Kamerstuk 29 826, nr. 214', 'kst-29826-214'],
    ['Kamerstuk 99 999 nr 9', 'kst-99999-9'],
    ['99 999 nr 9'],
    ['Kamerstuk 36180, nr. 107', 'kst-36180-107'],
    ['Kamerstukken II 2021–2022, 29 279, nr. 339', 'kst-29279-339'],
    ['Kamerstukken II, vergaderjaar 2022/2023 36 229, nr. 29', 'kst-36229-29'],
    ['Kamerstukken II 2020/21,  35690, nr. 3', 'kst-35690-3'],
    ['Kamerstukken, 2022-2023, 29628, nr. 1135', 'kst-29628-1135'],
    ['(Kamerstuk 35925-VI-56)', 'kst-35925-VI-56'],
    ['Kamerstuk 21501-20-2128', 'kst-21501-20-2128'],
    ['Kamerstuk 36 410 VIII, nr. 112', 'kst-36410-VIII-112'],
    ['Kamerstuk 36 410 A, nr. 51', 'kst-36410-A-51'],
    ['Kamerstuk36600 XII, nr. 42', 'kst-36600-XII-42'],
    ['Kamerstuk-ken 23 645, nr. 811 en 29 984, nr. 1207', 'kst-23645-811', 'kst-29984-1207'],
    ['Kamerstuk 36 410, nrs. 383, 348 en 309', 'kst-36410-383', 'kst-36410-348', 'kst-36410-309'],
    ['Kamerstuk 36 410, nrs. 383 en 2023D19 158', 'kst-36410-383', '2023D19158'],
    [
      'De stukken zijn 31532-289 en 33835-231; 29 762 e.a., D; 36 411, motie nr. 12',
      'kst-31532-289',
      'kst-33835-231',
      'kst-29762-D',
      'kst-36411-12',
    ],
    ['Kamerstuk 36 410, nrs. 1–3', 'kst-36410-1', 'kst-36410-2', 'kst-36410-3'],
    ['Kamerstuknr. 2007–2008, 30 420, nr. 61', 'kst-30420-61'],
    ['26488 / 31300, nr 305', 'kst-26488-305', 'kst-31300-305'],
    ['kamerstuknr 31 293 en 31 289 nr. 273', 'kst-31293-273', 'kst-31289-273'],
    ['motie-Jansen/De Vries (33576, nr. 105)', 'kst-33576-105'],
    ['22 (30196)', 'kst-30196-22'],
    ['Zij krijgt nr. 212 (31293, 31289).', 'kst-31293-212'],
    [
      'de motie op stuk nr. 213 (31293, 31289), motie nr. 214 (31293, 31289) en letter J (36 410, 36 411), pand nr. 215 (31293, 31289)',
      'kst-31293-213',
      'kst-31293-214',
      'kst-36410-J',
    ],
    ['82 (36 410-VIII)', 'kst-36410-VIII-82'],
    ['letter AB (36.600-VIII), letter J, was letter H (36.410)', 'kst-36600-VIII-AB', 'kst-36410-J', 'kst-36410-H'],
    ['nr. 34 (17 100, hoofdstuk VI); 36410, XVI, nr. 4', 'kst-17100-VI-34', 'kst-36410-XVI-4'],
    ['motie nr. 4 op dossier 36 410', 'kst-36410-4'],
    ['amendement 36067 – 61', 'kst-36067-61'],
    ['(Kamerstuk 36 067 - nr. 116)', 'kst-36067-116'],
    ['25295-BM', 'kst-25295-BM'],
    ['31288-836', 'kst-31288-836'],
    ['uw kenmerk 34475-VIII-2/2016D20213', 'kst-34475-VIII-2', '2016D20213'],
    ['36 560 XIII- 2, 36 560 VII-2', 'kst-36560-XIII-2', 'kst-36560-VII-2'],
    ['21501-07-\n1400 en 34417-(R2068)-7', 'kst-21501-07-1400', 'kst-34417-R2068-7'],
    ['(35300-VI, letter Y)', 'kst-35300-VI-Y'],
    ['35925 VII / 35925 IV, A', 'kst-35925-VII-A', 'kst-35925-IV-A'],
    ['het kabinet (23 432-537), 36 600 (VIII), nr. 15', 'kst-23432-537', 'kst-36600-VIII-15'],
    ['Wetsvoorstel 36 360, nr. 2; 35 570, nr. 4 & 5', 'kst-36360-2', 'kst-35570-4', 'kst-35570-5'],
    ['Kamerstuk 28 684, nr. 588, 590 en 592.', 'kst-28684-588', 'kst-28684-590', 'kst-28684-592'],
    ['Kamerstuk 28 684, nr. 588, 12 leden', 'kst-28684-588'],
    ['Kamerstuk 28 684, nummers 601 en 602, alsmede nummer 610', 'kst-28684-601', 'kst-28684-602', 'kst-28684-610'],
    ['Kamerstukken I 2020/21, 35 570, C en D', 'kst-35570-C', 'kst-35570-D'],
    ['Kamerstukken I 2020/21, 35 570, B (VV), C (MvA), p. 8', 'kst-35570-B', 'kst-35570-C'],
    ['36 410 VIII Vaststelling van de begroting\nNr. 88\nMOTIE VAN HET LID', 'kst-36410-VIII-88'],
    ['1. 27 625, M en N Waterbeleid\n31 305-349 Deelmobiliteit', 'kst-27625-M', 'kst-27625-N', 'kst-31305-349'],
    [
      'Kamerstukken I 2000/2001, 26 855 (250, 250a); 2001/2002, 26 855 (16)',
      'kst-26855-250',
      'kst-26855-250a',
      'kst-26855-16',
    ],
    ['29 684 Waddenzeebeleid\nNr. 231\nBRIEF', 'kst-29684-231'],
    ['Kamerstuk 32 847, nr. 1021, t.v.v. nr. 1003', 'kst-32847-1021', 'kst-32847-1003'],
    ['op 12 mei 2023\n31293-676\nBesluit: Bestelling 36410-2', 'kst-31293-676'],
    ['23908-(R1519)-131', 'kst-23908-R1519-131'],
    ['36 351 (R2184), nr. 7', 'kst-36351-R2184-7'],
    ['35925-32; 35570-XIV-46; 21501-32-1188', 'kst-35925-32', 'kst-35570-XIV-46', 'kst-21501-32-1188'],
    ['EK 34.972, stuk U; 35 526, stukken C en D', 'kst-34972-U', 'kst-35526-C', 'kst-35526-D'],
    ['kamerstuk 22.112'],
    ['31.700XII, 6', 'kst-31700-XII-6'],
    ['Kamerstukken I 2020/21, 35 570, C', 'kst-35570-C'],
    ['Kamerstukken I 1995/96, 24 138, nr. 42e', 'kst-24138-42e'],
    ['Kamerstuk 36 360, nr. 4, p. 12, en nr. 6', 'kst-36360-4', 'kst-36360-6'],
    ['36 360, nr. 5', 'kst-36360-5'],
    ['| 29544 | nr. 1080 |, Dossiernummer: 36 360 Ondernummer: 5', 'kst-29544-1080', 'kst-36360-5'],
    [
      '36 360, nr. 3 (NV, nr. 6, p. 18), 36 360, nr. 7 resp. 8',
      'kst-36360-3',
      'kst-36360-6',
      'kst-36360-7',
      'kst-36360-8',
    ],
    ['36 360, nr. 3, p. 6 en p. 9, en uit nr. 4, p. 2', 'kst-36360-3', 'kst-36360-4'],
    ['MvT, 36 360, nr. 3, p. 6; NV, nr. 6, p. 2', 'kst-36360-3', 'kst-36360-6'],
    ['36410-A', 'kst-36410-A'],
    ['Kamerstuk 36 360, A; EK, B', 'kst-36360-A', 'kst-36360-B'],
    ['wetsvoorstel 36 360 (EK, C) en 36 361 (TK, 3), 36 362 (TK, 150 leden)', 'kst-36360-C', 'kst-36361-3'],
    ['Zij krijgen de nrs. 28 en 29 (36 410, 36 411)', 'kst-36410-28', 'kst-36410-29'],
    ['de brief (36 218, B) en later 36 218, C; hij las 36 219, D', 'kst-36218-B', 'kst-36218-C', 'kst-36219-D'],
    ['vergeet 35 896, J niet; figuur 20 123, A is, prijs 31 500, A is, met 31 204, U weet wel', 'kst-35896-J'],
    ['toegevoegd onder nr. 3; onder nr. 3 toegevoegd aan wetsvoorstel 35746', 'kst-35746-3'],
    ['Ook stuk 14 600, nr. 61; bij 14 600, nr. 62', 'kst-14600-61'],
    ['Zij krijgt nr.451 (25295); de rapporten 31936, nr. 811; ISO 20121, nr. 4', 'kst-25295-451', 'kst-31936-811'],
    [
      'Fiche Schengen 22112-3294; Kamerstuk 36360, nr. 3, p. 6 en 36361, nr. 8',
      'kst-22112-3294',
      'kst-36360-3',
      'kst-36361-8',
    ],
    ['(Tweede Kamer, vergaderjaar 2012—20 13, 33 495, nr. 10', 'kst-33495-10'],
    ['- 24 095-571 Brief; op 28 maart 2023 21501-33-1013Besluit', 'kst-24095-571', 'kst-21501-33-1013'],
    [
      '35 570 A – nrs. 2 en 14; 26 855, nr. 3, jo. nr. 5',
      'kst-35570-A-2',
      'kst-35570-A-14',
      'kst-26855-3',
      'kst-26855-5',
    ],
    ['op de JBZ-Raad, 32.317, NA en NB; bedrag 32.317, A', 'kst-32317-NA', 'kst-32317-NB'],
    ['Kamerstukken II 2015/16, 34231, 12 (NvW).', 'kst-34231-12'],
    ['Motie Van der Esch c.s. 30 872-262 | 1-12-2021', 'kst-30872-262'],
    ['samen 36 200, nr. 2 in de reeks; met 35 510, nr. 1 van Europa'],
    ['zie ook 29 544, nr. 12; bij 36 200 XV, nr. 3', 'kst-29544-12', 'kst-36200-XV-3'],
    ['gelet op 29 544, nr. 12, en naast 36 200, nr. 3 gaf zij', 'kst-29544-12', 'kst-36200-3'],
    ['Jansen kreeg 31 066, nr. 2 haalde 28 286, nr. 3 nog minder; te Barneveld 30 954, nr. 103'],
    ['Motie-Jansen c.s. over goede zorg 32 793, nr. 511', 'kst-32793-511'],
    ['Kamerstuk 30 950, nr. 3, en wat 30 950, nr. 7 daarvan zegt', 'kst-30950-3', 'kst-30950-7'],
    ['Kamerstukken I 2023/24, 36 327 (A, B); I 2023/24, 36 328 (A)', 'kst-36327-A', 'kst-36327-B', 'kst-36328-A'],
    [
      'Abonnees: 31 293, nr. 3; zelfs 29 300, nr. 15; sport: 24 500, nr. 2; van 25 000, nr. 12; kabel 22112-A; hij haalde 22 (30196)',
    ],
    ['Herstel daken: 31 500, nr. 2; bestelling: 24 500, nr. 3; tarief: 25 100, nr. 4; abonnement: 26 300, nr. 2'],
    ['Motie-De Wit c.s.: 36 100, nr. 9; Voorstel van wet: 36 200, nr. 2', 'kst-36100-9', 'kst-36200-2'],
    ['Postbus 20015 2500 EA Den Haag, Postbus 20018, nr. 5'],
    ['6. CXXXVIII / 35.570, B', 'kst-35570-B'],
    ['Brief van 12 mei 1979 15 300, nr. 5; ISBN 978 90 36 410, nr. 2', 'kst-15300-5'],
    [
      'Over Kamerstuk 36 410, U vraagt of dit klopt; in Kamerstuk 36 411, I see; Kamerstuk 36 412, C dat',
      'kst-36412-C',
    ],
    [
      'moties (33 576, nr. 403), Jansen (nr. 404); (33 576, nr. 405) Bijlage (nr. 3), (Stb. 2021, 549), De Wit (nr. 4)',
      'kst-33576-403',
      'kst-33576-404',
      'kst-33576-405',
      'stb-2021-549',
    ],
    ['tabel 20 015 2 500, 36 360 leden, 12.345 euro, 36360-VIII'],
    ['ah-x-20242025-594 telefoon 070-36 360 12 en € 25 000, A'],
    ['tussen 15000-2000 meter en 12345-67-8 of 36360-5-7'],
  ],
}
