import { useEffect } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { popupMessages } from '#locales/popup.ts'
import { searchMessages } from '#locales/search.ts'
import type { Code } from '#utils/references/types.ts'
import { CodesTogether } from '../papers/codes-together.tsx'
import type { Destination } from '../papers/destination.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { announce } from '../parts/announce.tsx'
import { type Choice, ChoiceList } from '../rows/choice-list.tsx'
import { DocumentRowContent, NoteRowContent, QuestionRowContent } from '../rows/kept-rows.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useSettled } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { FoundWords } from './found-mark.tsx'
import { worthMarking } from './found-words.ts'
import { LeaveOut } from './leave-out.tsx'
import { useNamedChoices } from './named-codes.tsx'
import { SearchAid } from './search-aid.tsx'
import { useNamedCodes } from './use-named-codes.ts'
import { useSearch } from './use-search.ts'

/** Codes that show every way of writing one that is understood. */
export const exampleCodes = [
  '2023D19158',
  '36360-VIII-5',
  'Kamerstuk 36 360 VIII, nr. 5',
  '36 360 VIII',
  'ah-tk-20222023-2345',
]

export interface SearchResultsProps {
  /** What was typed, not empty. */
  readonly typed: string
  readonly onOpen: (destination: Destination) => void
  readonly onExample: (example: string) => void
  /** The user walks up out of the list. */
  readonly onLeave: () => void
  /** The first row stands there, or that there is none: nothing comes before it any more. */
  readonly onFirst?: (typed: string) => void
}

/** What a typed text leads to: the code that it is, or those that it names, then what is kept with these words. */
export function SearchResults({ typed, onOpen, onExample, onLeave, onFirst }: SearchResultsProps) {
  const t = useStore(popupMessages)
  const search = useStore(searchMessages)
  const common = useStore(commonMessages)
  const { codes } = useServices()
  const code = codes.readTyped(typed)
  const named = useNamedCodes(typed)
  const { choices: namedChoices, known } = useNamedChoices(named, (one) => onOpen({ type: 'code', code: one }))
  const words = useSettled(typed, 120)
  const live = useSearch(words, 'best').value
  const found = live.state === 'ready' ? live.value : null
  const isPartial = found?.isPartial === true
  // Of a part only what nothing will be put before: more documents may follow.
  const behind = isPartial ? null : found
  const hasFirst =
    code !== null || named.length > 0 || (found?.words === typed && (!isPartial || found.documents.length > 0))
  useEffect(() => {
    if (hasFirst) onFirst?.(typed)
  }, [hasFirst, typed])
  const marked = worthMarking(found?.marked ?? [])
  const choices: Choice[] = [
    ...(code === null ? [] : [codeChoice(code, t.openCode({ code: shownLabel(code.label) }), onOpen)]),
    ...namedChoices,
    ...(found?.documents ?? []).map((one) => ({
      key: `document ${one.document.id}`,
      content: <DocumentRowContent {...one} />,
      onChoose: () => onOpen({ type: 'document', id: one.document.id, found: marked }),
    })),
    ...(behind?.questions ?? []).map(({ question, list }) => ({
      key: `question ${list.id} ${question.order}`,
      content: <QuestionRowContent question={question} list={list} />,
      onChoose: () => onOpen({ type: 'document', id: list.id, question: question.order, found: marked }),
    })),
    ...(behind?.notes ?? []).map((one) => ({
      key: `note ${one.note.id}`,
      content: <NoteRowContent {...one} />,
      onChoose: () => onOpen({ type: 'note', id: one.note.id, found: marked }),
    })),
  ]
  const isAnswered = live.state === 'ready' && !isPartial && words === typed
  const isNothing = isAnswered && choices.length === 0
  const notFound = search.notRecognisedLong({ input: typed.length > 60 ? `${typed.slice(0, 60)}…` : typed })
  useSayOnceStill(
    isNothing ? `${search.notRecognised}. ${notFound}` : isAnswered ? t.results(choices.length) : '',
    typed,
  )
  if (isNothing) {
    return (
      <>
        <SearchAid typed={typed} found={found} onTyped={onExample} />
        <div class="kl-empty">
          <h2 class="kl-empty__title">{search.notRecognised}</h2>
          <p>{notFound}</p>
          <LeaveOut words={typed} onTyped={onExample} />
          <p class="kl-muted">{search.examplesThatWork}</p>
          <ul class="kl-empty__examples">
            {exampleCodes.map((example) => (
              <li key={example}>
                <button type="button" class="kl-button kl-button--plain kl-code" onClick={() => onExample(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </>
    )
  }
  return (
    <>
      {live.state === 'failed' && <FailedRead beside={common.failed} onAgain={live.again} />}
      <SearchAid typed={typed} found={found} onTyped={onExample} />
      <FoundWords.Provider value={marked}>
        <ChoiceList label={t.results(choices.length)} choices={choices} onLeave={onLeave} />
        {known && <CodesTogether codes={named} known={known} />}
      </FoundWords.Provider>
    </>
  )
}

/**
 * Milliseconds without a key until what came of a search is heard: a code that is typed is not recognised after each of
 * its letters.
 */
const still = 600

function useSayOnceStill(sentence: string, typed: string): void {
  useEffect(() => {
    if (sentence === '') return
    const timer = setTimeout(() => announce(sentence), still)
    return () => clearTimeout(timer)
  }, [sentence, typed])
}

function codeChoice(code: Code, label: string, onOpen: (destination: Destination) => void): Choice {
  return {
    key: `code ${code.id}`,
    content: (
      <span class="kl-row">
        <span class="kl-row__title">{label}</span>
      </span>
    ),
    onChoose: () => onOpen({ type: 'code', code }),
  }
}
