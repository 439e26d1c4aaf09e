import { count, messages, params } from './i18n.ts'

/** What is wrong with the storage of what is kept, and what was put right in it. */
export const storeMessages = messages(
  'store',
  {
    newerDatabase:
      'Deze gegevens zijn van een nieuwere versie van Kamerlens. U kunt ze lezen; werk Kamerlens bij om weer te schrijven.',
    unreadableDatabase:
      'Deze gegevens zijn van een nieuwere versie van Kamerlens en kunnen hier niet worden gelezen. Ze blijven staan zoals ze zijn; werk Kamerlens bij.',
    recoveredAll: count({
      one: 'De opslag van de browser was leeg of beschadigd. Kamerlens heeft alles teruggezet uit zijn tweede kopie: {count} notitie en alles daarbij.',
      many: 'De opslag van de browser was leeg of beschadigd. Kamerlens heeft alles teruggezet uit zijn tweede kopie: {count} notities en alles daarbij.',
    }),
    recoveredSome:
      'De browser was de laatste wijzigingen kwijt, waarschijnlijk doordat hij onverwacht stopte. Kamerlens heeft ze teruggezet uit zijn tweede kopie.',
    upgradeRefused:
      'Deze versie van Kamerlens kon de opslag niet overnemen zonder iets te verliezen, en heeft dat dus niet gedaan. Alles staat er nog zoals het was; werk Kamerlens bij. Wat u typt blijft in dit venster staan; kopieer het voor u het sluit.',
    upgradeUnsecured:
      'Kamerlens is bijgewerkt en maakt eerst een kopie van wat u bewaart. Dat lukte niet; alles staat er nog zoals het was. Maak ruimte op de schijf of start de browser opnieuw, en open dit venster dan weer. Wat u typt blijft in dit venster staan: kopieer het voor u het sluit.',
    upgradeBlocked:
      'Kamerlens is bijgewerkt, maar een oud venster ervan houdt de opslag nog vast. Alles staat er nog. Sluit de andere vensters van Kamerlens en open dit opnieuw, of start de browser opnieuw. Wat u typt blijft in dit venster staan: kopieer het voor u het sluit.',
    databaseUnavailable:
      'De opslag van de browser kan niet worden geopend; Kamerlens heeft niets gewist. Start de browser opnieuw. Wat u typt blijft in dit venster staan: kopieer het voor u het sluit.',
    privateWindow:
      'In een privévenster laat de browser Kamerlens niet lezen wat u al bewaarde. Opzoeken gaat gewoon; wat u hier bewaart, vindt u in een gewoon venster terug. Onthoudt Firefox nooit geschiedenis, dan kan Kamerlens niets bewaren.',
    upgrading: 'Kamerlens is bijgewerkt en maakt eerst een kopie van wat u bewaart. Daarna staat hier alles weer.',
    saveAsItLies: 'Alles opslaan als bestand',
    aboutSaving: 'Er verandert niets. Het bestand kunt u later importeren.',
    savingAsItLies: 'Alles wordt gelezen…',
    savedAsItLies: params('Opgeslagen: {file}'),
    savedAsItLiesParts: params(
      'Opgeslagen als {number} bestanden, want één zou te groot zijn: {file} enzovoort. Importeer ze later allemaal.',
    ),
    maybeNotWhole: 'Let op: niet alles kon worden gelezen, dus er kan iets ontbreken.',
    nothingToSave: 'Er is niets gevonden om op te slaan, of het kan nu niet worden gelezen.',
    notSavedAsItLies: 'Het bestand kon niet worden gemaakt. Alles staat er nog zoals het was.',
  },
  {
    newerDatabase:
      'This data is from a newer version of Kamerlens. You can read it; update Kamerlens to make changes again.',
    unreadableDatabase:
      'This data is from a newer version of Kamerlens and cannot be read here. It stays as it is; please update Kamerlens.',
    recoveredAll: {
      one: 'The browser’s storage was empty or damaged. Kamerlens has restored everything from its second copy: {count} note and all that belongs to it.',
      many: 'The browser’s storage was empty or damaged. Kamerlens has restored everything from its second copy: {count} notes and all that belongs to them.',
    },
    recoveredSome:
      'The browser had lost the last changes, probably because it stopped unexpectedly. Kamerlens has restored them from its second copy.',
    upgradeRefused:
      'This version of Kamerlens could not take over the stored data without losing something, so it did not. Everything is still there as it was; please update Kamerlens. What you type stays in this window; copy it before you close it.',
    upgradeUnsecured:
      'Kamerlens was updated and first makes a copy of what you keep. That failed; everything is still there as it was. Make room on the disk or restart the browser, and open this window again. What you type stays in this window: copy it before you close it.',
    upgradeBlocked:
      'Kamerlens was updated, but an old window of it still holds the storage. Everything is still there. Close the other windows of Kamerlens and open this one again, or restart the browser. What you type stays in this window: copy it before you close it.',
    databaseUnavailable:
      'The browser’s storage cannot be opened; Kamerlens has erased nothing. Restart the browser. What you type stays in this window: copy it before you close it.',
    privateWindow:
      'In a private window the browser does not let Kamerlens read what you kept before. Looking up works as usual; what you keep here is found in an ordinary window. If Firefox never remembers history, Kamerlens cannot keep anything.',
    upgrading: 'Kamerlens was updated and first makes a copy of what you keep. After that everything is here again.',
    saveAsItLies: 'Save everything as a file',
    aboutSaving: 'This changes nothing. You can import the file later.',
    savingAsItLies: 'Reading everything…',
    savedAsItLies: 'Saved: {file}',
    savedAsItLiesParts:
      'Saved as {number} files, because one would be too large: {file} and so on. Import all of them later.',
    maybeNotWhole: 'Note: not everything could be read, so something may be missing.',
    nothingToSave: 'Nothing to save was found, or it cannot be read now.',
    notSavedAsItLies: 'The file could not be made. Everything is still there as it was.',
  },
)
