import { answered, dossier, paper, questions, type Row, table, zaak } from './tables.ts'

/** What the open data say later on, for tests of following: each is one thing that happens, once. */

function named(entity: 'Zaak' | 'Kamerstukdossier', is: (row: Row) => boolean): Row {
  const row = table(entity).find(is)
  if (row === undefined) throw new Error(`No such ${entity}`)
  return row
}

const joined: (() => void)[] = []

function join(number: string, added: Row): void {
  const row = named('Zaak', ({ Nummer }) => Nummer === number)
  const before = { of: row.Document as Row[], to: added.Zaak as Row[] }
  row.Document = [...before.of, added]
  added.Zaak = [...before.to, row]
  joined.push(() => {
    row.Document = before.of
    added.Zaak = before.to
  })
}

/** Takes back what has come to a zaak: the tests of other files share these tables. */
export function takeBackLater(): void {
  for (const takeBack of joined.splice(0).reverse()) takeBack()
}

/** The questions about gyms (2023D24876) get their answer. */
export function answerGyms(): void {
  const subject = 'Antwoord op vragen van het lid Van Zuilen over de huur van gymzalen'
  const signed = answered()
  const kind = 'Antwoord schriftelijke vragen'
  join('2023Z10477', paper({ number: '2023D27300', kind, day: '2023-06-21', subject, aanhangsel: '222303101', signed }))
}

/** The answer to the questions about gyms is put off. */
export function postponeGyms(): void {
  const subject = 'Uitstel beantwoording vragen van het lid Van Zuilen over de huur van gymzalen'
  const signed = answered()
  const kind = 'Mededeling (uitstel antwoord)'
  join('2023Z10477', paper({ number: '2023D26900', kind, day: '2023-06-20', subject, aanhangsel: '222303055', signed }))
}

/** A letter comes to the zaak of the questions about internships (2023Z08012). */
export function writeAboutInternships(): void {
  const subject = 'Nadere informatie over gelijke kansen bij het zoeken van een stage'
  join('2023Z08012', paper({ number: '2023D27301', kind: 'Brief regering', day: '2023-06-21', subject }))
}

/** A letter comes to the dossier of the annual report (36360-VIII). */
export function writeAboutReport(): void {
  const row = named('Kamerstukdossier', ({ Nummer, Toevoeging }) => Nummer === 36360 && Toevoeging === 'VIII')
  const subject = 'Nadere cijfers bij het jaarverslag OCW 2022'
  const letter = paper({
    number: '2023D27302',
    kind: 'Brief regering',
    day: '2023-06-21',
    subject,
    dossier: row,
    order: 8,
  })
  row.Document = [...(row.Document as Row[]), letter]
}

/** As many zaken of open questions as are wanted; gives their numbers. */
export function manyZaken(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = `2023Z${30_000 + index}`
    const subject = `De vragen met volgnummer ${index}`
    zaak(number, 'Schriftelijke vragen', '2023-06-12', subject, [
      questions(`2023D${30_000 + index}`, '2023-06-12', subject),
    ])
    return number
  })
}

/** The same of dossiers, which are asked for one by one. */
export function manyDossiers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    dossier(37_000 + index, null, `Dossier met volgnummer ${index}`).Document = []
    return `dossier-${37_000 + index}`
  })
}
