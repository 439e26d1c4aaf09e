import { count, messages } from './i18n.ts'

/** What the browser shows for Kamerlens outside its own screens: context menu and toolbar button. */
export const menuMessages = messages(
  'menus',
  {
    lookUp: 'Zoek op in Kamerlens',
    noteOnSelection: 'Notitie bij selectie',
    keepPage: 'Vragen bewaren',
    noteOnLink: 'Notitie bij dit document',
    readLink: 'Lees de vragen uit dit document',
    readSelection: 'Lees de vragen van deze code',
    buttonTitle: 'Kamerlens',
    codesOnPage: count({
      one: 'Kamerlens: {count} code op deze pagina',
      many: 'Kamerlens: {count} codes op deze pagina',
    }),
    unseenNews: count({
      one: '{count} nieuw bericht over wat u volgt',
      many: '{count} nieuwe berichten over wat u volgt',
    }),
  },
  {
    lookUp: 'Look up in Kamerlens',
    noteOnSelection: 'Note on the selection',
    keepPage: 'Save questions',
    noteOnLink: 'Note on this document',
    readLink: 'Read the questions in this document',
    readSelection: 'Read the questions behind this code',
    buttonTitle: 'Kamerlens',
    codesOnPage: {
      one: 'Kamerlens: {count} code on this page',
      many: 'Kamerlens: {count} codes on this page',
    },
    unseenNews: {
      one: '{count} new update on what you follow',
      many: '{count} new updates on what you follow',
    },
  },
)
