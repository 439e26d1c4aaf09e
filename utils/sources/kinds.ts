import type { DocumentType } from '#utils/documents/types.ts'

/** Kinds of papers in the words of the services (`Soort`, `DC.type`), and what they are to us (DOMAIN §1.3, §3). */
const types: readonly (readonly [kind: RegExp, type: DocumentType])[] = [
  // A «Mededeling» has a number in the Aanhangsel and yet is no answer: before all that looks like one.
  [/^mededeling|\buitstel\b/i, 'postponement'],
  [/^antwoord\b|^antwoord schriftelijke vragen/i, 'answers'],
  [/^kamervragen? met antwoord/i, 'answers'],
  [/^(?:verslag houdende een )?lijst van vragen en antwoorden/i, 'question-and-answer-list'],
  [/^(?:verslag houdende een )?lijst van vragen/i, 'question-list'],
  [/^schriftelijke vragen|^kamervragen? zonder antwoord|^vraag\b/i, 'written-questions'],
]

/** What a paper of this kind is to us; null where it is neither questions nor answers. */
export function typeOfKind(kind: string | null): DocumentType | null {
  return types.find(([pattern]) => pattern.test(kind ?? ''))?.[1] ?? null
}

/** What papers of a dossier are told apart by. */
export const paperGroups = ['questions', 'answers', 'motions', 'letters', 'other'] as const
export type PaperGroup = (typeof paperGroups)[number]

const ofType: Readonly<Record<DocumentType, PaperGroup>> = {
  'written-questions': 'questions',
  'question-list': 'questions',
  answers: 'answers',
  'question-and-answer-list': 'answers',
  postponement: 'letters',
}

/**
 * The group of a paper, by what it is to us and else by its kind in the words of the services: «Gewijzigde motie»,
 * «Brief regering».
 */
export function paperGroup(type: DocumentType | null, kind: string | null): PaperGroup {
  if (type !== null) return ofType[type]
  if (/\bmotie\b/i.test(kind ?? '')) return 'motions'
  return /\bbrief\b/i.test(kind ?? '') ? 'letters' : 'other'
}
