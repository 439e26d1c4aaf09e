import { commonMessages } from '#locales/common.ts'
import { firstWords } from '../parts/first-words.ts'
import { useStore } from '../store/use-store.ts'
import type { Undoable } from './undo.ts'

/** Characters of what it is about: enough to tell it from what was done just before. */
const telling = 60

const wordsOf = ({ of }: Undoable): string => firstWords(of?.words ?? '', telling)

/** Further sentences behind one that may have its stop already. */
const behind = (before: string, more: string): string =>
  more === '' ? '' : `${/[.…!?]$/u.test(before) ? '' : '.'} ${more}`

/** What was done, and to what: «Notitie verwijderd: Terugvragen na het congres». */
export function UndoSentence({ of: offer }: { readonly of: Undoable }) {
  const { text, of, lags, later } = offer
  const t = useStore(commonMessages)
  const words = wordsOf(offer)
  const more = [...(lags ? [t.lags] : []), ...(later ? [later()] : [])].join(' ')
  return (
    <>
      {text()}
      {words !== '' && ': '}
      {words !== '' && <bdi lang={of?.lang}>{words}</bdi>}
      {behind(words || text(), more)}
    </>
  )
}

/**
 * Of what it was undone: several can be, and the line that said it is gone.
 *
 * @param lags whether the second copy does not have it yet
 */
export function undoneSentence(offer: Undoable, lags: true | undefined): string {
  const t = commonMessages.get()
  const done = [t.undone, offer.text(), wordsOf(offer)].filter((part) => part !== '').join(': ')
  return `${done}${behind(done, lags ? t.lags : '')}`
}

/** A key that is held would undo what stands below too: the focus goes there. */
export const oncePerPress = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}
