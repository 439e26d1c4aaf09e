import type { LineRole } from '../types.ts'

/**
 * The vocabulary of official publications, as far as it tells how text is set (DOMAIN §2, «op-XML»; the files of two
 * decades use several versions of it). What is not named here is read for what is in it.
 */

/** Never text of the document. */
export const dropped: ReadonlySet<string> = new Set(['metadata', 'officiele-inhoudsopgave', 'colspec', 'spanspec'])

/** Part of a line of text, wherever they stand. */
export const inline: ReadonlySet<string> = new Set(
  'nadruk extref intref dossierref nootref noot.nr sup sub inf super naam voornaam voorvoegsels achternaam politiek functie datum dagtekening plaats organisatie kamervraagonderwerp dossiernr begrotingshoofdstuk ondernummer term label nr li.nr br redactie ins del unl'.split(
    ' ',
  ),
)

/** Lines of text of their own, even among other text. */
export const blocks: ReadonlySet<string> = new Set(
  'al al-groep lijst li table tgroup vraag antwoord tussenkop kop titel tekst tekstregel kamervraagomschrijving kamervraagopmerking onderwerp spreekbeurt spreker noot.al citaat vraagnummer kamervraagnummer stuknr'.split(
    ' ',
  ),
)

export const roles: Readonly<Record<string, LineRole>> = {
  titel: 'heading',
  kop: 'heading',
  tussenkop: 'heading',
  'item-titel': 'heading',
  // What is printed above and below the text itself, the questions' number among it.
  kamerstukkop: 'header',
  kamervraagkop: 'header',
  kamervraagnummer: 'header',
  vraagnummer: 'header',
  kamervraagopmerking: 'footer',
}
