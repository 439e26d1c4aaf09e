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
const beginnings = ['', 'her', 'ver', 'on', 'be', 'over', 'mede', 'voor', 'door', 'uit']
const endings = ['', 'en', 'ing', 'ingen', 'heid', 'lijk', 'er', 'ers', 'baar', 's']

/** Different words, from the most to the least frequent: short ones, derived ones, and compounds, as in Dutch. */
const size = 60_000

/** Words whose frequencies fall as those of a language do: the nth comes about 1/n as often as the first. */
export class Vocabulary {
  readonly #words: readonly string[]
  readonly #sums: Float64Array

  constructor() {
    const dice = new Dice(42)
    const words = new Set(common)
    while (words.size < size) {
      const first = `${dice.pick(beginnings)}${dice.pick(parts)}`
      const last = dice.once(3) ? '' : `${dice.once(3) ? 's' : ''}${dice.pick(parts)}${dice.once(3) ? dice.pick(parts) : ''}`
      words.add(`${first}${last}${dice.pick(endings)}`)
    }
    this.#words = [...words]
    this.#sums = new Float64Array(size)
    let sum = 0
    for (let rank = 0; rank < size; rank += 1) {
      sum += 1 / (rank + 2.7)
      this.#sums[rank] = sum
    }
  }

  word(rank: number): string {
    return this.#words[rank] ?? ''
  }

  /** A word as often as it occurs. */
  pick(dice: Dice): string {
    const wanted = (dice.between(0, 1_000_000_000) / 1_000_000_000) * (this.#sums.at(-1) ?? 0)
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return this.word(low)
  }

  sentence(dice: Dice, count: number): string {
    const text = Array.from({ length: count }, () => this.pick(dice)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
}
