import { useContext } from 'preact/hooks'
import { colourMessages } from '#locales/colours.ts'
import { documentMessages } from '#locales/document.ts'
import { format } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import { passageMessages } from '#locales/passages.ts'
import type { KeptDocument } from '#utils/database/library/kept-documents.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { KeptQuestion } from '#utils/database/library/kept-questions.ts'
import { wordsOfMarkdown } from '#utils/notes/markdown.ts'
import { ColourSpot } from '../notes/note-colour.tsx'
import { useNoteSubject } from '../notes/note-view.tsx'
import { useStatus } from '../official/official-status.tsx'
import { useDocumentDate } from '../papers/document-date.ts'
import { usePaperKind } from '../papers/paper-kind.ts'
import { Icon } from '../parts/icons.tsx'
import { answerWords } from '../questions/answer-words.ts'
import { Found, FoundWords } from '../search/found-mark.tsx'
import { excerptAround, spansOf } from '../search/found-words.ts'
import { useStore } from '../store/use-store.ts'
import { memo } from './memo.ts'
import './kept-rows.css'

/** Rows of lists of what is kept: a title and one line of facts, so that every list has one height of row. */

export const DocumentRowContent = memo(({ document, questions, notes, official }: KeptDocument) => {
  const t = useStore(documentMessages)
  const kindOf = usePaperKind()
  const status = useStatus()(official)
  const date = useDocumentDate(document.date)
  // The kind is the longest, and what is cut off where there is no room.
  const facts = [
    ...(status === null ? [] : [status.word]),
    ...(date === null ? [] : [date]),
    ...(questions > 0 ? [t.questions(questions)] : []),
    ...(notes > 0 ? [t.withNotes(notes)] : []),
    kindOf(official, document),
  ]
  return (
    <span class="kl-row">
      <Icon name="document" />
      <span class="kl-row__title" lang={document.title.trim() === '' ? undefined : 'nl'}>
        <Found text={document.title.trim() === '' ? t.untitled : document.title} />
      </span>
      <span class="kl-row__facts">{facts.join(' · ')}</span>
    </span>
  )
})

/** @param titleLines that the list has room for */
export const QuestionRowContent = memo(({ question, list, titleLines }: KeptQuestion & { titleLines?: 1 | 2 }) => {
  const t = useStore(documentMessages)
  const texts: readonly (readonly [string, string])[] = [
    ['', question.question],
    [t.answer, question.answer],
    ...question.footnotes.map(({ text }) => ['', text] as const),
  ]
  const shown = useShown(question.question, texts, titleLines)
  const facts = [
    t.question({ number: question.number }),
    answerWords(question, t) ?? t.answered,
    list.title.trim() === '' ? t.untitled : list.title,
  ]
  return (
    <span class="kl-row">
      <Icon name="question" />
      <span class="kl-row__title" lang="nl">
        <Found text={shown} />
      </span>
      <span class="kl-row__facts">{facts.join(' · ')}</span>
    </span>
  )
})

export const NoteRowContent = memo((props: KeptNote & { titleLines?: 1 | 2 }) => {
  const { note, tags, titleLines } = props
  const t = useStore(noteMessages)
  const colours = useStore(colourMessages)
  const { time } = useStore(format)
  const subjectOf = useNoteSubject()
  const shown = useShown(firstLine(note.body), [['', note.body]], titleLines)
  // Titles and quotes are the longest, and what is cut off where there is no room.
  const facts = [
    ...(note.colour ? [colours[note.colour]] : []),
    t.changed({ date: time(new Date(note.updatedAt), { dateStyle: 'medium' }) }),
    ...(tags.length > 0 ? [tags.join(', ')] : []),
    subjectOf(props),
    ...(note.passage && note.body.trim() !== '' ? [quoted(note.passage.quote.exact)] : []),
  ]
  return (
    <span class="kl-row">
      <Icon name="note" />
      <span class="kl-row__title">
        <Found text={shown || (note.passage ? quoted(note.passage.quote.exact) : t.empty)} />
      </span>
      <span class="kl-row__facts">
        {note.colour && (
          <>
            <ColourSpot colour={note.colour} />{' '}
          </>
        )}
        {facts.join(' · ')}
      </span>
    </span>
  )
})

/** A passage that is not found any more: its words, the note, and when it was last found. */
export const OrphanRowContent = memo((props: KeptNote) => {
  const { note } = props
  const t = useStore(noteMessages)
  const passages = useStore(passageMessages)
  const { time } = useStore(format)
  const day = note.seen?.lastFound
  const facts = [
    ...(day === undefined ? [] : [passages.lastFound({ date: time(new Date(day), { dateStyle: 'medium' }) })]),
    firstLine(note.body) || t.empty,
  ]
  return (
    <span class="kl-row">
      <Icon name="lost" />
      <span class="kl-row__title" lang="nl">
        <Found text={note.passage?.quote.exact.slice(0, 300) ?? ''} />
      </span>
      <span class="kl-row__facts">{facts.join(' · ')}</span>
    </span>
  )
})

/** Characters that any row has room for in a line, its words broken off badly. */
const surelySeen = 38
const longest = 300

/**
 * What a row shows of what it is of: its beginning, or, where that holds none of the words that were looked for, the place
 * where they stand.
 *
 * @param texts all that was searched, each with what it is called where it is not the row's own
 * @param lines that it has
 */
function useShown(
  beginning: string,
  texts: readonly (readonly [name: string, text: string])[],
  lines: 1 | 2 = 1,
): string {
  const words = useContext(FoundWords)
  const head = beginning.slice(0, longest)
  const seen = lines * surelySeen
  if (words.length === 0 || spansOf(head.slice(0, seen), words).length > 0) return head
  for (const [name, text] of texts) {
    const room = seen - (name === '' ? 2 : name.length + 4)
    const excerpt = excerptAround(text, words, room / 2, longest, room)
    if (excerpt !== null) return name === '' ? excerpt : `${name}: ${excerpt}`
  }
  return head
}

function firstLine(body: string): string {
  return wordsOfMarkdown(body.trim().slice(0, longest)).replace(/\s+/gu, ' ')
}

/** The words of a passage, short enough to leave room for what they stand in. */
function quoted(exact: string): string {
  const words = exact.slice(0, 60).trimEnd().toWellFormed()
  return `«${words}${exact.length > 60 ? ' …' : ''}»`
}
