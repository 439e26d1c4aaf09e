import { messages, params } from './i18n.ts'

/** Copies outside the browser. */
export const backupMessages = messages(
  'backup',
  {
    title: 'Back-up',
    never: 'Er is nog geen kopie buiten de browser.',
    lastFolder: params('Laatste kopie: {when}, in de map «{folder}», nagelezen.'),
    lastDownloads: params('Laatste kopie: {when}, in Downloads/Kamerlens.'),
    lastExport: params('Laatste kopie: {when}, door u geëxporteerd.'),
    aboutFolder:
      'Op elke dag dat er iets verandert zet Kamerlens een kopie in een map van uw keuze en leest die na. De laatste 14 blijven staan.',
    aboutDownloads:
      'Op elke dag dat er iets verandert zet Kamerlens een kopie in Downloads/Kamerlens. Firefox laat die niet nalezen; wel wordt nagekeken of de kopie compleet is en even groot. De laatste 14 blijven staan.',
    none: 'Deze browser laat Kamerlens niet zelf kopieën maken. Kies nu en dan «Exporteren», «Alles».',
    chooseFolder: 'Map kiezen…',
    otherFolder: 'Andere map…',
    turnOn: 'Aanzetten',
    turnOff: 'Uitzetten',
    now: 'Nu een kopie maken',
    notAllowed: params('De browser wil weer uw toestemming voor de map «{folder}».'),
    notAllowedDownloads: 'Firefox heeft de toestemming voor downloads ingetrokken.',
    allow: 'Toestaan en kopie maken',
    busy: 'Kopie wordt gemaakt…',
    nothing: 'Er is nog niets om een kopie van te maken.',
    made: params('Kopie gemaakt: {file}'),
    failed: params('De laatste kopie mislukte. {reason}'),
    unsafe: params(
      'De laatste kopie buiten de browser is van {when}. Sindsdien gewijzigde notities: {number}. Wordt Kamerlens verwijderd, dan zijn die weg.',
    ),
    unsafeNever: params(
      'Er is geen kopie van uw notities ({number}) buiten de browser. Wordt Kamerlens verwijderd, dan zijn ze weg.',
    ),
    exportNow: 'Nu exporteren',
    later: 'Morgen weer herinneren',
    toTurnOn: 'Back-up aanzetten',
    toOptions: 'Back-up instellen',
  },
  {
    title: 'Backup',
    never: 'There is no copy outside the browser yet.',
    lastFolder: 'Last copy: {when}, in the folder “{folder}”, read back.',
    lastDownloads: 'Last copy: {when}, in Downloads/Kamerlens.',
    lastExport: 'Last copy: {when}, exported by you.',
    aboutFolder:
      'On each day that something changes Kamerlens puts a copy in a folder of your choice and reads it back. The last 14 are kept.',
    aboutDownloads:
      'On each day that something changes Kamerlens puts a copy in Downloads/Kamerlens. Firefox does not let it be read back: what is checked is that it is complete and of the same size. The last 14 are kept.',
    none: 'This browser does not let Kamerlens make copies by itself. From time to time, choose “Export” and then “Everything”.',
    chooseFolder: 'Choose a folder…',
    otherFolder: 'Another folder…',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    now: 'Make a copy now',
    notAllowed: 'The browser wants your permission for the folder “{folder}” again.',
    notAllowedDownloads: 'Firefox has withdrawn the permission for downloads.',
    allow: 'Allow and make a copy',
    busy: 'Making a copy…',
    nothing: 'There is nothing to make a copy of yet.',
    made: 'Copy made: {file}',
    failed: 'The last copy failed. {reason}',
    unsafe:
      'The last copy outside the browser is from {when}. Notes changed since: {number}. If Kamerlens is removed, they are gone.',
    unsafeNever:
      'There is no copy of your notes ({number}) outside the browser. If Kamerlens is removed, they are gone.',
    exportNow: 'Export now',
    later: 'Remind me tomorrow',
    toTurnOn: 'Turn on backup',
    toOptions: 'Set up backup',
  },
)
