import type { Dice } from './random.ts'

const chapters = ['VIII', 'XVI', 'VI', 'XII', 'V', 'IXB', 'A']
const letters = ['A', 'B', 'C', 'AB', 'Y']

const year = (dice: Dice) => dice.between(2012, 2025)
const registered = (dice: Dice, letter: string) => `${year(dice)}${letter}${dice.between(10_000, 49_999)}`
const number = (dice: Dice) => `${dice.between(1, 1400)}`
const spaced = (dice: Dice) => `${dice.between(21, 36)} ${dice.between(100, 999)}`
const compact = (dice: Dice) => `${dice.between(21, 36)}${dice.between(100, 999)}`
const session = (dice: Dice, between: string) => {
  const first = year(dice)
  return `${first}${between}${between === '/' ? String(first + 1).slice(2) : first + 1}`
}

/** How often each form stands in running text, by DOMAIN §1.4: mostly a spaced dossier with `nr.` */
const forms: readonly (readonly [weight: number, write: (dice: Dice) => string])[] = [
  [24, (dice) => `Kamerstuk ${spaced(dice)}, nr. ${number(dice)}`],
  [12, (dice) => `${spaced(dice)}, nr. ${number(dice)}`],
  [8, (dice) => `Kamerstukken II ${session(dice, '–')}, ${spaced(dice)}, nr. ${number(dice)}`],
  [6, (dice) => `Kamerstukken II ${session(dice, '/')}, ${compact(dice)}, nr. ${number(dice)}`],
  [5, (dice) => `Kamerstuk ${spaced(dice)} ${dice.pick(chapters)}, nr. ${number(dice)}`],
  [4, (dice) => `Kamerstuk ${compact(dice)}-${dice.pick(chapters)}-${number(dice)}`],
  [3, (dice) => `Kamerstuk 21 501-20, nr. ${number(dice)}`],
  [3, (dice) => `Kamerstuk ${spaced(dice)}, nrs. ${number(dice)}, ${number(dice)} en ${number(dice)}`],
  [2, (dice) => `Kamerstukken I ${session(dice, '/')}, ${spaced(dice)}, ${dice.pick(letters)}`],
  [2, (dice) => `motie-Lodders/Geurts (${compact(dice)}, nr. ${number(dice)})`],
  [10, (dice) => registered(dice, 'Z')],
  [6, (dice) => registered(dice, 'D')],
  [1, (dice) => registered(dice, 'A')],
  [4, (dice) => `Aanhangsel Handelingen II ${session(dice, '/')}, nr. ${number(dice)}`],
  [2, (dice) => `Aanhangsel van de Handelingen, vergaderjaar ${session(dice, '–')}, nr. ${number(dice)}`],
  [2, (dice) => `Handelingen II ${session(dice, '/')}, nr. ${dice.between(1, 110)}, item ${dice.between(1, 40)}`],
  [3, (dice) => `kst-${compact(dice)}-${number(dice)}`],
  [1, (dice) => `ah-tk-20222023-${number(dice)}`],
  [2, (dice) => `Stb. ${year(dice)}, ${dice.between(1, 700)}`],
  [1, (dice) => `Stcrt. ${year(dice)}, ${dice.between(100, 70_000)}`],
  [1, (dice) => `Trb. ${year(dice)}, ${dice.between(1, 250)}`],
  [1, (dice) => `ECLI:NL:HR:${year(dice)}:${dice.between(1, 2400)}`],
  [1, (dice) => `BWBR00${dice.between(10_000, 49_999)}`],
  [1, (dice) => `(EU) ${year(dice)}/${dice.between(100, 2900)}`],
  [1, (dice) => `T0${dice.between(1000, 4000)}`],
]
const bag = forms.flatMap(([weight, write]) => Array.from({ length: weight }, () => write))

/** A citation as it is printed, in one of the forms of DOMAIN §1. */
export const citation = (dice: Dice): string => dice.pick(bag)(dice)

/** The same, split over inline elements at a random place inside it. */
export function splitCitation(dice: Dice): string {
  const text = citation(dice)
  const at = dice.between(2, text.length - 2)
  const [before, after] = [text.slice(0, at), text.slice(at)]
  return dice.pick([
    `${before}<b>${after}</b>`,
    `<i>${before}</i>${after}`,
    `${before}<wbr>${after}`,
    `<span class="ref">${before}</span><span>${after}</span>`,
    `${before}&shy;${after}`,
  ])
}

/** What looks like a code and is none (DOMAIN §1.2, §1.3). */
export const trap = (dice: Dice): string =>
  dice.pick([
    () => `Postbus 20015 2500 EA`,
    () => `${dice.between(10_000_000, 49_999_999)}`,
    () => `${year(dice)}-0000${dice.between(100_000, 999_999)}`,
    () => `€ ${dice.between(1, 999)}.${dice.between(100, 999)}`,
    () => `070 318 ${dice.between(1000, 9999)}`,
    () => `${dice.between(10, 99)} ${dice.between(100, 999)}`,
    () => `artikel ${dice.between(1, 99)}, tweede lid`,
    () => `vergaderjaar ${session(dice, '–')}, Aanhangsel ${dice.between(1, 9)}`,
  ])()
