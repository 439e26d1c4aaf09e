import { locale } from '#locales/i18n.ts'
import { firstWords } from './first-words.ts'
import type { DoneTo, Sentence } from './undo.ts'
import { useStore } from './use-store.ts'

/** Characters of what it is about: enough to tell it from what was done just before. */
const telling = 60

/** What was done, and to what: «Notitie verwijderd: Terugvragen na het congres». */
export function UndoSentence({ text, of }: { readonly text: Sentence; readonly of: DoneTo | undefined }) {
  useStore(locale)
  const words = firstWords(of?.words ?? '', telling)
  if (words === '') return text()
  return (
    <>
      {`${text()}: `}
      <span lang={of?.lang}>{words}</span>
    </>
  )
}

/** A key that is held would undo what stands below too: the focus goes there. */
export const oncePerPress = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}
