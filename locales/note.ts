import { count, params } from '@nanostores/i18n'
import { messages } from './i18n.ts'

/** The note editor. */
export const noteMessages = messages(
  'note',
  {
    note: 'Notitie',
    notes: 'Notities',
    placeholder: 'Schrijf een notitie…',
    newNote: 'Nieuwe notitie',
    on: params('Notitie bij {subject}'),
    allOn: params('Notities bij {subject}'),
    typing: 'typt…',
    saved: params('bewaard {time}'),
    notSaved: params('niet bewaard: {reason}'),
    noRoom:
      'De browser kon niet opslaan. Uw tekst blijft hier staan: kies «Opnieuw», of «Kopieer tekst» en zet hem ergens anders neer.',
    noStore:
      'De opslag van de browser kan niet worden geopend. Uw tekst blijft hier staan: kies «Opnieuw», of «Kopieer tekst» en zet hem ergens anders neer.',
    tooLong: 'Deze notitie is te lang voor Kamerlens. Uw tekst blijft hier staan; verdeel hem over meer notities.',
    onlyHere:
      'Deze tekst staat alleen in dit venster, want de browser heeft geen plaats voor een kladversie. Sluit het pas als er «bewaard» staat, of kopieer de tekst.',
    announceSaved: 'Notitie bewaard',
    copyText: 'Kopieer tekst',
    delete: 'Notitie verwijderen',
    deleted: 'Notitie verwijderd',
    tags: 'Labels',
    addTag: 'Label toevoegen',
    removeTag: params('Label {tag} verwijderen'),
    tagHint: 'Enter of komma voegt toe, Backspace verwijdert het laatste.',
    keys: 'Ctrl+B vet, Ctrl+I cursief, Ctrl+K koppeling',
    linkAddress: 'adres',
    recovered: count({
      one: '{count} eerder getypte tekst alsnog bewaard.',
      many: '{count} eerder getypte teksten alsnog bewaard.',
    }),
    waiting: params<{ text: string }>(
      count({
        one: '{count} eerder getypte tekst nog niet bewaard: «{text}». Kamerlens onthoudt hem en probeert het bij het volgende openen opnieuw.',
        many: '{count} eerder getypte teksten nog niet bewaard, waaronder «{text}». Kamerlens onthoudt ze en probeert het bij het volgende openen opnieuw.',
      }),
    ),
    empty: 'Lege notitie',
    changed: params('gewijzigd {date}'),
  },
  {
    note: 'Note',
    notes: 'Notes',
    placeholder: 'Write a note…',
    newNote: 'New note',
    on: 'Note on {subject}',
    allOn: 'Notes on {subject}',
    typing: 'typing…',
    saved: 'saved {time}',
    notSaved: 'not saved: {reason}',
    noRoom:
      'The browser could not save. Your text stays here: choose “Try again”, or “Copy text” and put it elsewhere.',
    noStore:
      'The browser’s storage cannot be opened. Your text stays here: choose “Try again”, or “Copy text” and put it elsewhere.',
    tooLong: 'This note is too long for Kamerlens. Your text stays here; divide it over more notes.',
    onlyHere:
      'This text is in this window alone, as the browser has no room for a draft. Close it only when it says “saved”, or copy the text.',
    announceSaved: 'Note saved',
    copyText: 'Copy text',
    delete: 'Delete note',
    deleted: 'Note deleted',
    tags: 'Tags',
    addTag: 'Add a tag',
    removeTag: 'Remove tag {tag}',
    tagHint: 'Enter or comma adds, Backspace removes the last one.',
    keys: 'Ctrl+B bold, Ctrl+I italic, Ctrl+K link',
    linkAddress: 'address',
    recovered: {
      one: '{count} text typed earlier saved after all.',
      many: '{count} texts typed earlier saved after all.',
    },
    waiting: {
      one: '{count} text typed earlier not saved yet: “{text}”. Kamerlens remembers it and tries again when it is next opened.',
      many: '{count} texts typed earlier not saved yet, among them “{text}”. Kamerlens remembers them and tries again when it is next opened.',
    },
    empty: 'Empty note',
    changed: 'changed {date}',
  },
)
