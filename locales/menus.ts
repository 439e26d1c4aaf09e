import { count } from '@nanostores/i18n'
import { messages } from './i18n.ts'

/** What the browser shows for Kamerlens outside its own screens: context menu and toolbar button. */
export const menuMessages = messages(
  'menus',
  {
    lookUp: 'Zoek op in Kamerlens',
    keepPage: 'Vragen van deze pagina bewaren',
    readLink: 'Lees de vragen uit dit document',
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
    keepPage: 'Save the questions on this page',
    readLink: 'Read the questions in this document',
    buttonTitle: 'Kamerlens',
    codesOnPage: {
      one: 'Kamerlens: {count} code on this page',
      many: 'Kamerlens: {count} codes on this page',
    },
    unseenNews: {
      one: '{count} new message about what you follow',
      many: '{count} new messages about what you follow',
    },
  },
)
