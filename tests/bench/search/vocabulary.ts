import { Dice } from '../random.ts'

const common = (
  'de het een van in op voor met aan dat die is zijn wordt werden heeft naar bij om te over ook als door uit tot ' +
  'kabinet minister staatssecretaris kamer commissie motie amendement wetsvoorstel begroting onderwijs gemeente ' +
  'uitvoering maatregelen onderzoek jongeren stage werkgever opleiding regio toezicht middelen voortgang rapport ' +
  'aanbevelingen gesprek leden fractie vragen antwoord brief bijlage debat besluit termijn beleid aanpak kosten'
).split(' ')
const parts = (
  'zorg stage kind ouder school woning bouw water lucht energie geld steun vervoer spoor haven land natuur stikstof ' +
  'jeugd hulp arbeid markt loon pensioen belasting toeslag recht bank politie veiligheid grens asiel taal cultuur sport ' +
  'media data cyber defensie vrede handel boer visserij dier plicht raad plan toets kaart loket fonds regel eis ' +
  'norm stelsel keten dienst punt lijst tekort groei druk kans risico kwaliteit prijs vraag aanbod gebied beheer'
).split(' ')
/** Roots beyond those, as syllables make them: a root of a language is in some words, and not in a thousand. */
const onsets = 'b d f g h k l m n p r s t v w z st sch br dr gr kl kn pl sl tr vr zw'.split(' ')
const vowels = 'a e i o u aa ee oo uu ie oe eu ui ij au'.split(' ')
const codas = 'k l m n p r s t f g ng nk rd rt st ld ls mp nd ft'.split(' ')
const roots = 3_000
const beginnings = ['', '', '', 'her', 'ver', 'on', 'be', 'over', 'mede', 'voor']
const endings = ['', '', 'en', 'en', 'ing', 'ingen', 'heid', 'lijk', 'er', 's']

/** Words that there are. In five million, as here, some two thirds of them occur, half of these a few times only. */
const size = 300_000

/**
 * Words whose frequencies fall as those of a language do (Zipf: the nth comes about 1/n as often as the first): short ones first,
 * then derived ones and compounds, whose roots are shared as unevenly.
 */
export class Vocabulary {
  readonly #roots: readonly string[]

  constructor() {
    const dice = new Dice(42)
    const all = [...parts]
    while (all.length < roots) all.push(`${dice.pick(onsets)}${dice.pick(vowels)}${dice.pick(codas)}`)
    this.#roots = all
  }

  /** @param rank from 0, the most frequent one */
  word(rank: number): string {
    const known = common[rank]
    if (known !== undefined) return known
    const dice = new Dice(rank)
    const root = () => this.#roots[uneven(dice, this.#roots.length)] ?? ''
    const last = dice.once(4) ? '' : `${dice.once(3) ? 's' : ''}${root()}${dice.once(4) ? root() : ''}`
    return `${dice.pick(beginnings)}${root()}${last}${dice.pick(endings)}`
  }

  /** A word as often as it occurs. */
  pick(dice: Dice): string {
    return this.word(uneven(dice, size))
  }

  sentence(dice: Dice, count: number): string {
    const text = Array.from({ length: count }, () => this.pick(dice)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
}

/** A number below `count`, the nth about 1/n as often as the first. */
function uneven(dice: Dice, count: number): number {
  const share = dice.between(0, 999_999_999) / 1_000_000_000
  return Math.floor(2.7 * ((count + 2.7) / 2.7) ** share - 2.7)
}
