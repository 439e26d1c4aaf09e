import type { Dice } from './random.ts'

const words = (
  'de het een van in op voor met aan dat die is zijn wordt werden heeft naar bij om te over ook als door uit tot ' +
  'kabinet minister staatssecretaris Kamer commissie motie amendement wetsvoorstel begroting onderwijs gemeente ' +
  'uitvoering maatregelen onderzoek jongeren stage werkgever opleiding regio toezicht middelen voortgang rapport ' +
  'aanbevelingen gesprek leden fractie vragen antwoord brief bijlage debat besluit termijn beleid aanpak kosten ' +
  'bovendien daarnaast echter inmiddels verder namelijk hierover waarbij waarin voldoende mogelijk nodig jaarlijks'
).split(' ')

/** Words of a sentence, without its end. @param count how many */
export function clause(dice: Dice, count: number): string {
  const picked = Array.from({ length: count }, () => dice.pick(words))
  // Numbers of ordinary prose: years, amounts, percentages, which no detector may take for codes.
  if (dice.once(5)) picked.push(dice.pick(['in 2023', '12 procent', 'circa 1.500', 'op 14 maart 2022', 'ruim 300']))
  return picked.join(' ')
}

export function sentence(dice: Dice, low = 5, high = 13): string {
  const text = clause(dice, dice.between(low, high))
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
