import { commonMessages } from '#locales/common.ts'
import { firstWords } from '../parts/first-words.ts'
import { useStore } from '../store/use-store.ts'
import type { Undoable } from './undo.ts'

/** Characters of what it is about: enough to tell it from what was done just before. */
const telling = 60

/** What was done, and to what: «Notitie verwijderd: Terugvragen na het congres». */
export function UndoSentence({ of: { text, of, lags, later } }: { readonly of: Undoable }) {
  const t = useStore(commonMessages)
  const words = firstWords(of?.words ?? '', telling)
  const more = [...(lags ? [t.lags] : []), ...(later ? [later()] : [])].join(' ')
  return (
    <>
      {text()}
      {words !== '' && ': '}
      {words !== '' && <bdi lang={of?.lang}>{words}</bdi>}
      {more !== '' && `${/[.…!?]$/u.test(words || text()) ? '' : '.'} ${more}`}
    </>
  )
}

/** A key that is held would undo what stands below too: the focus goes there. */
export const oncePerPress = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}
