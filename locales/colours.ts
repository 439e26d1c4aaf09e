import { messages, params } from './i18n.ts'

/** The names of the colours that a note can have. */
export const colourMessages = messages(
  'colours',
  {
    yellow: 'Geel',
    green: 'Groen',
    blue: 'Blauw',
    pink: 'Roze',
    purple: 'Paars',
  },
  {
    yellow: 'Yellow',
    green: 'Green',
    blue: 'Blue',
    pink: 'Pink',
    purple: 'Purple',
  },
)

/** Choosing one of them. */
export const colourChoiceMessages = messages(
  'colour-choice',
  {
    colour: 'Kleur',
    colourIs: params('Kleur: {colour}'),
    none: 'Geen',
    all: 'Alle kleuren',
    withNumber: params('{colour} ({number})'),
  },
  {
    colour: 'Colour',
    colourIs: 'Colour: {colour}',
    none: 'None',
    all: 'All colours',
    withNumber: '{colour} ({number})',
  },
)
