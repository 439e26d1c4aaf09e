import { messages, params } from './i18n.ts'

/** One plain sentence for every way in which a look-up can fail: what happened, what was kept, what to do. */
export const sourceMessages = messages(
  'sources',
  {
    offline:
      'De officiële dienst is niet te bereiken: u bent offline, of het netwerk of de site hapert. Wat al bekend was, is er nog; probeer het later opnieuw.',
    withheld:
      'De officiële dienst is niet te vragen: de browser staat het Kamerlens niet toe. Wat al bekend was, is er nog; sta de officiële sites toe bij «Instellingen».',
    withheldHere:
      'De officiële dienst is niet te vragen: de browser staat het Kamerlens niet toe. Wat al bekend was, is er nog.',
    busy: 'De officiële dienst heeft het druk. Wat al bekend was, is er nog; probeer het later opnieuw.',
    busyUntil: params(
      'De officiële dienst heeft het druk. Wat al bekend was, is er nog; probeer het na {time} opnieuw.',
    ),
    offlineWanted:
      'De officiële dienst is niet te bereiken: u bent offline, of het netwerk of de site hapert. Kamerlens vraagt het vanzelf opnieuw.',
    busyWanted: 'De officiële dienst heeft het druk. Kamerlens vraagt het straks vanzelf opnieuw.',
    busyWantedUntil: params('De officiële dienst heeft het druk. Kamerlens vraagt het na {time} vanzelf opnieuw.'),
    refused: 'De officiële dienst geeft hierop geen antwoord. Wat al bekend was, is er nog.',
    'broken-answer':
      'De officiële dienst gaf een onbruikbaar antwoord. Wat al bekend was, is er nog; probeer het later opnieuw.',
    'not-found':
      'De officiële diensten kennen dit stuk niet, of nog niet: een nieuw stuk verschijnt soms pas na weken.',
    'too-large':
      'De officiële dienst gaf een veel te groot antwoord; het is niet gelezen. Wat al bekend was, is er nog.',
    elsewhere:
      'De officiële dienst verwijst naar een andere site, misschien de aanmelding van uw netwerk; daar vraagt Kamerlens niets. Wat al bekend was, is er nog.',
  },
  {
    offline:
      'The official service cannot be reached: you are offline, or the network or the site is failing. What was known is still there; please try again later.',
    withheld:
      'The official service cannot be asked: the browser does not allow Kamerlens to. What was known is still there; allow the official sites in “Settings”.',
    withheldHere:
      'The official service cannot be asked: the browser does not allow Kamerlens to. What was known is still there.',
    busy: 'The official service is busy. What was known is still there; please try again later.',
    busyUntil: 'The official service is busy. What was known is still there; please try again after {time}.',
    offlineWanted:
      'The official service cannot be reached: you are offline, or the network or the site is failing. Kamerlens will ask again by itself.',
    busyWanted: 'The official service is busy. Kamerlens will soon ask again by itself.',
    busyWantedUntil: 'The official service is busy. Kamerlens will ask again by itself after {time}.',
    refused: 'The official service does not answer this. What was known is still there.',
    'broken-answer':
      'The official service gave an answer that cannot be used. What was known is still there; please try again later.',
    'not-found': 'The official services do not know this paper, or not yet: a new one may take weeks to appear.',
    'too-large': 'The official service gave far too large an answer; it was not read. What was known is still there.',
    elsewhere:
      'The official service refers to another site, perhaps the sign-in of your network, which Kamerlens asks nothing. What was known is still there.',
  },
)

type Texts = ReturnType<typeof sourceMessages.get>

interface Failed {
  readonly code: Exclude<keyof Texts, `busy${string}Until` | `${string}Wanted`>
  readonly retryAt: number | null
}

/**
 * The sentence for a failed look-up (`SourceFailure`).
 *
 * @param timeOf a moment (milliseconds since 1970) in the words of the interface
 * @param isWanted whether it is asked again by itself: then there is nothing to do
 */
export function sourceSentence(
  texts: Texts,
  { code, retryAt }: Failed,
  timeOf: (moment: number) => string,
  isWanted = false,
): string {
  if (code === 'offline') return isWanted ? texts.offlineWanted : texts.offline
  if (code !== 'busy') return texts[code]
  if (retryAt === null) return isWanted ? texts.busyWanted : texts.busy
  return (isWanted ? texts.busyWantedUntil : texts.busyUntil)({ time: timeOf(retryAt) })
}
